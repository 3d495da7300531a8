package dev.upheld.edge.console.account;

import dev.upheld.access.Access;
import dev.upheld.access.ApiTokens;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.Tokens;
import dev.upheld.kernel.Secret;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own API tokens. */
@Controller
public final class TokensDoor {
  private static final int LONGEST_NAME = 60;
  private static final int PROPOSED_DAYS = 90;

  private final Access access;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param zone in which dates are meant
   */
  public TokensDoor(Access access, InstantSource clock, ZoneId zone) {
    this.access = access;
    this.clock = clock;
    this.zone = zone;
  }

  /** The tokens. */
  @GetMapping("/tokens")
  @Needs(Permission.TOKENS_OWN)
  public Tokens tokens(Identity identity) {
    return tokens(identity, Optional.empty(), blank(), Map.of());
  }

  /** The fields, as sent. */
  public record Form(@Nullable String name, @Nullable List<String> scope, @Nullable String until) {
    String called() {
      return Objects.requireNonNullElse(name, "").strip();
    }

    Set<String> chosen() {
      return Set.copyOf(Objects.requireNonNullElse(scope, List.<String>of()));
    }

    String ends() {
      return Objects.requireNonNullElse(until, "");
    }
  }

  private Form blank() {
    return new Form("", List.of(), today().plusDays(PROPOSED_DAYS).toString());
  }

  private LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }

  private Tokens tokens(
      Identity identity, Optional<String> fresh, Form form, Map<String, FieldError> errors) {
    List<Tokens.Token> all =
        access.tokens().list(identity).stream()
            .map(
                t ->
                    new Tokens.Token(
                        t.id().toString(),
                        t.name(),
                        t.beginning(),
                        words(t.scopes()),
                        t.made(),
                        t.expires().minusSeconds(1),
                        t.used()))
            .toList();
    return new Tokens(
        all,
        words(ApiTokens.grantable(identity)),
        fresh,
        form.called(),
        form.chosen(),
        form.ends(),
        errors);
  }

  private static List<String> words(Set<Permission> scopes) {
    return scopes.stream().sorted().map(Permission::scope).toList();
  }

  /** Makes one; it is shown this once. */
  @PostMapping("/tokens/create")
  @Needs(Permission.TOKENS_OWN)
  public Reply create(Form form, Identity identity) {
    Map<String, FieldError> errors = new HashMap<>();
    Set<Permission> scopes = scopes(form, identity, errors);
    Optional<Instant> ends = ends(form, errors);
    if (form.called().isEmpty()) {
      errors.put("name", FieldError.of(Fault.REQUIRED));
    } else if (form.called().length() > LONGEST_NAME) {
      errors.put("name", FieldError.of(Fault.TOO_LONG, LONGEST_NAME));
    }
    if (!errors.isEmpty()) {
      return Reply.again(tokens(identity, Optional.empty(), form, errors));
    }
    Secret<String> token =
        access.tokens().issue(identity, form.called(), scopes, ends.orElseThrow());
    return Reply.show(tokens(identity, Optional.of(token.reveal()), blank(), Map.of()));
  }

  private static Set<Permission> scopes(
      Form form, Identity identity, Map<String, FieldError> errors) {
    Set<Permission> wanted =
        form.chosen().stream()
            .flatMap(s -> Permission.ofScope(s).stream())
            .collect(Collectors.toSet());
    if (wanted.isEmpty()) {
      errors.put("scope", FieldError.of(Fault.REQUIRED));
    } else if (wanted.size() != form.chosen().size()
        || !ApiTokens.grantable(identity).containsAll(wanted)) {
      errors.put("scope", FieldError.of(Fault.UNKNOWN_CHOICE));
    }
    return wanted;
  }

  /** The token works to the end of the day chosen. */
  private Optional<Instant> ends(Form form, Map<String, FieldError> errors) {
    try {
      LocalDate last = LocalDate.parse(form.ends());
      if (last.isBefore(today())) {
        errors.put("until", FieldError.of(Fault.PAST));
      } else if (last.isAfter(today().plusDays(ApiTokens.LONGEST.toDays() - 1))) {
        errors.put("until", FieldError.of(Fault.TOO_FAR, ApiTokens.LONGEST.toDays() - 1));
      } else {
        return Optional.of(last.plusDays(1).atStartOfDay(zone).toInstant());
      }
    } catch (DateTimeParseException e) {
      errors.put("until", FieldError.of(Fault.NOT_A_DATE));
    }
    return Optional.empty();
  }

  /** Ends one. */
  @PostMapping("/tokens/revoke")
  @Needs(Permission.TOKENS_OWN)
  public Reply revoke(@RequestParam(defaultValue = "") String token, Identity identity) {
    boolean gone = Ids.read(token).map(id -> access.tokens().revoke(identity, id)).orElse(false);
    return Reply.go("/tokens", gone ? Notice.TOKEN_REVOKED : Notice.NOT_DONE);
  }
}
