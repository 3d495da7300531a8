package dev.upheld.edge.privacy;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Papers;
import dev.upheld.duty.request.Requests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a person sends a paper. The file is the body of the form, so the token that protects the
 * form stands in the address.
 */
@Controller
public final class PaperDoor {
  private static final String OWN = "/privacy/request/";

  /** What the private page says afterwards, as keys of words. */
  static final Set<String> DONE =
      Set.of(
          "paper-taken",
          "paper-none",
          "paper-unasked",
          "paper-slower",
          "paper-kind",
          "paper-large",
          "paper-too-much",
          "paper-locked",
          "paper-broken",
          "paper-busy");

  private final Requests requests;
  private final Function<HttpServletRequest, String> source;

  /**
   * @param source where a request comes from in the network, as floods are counted
   */
  public PaperDoor(Requests requests, Function<HttpServletRequest, String> source) {
    this.requests = requests;
    this.source = source;
  }

  /** Takes a file, and says on the private page what became of it. */
  @PostMapping(OWN + "{link}/document")
  @OpenToAnyone(because = "people who ask about their data have no account here")
  public void send(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<CaseFile> file = requests.own().open(link, source.apply(request));
    Upload.Read read =
        Upload.from(
            Objects.requireNonNullElse(request.getContentType(), ""), request.getInputStream());
    String lang = Tongue.ofTag(request.getParameter("lang")).orElse(Tongue.all().getFirst()).tag();
    String done = file.map(f -> "&done=" + done(f.ref(), read)).orElse("");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", OWN + link + "?lang=" + lang + done);
  }

  private String done(CaseRef ref, Upload.Read read) {
    return switch (read) {
      case Upload.Nothing() -> "paper-none";
      case Upload.TooLarge() -> "paper-large";
      case Upload.Whole(var bytes) -> done(requests.papers().send(ref, bytes));
    };
  }

  private static String done(Papers.Sent sent) {
    return switch (sent) {
      case Papers.Taken() -> "paper-taken";
      case Papers.Unasked() -> "paper-unasked";
      case Papers.Slower() -> "paper-slower";
      case Papers.NotTaken(var why) ->
          "paper-" + why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
