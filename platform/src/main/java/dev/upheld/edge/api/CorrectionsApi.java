package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Changes;
import dev.upheld.duty.request.Requests;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What is right about a person who asked for a correction, from programs; in bodies alone. */
@Controller
@ResponseBody
public final class CorrectionsApi {
  private final Requests requests;
  private final Access access;

  public CorrectionsApi(Requests requests, Access access) {
    this.requests = requests;
    this.access = access;
  }

  /**
   * One word.
   *
   * @param word of the charter: {@code email}
   * @param from what is wrong; missing for whatever stands in the person's own record
   * @param to what is right
   */
  public record ChangeLine(@Nullable String word, @Nullable String from, @Nullable String to) {
    @Override
    public String toString() {
      return "ChangeLine";
    }
  }

  /** All that is to be corrected, in place of what was written before. */
  public record ChangeBody(@Nullable List<ChangeLine> changes) {}

  /** Notes what is right. */
  @PostMapping("/api/v1/requests/{ref}/change")
  @Summary("Notes what is right, where a correction is asked for; a person approves the plan.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestChange(
      @PathVariable String ref, @RequestBody ChangeBody body, Identity identity) {
    List<Changes.Line> lines =
        Optional.ofNullable(body.changes()).orElse(List.of()).stream()
            .map(l -> new Changes.Line(text(l.word()), text(l.from()), text(l.to())))
            .toList();
    CaseRef known =
        CaseRef.parse(ref)
            .orElseThrow(
                () ->
                    ApiProblem.NO_SUCH_REQUEST.because(
                        "There is no such request.", "GET /api/v1/requests lists them."));
    requests.changes().write(known, lines, access.people().reference(identity.person()));
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
