package dev.upheld.edge.console.account;

import dev.upheld.access.Access;
import dev.upheld.access.Accounts.Change;
import dev.upheld.access.Accounts.Changed;
import dev.upheld.access.Accounts.Spent;
import dev.upheld.access.Accounts.TooOften;
import dev.upheld.access.Accounts.Weak;
import dev.upheld.access.Accounts.Wrong;
import dev.upheld.access.OpenToAnyone;
import dev.upheld.access.PasswordRules;
import dev.upheld.access.People.Person;
import dev.upheld.edge.console.http.Origins;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Invitation;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.Reset;
import dev.upheld.edge.console.view.ResetRequest;
import dev.upheld.kernel.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Invitations and forgotten passwords: links from mails. */
@Controller
public final class PasswordDoor {
  private static final String LINK = "the link in the mail is what opens";

  private final Access access;
  private final Origins origins;
  private final SignInDoor signIn;
  private final String company;

  public PasswordDoor(Access access, Origins origins, SignInDoor signIn, String company) {
    this.access = access;
    this.origins = origins;
    this.signIn = signIn;
    this.company = company;
  }

  /** The invitation. */
  @GetMapping("/invitation/{token}")
  @OpenToAnyone(because = LINK)
  public Reply invitation(@PathVariable String token) {
    return access
        .accounts()
        .invited(token)
        .map(p -> Reply.show(invitation(p, "", Map.of())))
        .orElseGet(PasswordDoor::spent);
  }

  private Invitation invitation(Person person, String name, Map<String, FieldError> errors) {
    return new Invitation(
        company, person.email(), person.role().word(), name, PasswordRules.SHORTEST, errors);
  }

  private static Reply spent() {
    return Reply.go("/sign-in", Notice.LINK_SPENT);
  }

  /** Accepts the invitation; the second factor comes next. */
  @PostMapping("/invitation/{token}")
  @OpenToAnyone(because = LINK)
  public Reply join(
      @PathVariable String token,
      JoinForm form,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Person> person = access.accounts().invited(token);
    if (person.isEmpty()) {
      return spent();
    }
    Map<String, FieldError> errors = form.errors();
    if (!errors.isEmpty()) {
      return Reply.again(invitation(person.get(), form.called(), errors));
    }
    Change change =
        access.accounts().join(token, form.called(), Secret.of(form.secret()), origins.of(request));
    return switch (change) {
      case Changed changed ->
          signIn.onward(
              changed.next(),
              request,
              response,
              wrong -> invitation(person.get(), form.called(), wrong));
      case Weak weak ->
          Reply.again(
              invitation(
                  person.get(), form.called(), Map.of("password", Faults.of(weak.weakness()))));
      case Spent _ -> spent();
      case Wrong _ -> spent();
      case TooOften _ -> spent();
    };
  }

  /** The page for those who forgot their password. */
  @GetMapping("/reset")
  @OpenToAnyone(because = "whoever forgot the password cannot sign in")
  public ResetRequest forgotForm() {
    return new ResetRequest(false, "", Map.of());
  }

  /** Sends a mail where there is an account; answers the same where there is none. */
  @PostMapping("/reset")
  @OpenToAnyone(because = "whoever forgot the password cannot sign in")
  public Reply forgot(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
    if (!Faults.isAddress(email)) {
      return Reply.again(
          new ResetRequest(false, email, Map.of("email", FieldError.of(Fault.NOT_AN_ADDRESS))));
    }
    access.people().forgot(email, origins.of(request));
    return Reply.show(new ResetRequest(true, email, Map.of()));
  }

  /** The page to set a new password. */
  @GetMapping("/reset/{token}")
  @OpenToAnyone(because = LINK)
  public Reply resetForm(@PathVariable String token) {
    return access.accounts().resettable(token)
        ? Reply.show(new Reset(PasswordRules.SHORTEST, Map.of()))
        : spent();
  }

  /** Sets the new password; then one signs in as ever. */
  @PostMapping("/reset/{token}")
  @OpenToAnyone(because = LINK)
  public Reply reset(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String repeat) {
    if (!password.equals(repeat)) {
      return again("repeat", FieldError.of(Fault.NOT_THE_SAME));
    }
    return switch (access.accounts().reset(token, Secret.of(password))) {
      case Changed _ -> Reply.go("/sign-in", Notice.PASSWORD_CHANGED);
      case Weak weak -> again("password", Faults.of(weak.weakness()));
      case Spent _ -> spent();
      case Wrong _ -> spent();
      case TooOften _ -> spent();
    };
  }

  private static Reply again(String field, FieldError error) {
    return Reply.again(new Reset(PasswordRules.SHORTEST, Map.of(field, error)));
  }
}
