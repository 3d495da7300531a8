package dev.upheld.edge.privacy;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Directives;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.Requests;
import dev.upheld.kernel.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Instructions for after one's death, left and revoked on the private page. */
@Controller
public final class AfterDeathDoor {
  private static final String OWN = "/privacy/request/";
  private static final String BECAUSE = "the link cannot be guessed, and was mailed to the person";

  private final Requests requests;
  private final Function<HttpServletRequest, String> source;

  /**
   * @param source where it is asked from in the network
   */
  public AfterDeathDoor(Requests requests, Function<HttpServletRequest, String> source) {
    this.requests = requests;
    this.source = source;
  }

  /** Leaves instructions, in place of earlier ones. */
  @PostMapping(OWN + "{link}/directive")
  @OpenToAnyone(because = BECAUSE)
  public void leave(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    act(
        link,
        "directive",
        file ->
            requests
                .directives()
                .leave(
                    file.ref(),
                    new Directives.Directive(
                        Directives.wish(text(request, "wish")).orElse(Directives.Wish.ERASE),
                        text(request, "name"),
                        text(request, "contact"),
                        text(request, "words"))),
        request,
        response);
  }

  /** Takes them back. */
  @PostMapping(OWN + "{link}/directive/revoke")
  @OpenToAnyone(because = BECAUSE)
  public void revoke(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    act(link, "revoked", file -> requests.directives().revoke(file.ref()), request, response);
  }

  private void act(
      String link,
      String done,
      Consumer<CaseFile> act,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Optional<CaseFile> file = requests.own().open(link, source.apply(request));
    String said = file.isEmpty() ? "" : tried(done, act, file.get());
    String lang = Tongue.ofTag(text(request, "lang")).map(Tongue::tag).orElse("en");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", OWN + link + "?lang=" + lang + "&done=" + said);
  }

  private static String tried(String done, Consumer<CaseFile> act, CaseFile file) {
    try {
      act.accept(file);
      return done;
    } catch (ProblemException e) {
      if (e.problems().getFirst().code() instanceof RequestProblem) {
        return "not-now";
      }
      throw e;
    }
  }

  private static String text(HttpServletRequest request, String field) {
    return Objects.requireNonNullElse(request.getParameter(field), "").strip();
  }
}
