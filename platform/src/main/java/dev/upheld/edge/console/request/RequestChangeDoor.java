package dev.upheld.edge.console.request;

import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Changes;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RequestChange;
import dev.upheld.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What is right about a person who asked for a correction. */
@Controller
public final class RequestChangeDoor {
  private final Requests requests;
  private final RequestsDoor pages;
  private final Supplier<List<String>> words;

  /**
   * @param words of the data map that can be corrected
   */
  public RequestChangeDoor(Requests requests, RequestsDoor pages, Supplier<List<String>> words) {
    this.requests = requests;
    this.pages = pages;
    this.words = words;
  }

  /** The form, with what was written. */
  @GetMapping("/requests/{ref}/change")
  @Needs(Permission.REQUESTS_WORK)
  public Reply form(@PathVariable String ref) {
    return file(ref)
        .map(f -> Reply.show(page(f, requests.changes().of(f.ref()), Optional.empty())))
        .orElseGet(() -> Reply.go(RequestsDoor.HERE, Notice.NO_SUCH_REQUEST));
  }

  private Optional<CaseFile> file(String ref) {
    return CaseRef.parse(ref)
        .flatMap(requests.inbox()::find)
        .filter(f -> f.rights().stream().anyMatch(r -> r.right().equals(Changes.RIGHT)));
  }

  private RequestChange page(
      CaseFile file, List<Changes.Line> lines, Optional<RequestProblem> fault) {
    return new RequestChange(file, words.get(), lines, fault);
  }

  /** Notes what is right. */
  @PostMapping("/requests/{ref}/change")
  @Needs(Permission.REQUESTS_WORK)
  public Reply write(@PathVariable String ref, HttpServletRequest request, Identity identity) {
    Optional<CaseFile> file = file(ref);
    if (file.isEmpty()) {
      return Reply.go(RequestsDoor.HERE, Notice.NO_SUCH_REQUEST);
    }
    List<Changes.Line> lines = lines(request);
    try {
      if (!words.get().containsAll(lines.stream().map(Changes.Line::word).toList())) {
        return Reply.again(page(file.get(), lines, Optional.of(RequestProblem.CHOICE)));
      }
      requests.changes().write(file.get().ref(), lines, pages.who(identity));
      return Reply.go(RequestsDoor.HERE + "/" + file.get().ref(), Notice.REQUEST_CHANGED);
    } catch (ProblemException e) {
      return Reply.again(page(file.get(), lines, Optional.of(RequestsDoor.why(e))));
    }
  }

  private static List<Changes.Line> lines(HttpServletRequest request) {
    String[] words = all(request, "word");
    String[] from = all(request, "from");
    String[] to = all(request, "to");
    List<Changes.Line> lines = new ArrayList<>();
    for (int i = 0; i < Math.min(words.length, Math.min(from.length, to.length)); i++) {
      if (!words[i].isBlank() || !from[i].isBlank() || !to[i].isBlank()) {
        lines.add(new Changes.Line(words[i].strip(), from[i], to[i]));
      }
    }
    return lines;
  }

  private static String[] all(HttpServletRequest request, String name) {
    return Objects.requireNonNullElse(request.getParameterValues(name), new String[0]);
  }
}
