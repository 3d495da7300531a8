package dev.upheld.edge.console.account;

import dev.upheld.access.Access;
import dev.upheld.access.Accounts.Changed;
import dev.upheld.access.Accounts.Factor;
import dev.upheld.access.Accounts.Spent;
import dev.upheld.access.Accounts.TooOften;
import dev.upheld.access.Accounts.Weak;
import dev.upheld.access.Accounts.Wrong;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.OpenToAnyone;
import dev.upheld.access.PasswordRules;
import dev.upheld.access.People.Person;
import dev.upheld.access.Permission;
import dev.upheld.access.SignIn.SignedIn;
import dev.upheld.access.SignIn.Wait;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Theme;
import dev.upheld.edge.console.http.Cookies;
import dev.upheld.edge.console.http.Cookies.Kind;
import dev.upheld.edge.console.http.Origins;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Account;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RecoveryCodes;
import dev.upheld.kernel.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account, language and theme. */
@Controller
public final class AccountDoor {
  private final Access access;
  private final Cookies cookies;
  private final Origins origins;

  public AccountDoor(Access access, Cookies cookies, Origins origins) {
    this.access = access;
    this.cookies = cookies;
    this.origins = origins;
  }

  /** The account. */
  @GetMapping("/account")
  @Needs(Permission.ACCOUNT_OWN)
  public Account account(Identity identity) {
    return account(identity, Map.of());
  }

  private Account account(Identity identity, Map<String, FieldError> errors) {
    Person person = access.people().find(identity.person()).orElseThrow();
    Factor factor = access.accounts().factor(identity);
    List<Account.Session> sessions =
        access.sessions().list(identity).stream()
            .map(
                s ->
                    new Account.Session(
                        s.id().toString(),
                        s.device(),
                        s.network(),
                        s.opened(),
                        s.lastSeen(),
                        s.current()))
            .toList();
    return new Account(
        person.name(),
        person.email(),
        person.role().word(),
        sessions,
        factor.since(),
        true,
        factor.codesLeft(),
        PasswordRules.SHORTEST,
        errors);
  }

  /** Ends one session. */
  @PostMapping("/account/sessions/end")
  @Needs(Permission.ACCOUNT_OWN)
  public Reply end(@RequestParam(defaultValue = "") String session, Identity identity) {
    boolean ended = Ids.read(session).map(id -> access.sessions().end(identity, id)).orElse(false);
    return Reply.go("/account", ended ? Notice.SESSION_ENDED : Notice.NOT_DONE);
  }

  /** Ends all sessions but this one. */
  @PostMapping("/account/sessions/end-others")
  @Needs(Permission.ACCOUNT_OWN)
  public Reply endOthers(Identity identity) {
    access.sessions().endOthers(identity);
    return Reply.go("/account", Notice.OTHER_SESSIONS_ENDED);
  }

  /** Sets a new password; the session goes on under a new token. */
  @PostMapping("/account/password")
  @Needs(Permission.ACCOUNT_OWN)
  public Reply password(
      @RequestParam Map<String, String> form,
      Identity identity,
      HttpServletRequest request,
      HttpServletResponse response) {
    String password = form.getOrDefault("password", "");
    if (!password.equals(form.getOrDefault("repeat", ""))) {
      return again(identity, "password.repeat", FieldError.of(Fault.NOT_THE_SAME));
    }
    var change =
        access
            .accounts()
            .password(
                identity,
                Secret.of(form.getOrDefault("current", "")),
                Secret.of(password),
                origins.of(request));
    return switch (change) {
      case Changed changed -> {
        if (changed.next() instanceof SignedIn in) {
          cookies.write(response, Kind.SESSION, in.session().reveal());
        }
        yield Reply.go("/account", Notice.PASSWORD_CHANGED);
      }
      case Weak weak -> again(identity, "password.password", Faults.of(weak.weakness()));
      case Wrong _ -> again(identity, "password.current", FieldError.of(Fault.WRONG_PASSWORD));
      case TooOften wait ->
          again(
              identity,
              "password.current",
              FieldError.of(Fault.LOCKED, new Wait(wait.left()).minutes()));
      case Spent _ -> Reply.go("/account", Notice.NOT_DONE);
    };
  }

  private Reply again(Identity identity, String field, FieldError error) {
    return Reply.again(account(identity, Map.of(field, error)));
  }

  /** Every role must have its second factor: it can be set up anew, not switched off. */
  @PostMapping("/account/second-factor/off")
  @Needs(Permission.ACCOUNT_OWN)
  public Reply factorOff() {
    return Reply.go("/account", Notice.NOT_DONE);
  }

  /** New recovery codes. */
  @PostMapping("/account/recovery-codes")
  @Needs(Permission.ACCOUNT_OWN)
  public Reply recoveryCodes(
      @RequestParam(defaultValue = "") String code, Identity identity, HttpServletRequest request) {
    Optional<List<String>> codes =
        access.accounts().renewCodes(identity, code, origins.of(request));
    return codes
        .map(c -> Reply.show(new RecoveryCodes(c, "/account")))
        .orElseGet(() -> again(identity, "recovery-codes.code", FieldError.of(Fault.WRONG_CODE)));
  }

  /** Language and theme, also before signing in. */
  @PostMapping("/preferences")
  @OpenToAnyone(because = "language and theme are chosen before signing in too")
  public Reply preferences(
      @RequestParam(defaultValue = "") String language,
      @RequestParam(defaultValue = "") String theme,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Language.ofTag(language)
        .ifPresent(
            l -> {
              cookies.write(response, Kind.LANGUAGE, l.tag());
              signedIn(request).ifPresent(who -> access.people().chose(who.person(), l.tag()));
            });
    Theme.ofWord(theme).ifPresent(t -> cookies.write(response, Kind.THEME, t.word()));
    return Reply.go(back, Notice.PREFERENCES_SAVED);
  }

  private static Optional<Identity> signedIn(HttpServletRequest request) {
    return Optional.ofNullable((Identity) request.getAttribute(Identity.class.getName()));
  }
}
