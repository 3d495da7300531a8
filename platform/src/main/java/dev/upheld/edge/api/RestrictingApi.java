package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Requests;
import dev.upheld.journal.ReferenceId;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Keeping a person's data still for a request, and lifting that once they were told. */
@Controller
@ResponseBody
public final class RestrictingApi {
  private final Requests requests;
  private final Access access;

  public RestrictingApi(Requests requests, Access access) {
    this.requests = requests;
    this.access = access;
  }

  /** Keeps the data still. */
  @PostMapping("/api/v1/requests/{ref}/restrict")
  @Summary("Keeps the data of the person still (GDPR Art. 18), with the reason they read.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestRestrict(
      @PathVariable String ref, @RequestBody RequestsApi.TextBody body, Identity identity) {
    requests.restricting().restrict(known(ref), text(body), who(identity));
  }

  /** Tells the person that it will be lifted. */
  @PostMapping("/api/v1/requests/{ref}/restrict/announce")
  @Summary("Tells the person that the restriction will be lifted, and why.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestAnnounce(
      @PathVariable String ref, @RequestBody RequestsApi.TextBody body, Identity identity) {
    requests.restricting().announce(known(ref), text(body), who(identity));
  }

  /** Lifts it. */
  @PostMapping("/api/v1/requests/{ref}/restrict/lift")
  @Summary("Lifts the restriction, once the person was told.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestLift(@PathVariable String ref, Identity identity) {
    requests.restricting().lift(known(ref), who(identity));
  }

  private static String text(RequestsApi.TextBody body) {
    return Objects.requireNonNullElse(body.text(), "").strip();
  }

  private CaseRef known(String ref) {
    return CaseRef.parse(ref)
        .filter(r -> requests.inbox().find(r).isPresent())
        .orElseThrow(
            () ->
                ApiProblem.NO_SUCH_REQUEST.because(
                    "There is no such request.",
                    "GET /api/v1/requests lists those that are open."));
  }

  private ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }
}
