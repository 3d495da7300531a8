package dev.upheld.edge.privacy;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.duty.request.Intake;
import dev.upheld.duty.request.Logins;
import dev.upheld.duty.request.Requests;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where people arrive who are signed in to the provider's own application. */
@Controller
public final class LoginDoor {
  private static final String HERE = "/privacy/login";
  private static final String BECAUSE =
      "the link cannot be guessed, serves once, and was made by the provider's own server";
  private static final int OK = 200;
  private static final int AGAIN = 422;
  private static final int GONE = 404;
  private static final int SLOWER = 429;

  private final Requests requests;
  private final PrivacyDoor centre;
  private final Function<HttpServletRequest, String> source;

  /**
   * @param source where a request comes from in the network, as floods are counted
   */
  public LoginDoor(
      Requests requests, PrivacyDoor centre, Function<HttpServletRequest, String> source) {
    this.requests = requests;
    this.centre = centre;
    this.source = source;
  }

  /** Shows one button on; looking at the link does not use it up. */
  @GetMapping(HERE + "/{link}")
  @OpenToAnyone(because = BECAUSE)
  public void arrive(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (requests.logins().waits(link, source.apply(request))) {
      centre.show(new PublicView.Landing(link), OK, request, response);
    } else {
      centre.show(new PublicView.Said("login"), GONE, request, response);
    }
  }

  /** Follows the link: what the person has here, and what they can ask for. */
  @PostMapping(HERE + "/{link}")
  @OpenToAnyone(because = BECAUSE)
  public void follow(
      @PathVariable String link, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Logins.Arrived> arrived = requests.logins().follow(link, source.apply(request));
    if (arrived.isEmpty()) {
      centre.show(new PublicView.Said("login"), GONE, request, response);
      return;
    }
    Logins.Arrived here = arrived.get();
    centre.show(
        new PublicView.Account(
            centre.centre(Set.copyOf(here.rights()), Map.of(), Map.of()),
            here.ticket().reveal(),
            here.codeToo(),
            here.mine()),
        OK,
        request,
        response);
  }

  /** Opens a request. */
  @PostMapping(HERE)
  @OpenToAnyone(because = BECAUSE)
  public void ask(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String ticket = PrivacyDoor.text(request, "ticket");
    List<String> rights = PrivacyDoor.all(request, "right");
    String details = PrivacyDoor.text(request, "details");
    if (details.length() > Intake.LONGEST) {
      again(ticket, Map.of("details", "fault.long"), request, response);
      return;
    }
    Logins.Chosen chosen = new Logins.Chosen(rights, details, PrivacyDoor.tongue(request).tag());
    switch (requests.logins().ask(ticket, chosen, source.apply(request))) {
      case Logins.Opened(var ref, var link) ->
          PrivacyDoor.go(
              "/privacy/request/" + link.reveal() + "?lang=" + chosen.language(), response);
      case Logins.NothingAsked() ->
          again(ticket, Map.of("right", "fault.right"), request, response);
      case Logins.Over() -> centre.show(new PublicView.Said("login"), GONE, request, response);
      case Logins.Code(var begun) -> code(begun, request, response);
    }
  }

  private void again(
      String ticket,
      Map<String, String> faults,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    Set<String> chosen = Set.copyOf(PrivacyDoor.all(request, "right"));
    Map<String, String> entered = Map.of("details", PrivacyDoor.text(request, "details"));
    centre.show(
        new PublicView.Account(centre.centre(chosen, entered, faults), ticket, false, List.of()),
        AGAIN,
        request,
        response);
  }

  private void code(Intake.Begun begun, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    switch (begun) {
      case Intake.Sent(var token) ->
          centre.show(new PublicView.Code(token.reveal(), false), OK, request, response);
      case Intake.TooMany() -> centre.show(new PublicView.Said("flood"), SLOWER, request, response);
      // both were looked at before; what was offered then may be so no more
      case Intake.NoAddress(), Intake.NothingAsked() ->
          centre.show(new PublicView.Said("login"), GONE, request, response);
    }
  }
}
