package dev.upheld.edge.console.account;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.OpenToAnyone;
import dev.upheld.access.Origin;
import dev.upheld.access.Sessions.Visitor;
import dev.upheld.access.SignIn.Enrolled;
import dev.upheld.access.SignIn.Gone;
import dev.upheld.access.SignIn.NeedsCode;
import dev.upheld.access.SignIn.NeedsEnrolment;
import dev.upheld.access.SignIn.NotYou;
import dev.upheld.access.SignIn.Outcome;
import dev.upheld.access.SignIn.Refused;
import dev.upheld.access.SignIn.SignedIn;
import dev.upheld.access.SignIn.Wait;
import dev.upheld.edge.console.http.Back;
import dev.upheld.edge.console.http.Cookies;
import dev.upheld.edge.console.http.Cookies.Kind;
import dev.upheld.edge.console.http.FormToken;
import dev.upheld.edge.console.http.Origins;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.EnrolSecondFactor;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RecoveryCode;
import dev.upheld.edge.console.view.RecoveryCodes;
import dev.upheld.edge.console.view.SecondFactor;
import dev.upheld.edge.console.view.SignIn;
import dev.upheld.edge.console.view.View;
import dev.upheld.kernel.Secret;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in and going out. */
@Controller
public final class SignInDoor {
  private static final String ANYONE = "whoever signs in is not signed in yet";
  private static final String ISSUER = "Upheld";

  private final Access access;
  private final Cookies cookies;
  private final Origins origins;

  public SignInDoor(Access access, Cookies cookies, Origins origins) {
    this.access = access;
    this.cookies = cookies;
    this.origins = origins;
  }

  /** The first page; whoever is signed in already goes on. */
  @GetMapping("/sign-in")
  @OpenToAnyone(because = ANYONE)
  public Reply form(
      @RequestParam(defaultValue = "/") String to,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (request.getAttribute(Visitor.class.getName()) != null) {
      return Reply.go(to);
    }
    if (!Back.safe(to).equals("/")) {
      cookies.write(response, Kind.NEXT, Next.written(Back.safe(to)));
    }
    return Reply.show(new SignIn("", Map.of()));
  }

  /** Address and password. */
  @PostMapping("/sign-in")
  @OpenToAnyone(because = ANYONE)
  public Reply password(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    Origin origin = origins.of(request);
    Outcome outcome = access.signIn().password(email, Secret.of(password), origin);
    return onward(outcome, request, response, errors -> new SignIn(email, errors));
  }

  /** The page for the code of the authenticator. */
  @GetMapping("/sign-in/code")
  @OpenToAnyone(because = ANYONE)
  public Reply codeForm(HttpServletRequest request) {
    return awaitsCode(request) ? Reply.show(new SecondFactor(Map.of())) : Reply.go("/sign-in");
  }

  /** The code of the authenticator. */
  @PostMapping("/sign-in/code")
  @OpenToAnyone(because = ANYONE)
  public Reply code(
      @RequestParam(defaultValue = "") String code,
      HttpServletRequest request,
      HttpServletResponse response) {
    Outcome outcome = access.signIn().code(session(request), code, origins.of(request));
    return onward(outcome, request, response, errors -> new SecondFactor(coded("code", errors)));
  }

  /** The page for a recovery code. */
  @GetMapping("/sign-in/recovery")
  @OpenToAnyone(because = ANYONE)
  public Reply recoveryForm(HttpServletRequest request) {
    return awaitsCode(request) ? Reply.show(new RecoveryCode(Map.of())) : Reply.go("/sign-in");
  }

  /** A recovery code. */
  @PostMapping("/sign-in/recovery")
  @OpenToAnyone(because = ANYONE)
  public Reply recovery(
      @RequestParam(defaultValue = "") String recovery,
      HttpServletRequest request,
      HttpServletResponse response) {
    Outcome outcome = access.signIn().recovery(session(request), recovery, origins.of(request));
    Reply reply =
        onward(outcome, request, response, errors -> new RecoveryCode(coded("recovery", errors)));
    return outcome instanceof SignedIn
        ? Reply.go(next(request, response), Notice.RECOVERY_CODE_USED)
        : reply;
  }

  /** Sets up the second factor: on the way in, or anew. */
  @GetMapping("/account/second-factor")
  @OpenToAnyone(because = "on the way in nobody is signed in; the session decides")
  public Reply enrolForm(HttpServletRequest request) {
    return offered(request, Map.of()).map(Reply::show).orElseGet(() -> Reply.go("/sign-in"));
  }

  private Optional<View> offered(HttpServletRequest request, Map<String, FieldError> errors) {
    return access
        .signIn()
        .enrolment(session(request), ISSUER)
        .map(o -> new EnrolSecondFactor(o.uri(), o.key(), o.required(), o.exchange(), errors));
  }

  /** The first code of the new authenticator. */
  @PostMapping("/account/second-factor")
  @OpenToAnyone(because = "on the way in nobody is signed in; the session decides")
  public Reply enrol(
      @RequestParam(defaultValue = "") String code,
      @RequestParam(defaultValue = "") String password,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean signedIn = request.getAttribute(Identity.class.getName()) != null;
    Outcome outcome =
        access.signIn().enrol(session(request), Secret.of(password), code, origins.of(request));
    if (outcome instanceof Enrolled enrolled) {
      opened(request, response, enrolled.session());
      String next = signedIn ? "/account" : next(request, response);
      return Reply.show(new RecoveryCodes(enrolled.recoveryCodes(), next));
    }
    return onward(
        outcome,
        request,
        response,
        errors -> offered(request, coded("code", errors)).orElseGet(() -> new SignIn("", errors)));
  }

  /** A link that signs in once, printed on the terminal. */
  @GetMapping("/enter/{token}")
  @OpenToAnyone(because = "the link is what signs in")
  public Reply enter(
      @PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
    Outcome outcome = access.accounts().enter(token, origins.of(request));
    if (outcome instanceof SignedIn in) {
      opened(request, response, in.session());
      return Reply.go("/");
    }
    return Reply.go("/sign-in", Notice.LINK_SPENT);
  }

  /** Ends the session; done twice it does nothing. */
  @PostMapping("/sign-out")
  @OpenToAnyone(because = "a session that is over can be left too")
  public Reply out(HttpServletRequest request, HttpServletResponse response) {
    access.sessions().signOut(session(request));
    cookies.clear(response, Kind.SESSION);
    response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
    return Reply.go("/sign-in", Notice.SIGNED_OUT);
  }

  /** Where a step leads; the form again when it was not right. */
  Reply onward(
      Outcome outcome,
      HttpServletRequest request,
      HttpServletResponse response,
      Function<Map<String, FieldError>, View> again) {
    return switch (outcome) {
      case Refused _ ->
          Reply.again(again.apply(Map.of(FieldError.FORM, FieldError.of(Fault.WRONG_SIGN_IN))));
      case Wait wait ->
          Reply.again(
              again.apply(Map.of(FieldError.FORM, FieldError.of(Fault.LOCKED, wait.minutes()))));
      case NotYou _ ->
          Reply.again(again.apply(Map.of("password", FieldError.of(Fault.WRONG_PASSWORD))));
      case NeedsCode needs -> {
        opened(request, response, needs.session());
        yield Reply.go("/sign-in/code");
      }
      case NeedsEnrolment needs -> {
        opened(request, response, needs.session());
        yield Reply.go("/account/second-factor");
      }
      case SignedIn in -> {
        opened(request, response, in.session());
        yield Reply.go(next(request, response));
      }
      case Enrolled enrolled -> {
        opened(request, response, enrolled.session());
        yield Reply.show(new RecoveryCodes(enrolled.recoveryCodes(), "/"));
      }
      case Gone _ -> Reply.go("/sign-in", Notice.SESSION_OVER);
    };
  }

  private void opened(
      HttpServletRequest request, HttpServletResponse response, Secret<String> session) {
    cookies.write(response, Kind.SESSION, session.reveal());
    FormToken.changed(request, session);
    String language = cookies.language(request).tag();
    access
        .sessions()
        .visit(session.reveal())
        .ifPresent(v -> access.people().came(v.identity().person(), language));
  }

  /** A wrong code is said beside the field; a wait stays with the form. */
  private static Map<String, FieldError> coded(String field, Map<String, FieldError> errors) {
    FieldError error = errors.get(FieldError.FORM);
    return error != null && error.fault() == Fault.WRONG_SIGN_IN
        ? Map.of(field, FieldError.of(Fault.WRONG_CODE))
        : errors;
  }

  private boolean awaitsCode(HttpServletRequest request) {
    return access.signIn().awaitsCode(session(request));
  }

  private String session(HttpServletRequest request) {
    return cookies.read(request, Kind.SESSION).orElse("");
  }

  private String next(HttpServletRequest request, HttpServletResponse response) {
    String next = cookies.read(request, Kind.NEXT).map(Next::read).orElse("/");
    cookies.clear(response, Kind.NEXT);
    return Back.safe(next);
  }
}
