package dev.upheld.edge.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One's own account. Forms:
 *
 * <ul>
 *   <li>{@code POST /account/sessions/end}: {@code session=ID}
 *   <li>{@code POST /account/sessions/end-others}: nothing
 *   <li>{@code POST /account/password}: {@code current}, {@code password}, {@code repeat}
 *   <li>{@code GET /account/second-factor}: a link, shows {@link EnrolSecondFactor}
 *   <li>{@code POST /account/second-factor/off}: {@code password}; only when it is not required
 *   <li>{@code POST /account/recovery-codes}: {@code code} (of the authenticator), shows {@link
 *       RecoveryCodes}
 *   <li>{@code POST /preferences}: {@code language} ({@code en}, {@code fr}), {@code theme} ({@code
 *       auto}, {@code light}, {@code dark}), {@code back} (the own path to come back to; the server
 *       must check that it is one); either of the first two may be missing
 * </ul>
 *
 * @param name of the person
 * @param email to sign in with
 * @param role the word of the role
 * @param sessions newest first, the present one among them
 * @param secondFactorSince since when it is on; empty when it is off
 * @param secondFactorRequired whether the role must have it, so that it cannot be switched off
 * @param recoveryCodesLeft how many were not used yet
 * @param leastLength of a password, in characters
 * @param errors by {@code form.field}: {@code password.current}, {@code password.password}, {@code
 *     password.repeat}, {@code second-factor.password}, {@code recovery-codes.code}
 */
public record Account(
    String name,
    String email,
    String role,
    List<Session> sessions,
    Optional<Instant> secondFactorSince,
    boolean secondFactorRequired,
    int recoveryCodesLeft,
    int leastLength,
    Map<String, FieldError> errors)
    implements View {
  public Account {
    sessions = List.copyOf(sessions);
    errors = Map.copyOf(errors);
  }

  /**
   * One session.
   *
   * @param id what the form sends
   * @param device browser and system in words: {@code Firefox, Linux}
   * @param address the network it came from, shortened: {@code 192.0.2.0/24}
   * @param current whether it is the one that looks at this page
   */
  public record Session(
      String id, String device, String address, Instant began, Instant seen, boolean current) {}
}
