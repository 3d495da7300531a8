package dev.upheld.edge.console.request;

import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Requests;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.kernel.ProblemException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Papers that people sent: looked at as pictures, and destroyed once they are checked. */
@Controller
public final class PapersDoor {
  private final Requests requests;
  private final RequestsDoor pages;

  public PapersDoor(Requests requests, RequestsDoor pages) {
    this.requests = requests;
    this.pages = pages;
  }

  /** One page as a picture. */
  @GetMapping("/requests/{ref}/papers/{paper}/{page}")
  @Needs(Permission.REQUESTS_WORK)
  public ResponseEntity<byte[]> page(
      @PathVariable String ref,
      @PathVariable String paper,
      @PathVariable String page,
      Identity identity) {
    return CaseRef.parse(ref)
        .flatMap(r -> requests.papers().page(r, id(paper), number(page), pages.who(identity)))
        .map(
            png ->
                ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "image/png")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(png))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  /** Notes that a paper was checked; it is destroyed. */
  @PostMapping("/requests/{ref}/paper-checked")
  @Needs(Permission.REQUESTS_WORK)
  public Reply checked(
      @PathVariable String ref, @RequestParam(defaultValue = "") String paper, Identity identity) {
    Optional<CaseRef> known = CaseRef.parse(ref).filter(r -> requests.inbox().find(r).isPresent());
    if (known.isEmpty()) {
      return Reply.go(RequestsDoor.HERE, Notice.NO_SUCH_REQUEST);
    }
    try {
      requests.papers().checked(known.get(), id(paper), pages.who(identity));
    } catch (ProblemException e) {
      var _ = RequestsDoor.why(e); // somebody else destroyed it: the page shows that
    }
    return Reply.go(RequestsDoor.HERE + "/" + known.get(), Notice.REQUEST_CHANGED);
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return new UUID(0, 0); // no paper has it
    }
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : -1;
  }
}
