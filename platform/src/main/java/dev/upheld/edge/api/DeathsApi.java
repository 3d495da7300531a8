package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Deaths;
import dev.upheld.duty.request.Requests;
import dev.upheld.journal.ReferenceId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Requests after a death: noting how it was proved, and that the person named is who asks. */
@Controller
@ResponseBody
public final class DeathsApi {
  private final Requests requests;
  private final Access access;

  public DeathsApi(Requests requests, Access access) {
    this.requests = requests;
    this.access = access;
  }

  /**
   * A death that was proved.
   *
   * @param address the mail address of whoever died
   * @param identifiers by which the systems know them, one {@code word: value} a line
   * @param method one of {@link Deaths#PROOFS}
   */
  public record DeathBody(
      @Nullable String address, @Nullable String identifiers, @Nullable String method) {
    @Override
    public String toString() {
      return "DeathBody";
    }
  }

  /** Notes a death; from then on the request is about the data of whoever died. */
  @PostMapping("/api/v1/requests/{ref}/death")
  @Summary(
      "Notes that a death was proved (certificate, notary, register, other); plan, approve and run"
          + " then carry out what the person wanted.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestDeath(
      @PathVariable String ref, @RequestBody DeathBody body, Identity identity) {
    Deaths.Proved death =
        new Deaths.Proved(text(body.address()), text(body.identifiers()), text(body.method()));
    requests.deaths().note(known(ref), death, who(identity));
  }

  /** Notes that the person who was named asks. */
  @PostMapping("/api/v1/requests/{ref}/heir")
  @Summary("Notes that the person named by whoever died is who asks: they get the copy.")
  @Needs(Permission.REQUESTS_WORK)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void requestHeir(@PathVariable String ref, Identity identity) {
    requests.deaths().confirmHeir(known(ref), who(identity));
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "").strip();
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
