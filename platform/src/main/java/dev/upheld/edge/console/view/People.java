package dev.upheld.edge.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may use Upheld. Forms, all shown only when {@code manage}:
 *
 * <ul>
 *   <li>{@code POST /people/invite}: {@code email}, {@code role}
 *   <li>{@code POST /people/withdraw}: {@code person} (an invitation not accepted yet)
 *   <li>{@code POST /people/role}: {@code person}, {@code role}
 *   <li>{@code POST /people/disable}, {@code POST /people/enable}: {@code person}
 *   <li>{@code POST /people/erase}: {@code person} (one who is disabled)
 *   <li>{@code POST /people/reset}: {@code person} (sends the mail to set a new password)
 * </ul>
 *
 * @param people by name
 * @param roles the words of all roles, in order
 * @param manage whether the person looking may change anything
 * @param email what was entered in the invitation before
 * @param role what was chosen there before; empty text for none
 * @param errors by field of the invitation: {@code email}, {@code role}, {@link FieldError#FORM}
 */
public record People(
    List<Person> people,
    List<String> roles,
    boolean manage,
    String email,
    String role,
    Map<String, FieldError> errors)
    implements View {
  public People {
    people = List.copyOf(people);
    roles = List.copyOf(roles);
    errors = Map.copyOf(errors);
  }

  /**
   * One person.
   *
   * @param id what forms send
   * @param name empty text until the invitation is accepted
   * @param self whether it is the person looking, who cannot change themselves
   * @param lastSeen when they last did something; empty for never
   */
  public record Person(
      String id,
      String name,
      String email,
      String role,
      State state,
      boolean secondFactor,
      Optional<Instant> lastSeen,
      boolean self) {}

  /** How a person stands. */
  public enum State {
    INVITED,
    ACTIVE,
    LOCKED,
    DISABLED
  }
}
