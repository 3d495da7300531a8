package dev.upheld.edge.console.account;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.People.Done;
import dev.upheld.access.Permission;
import dev.upheld.access.PersonId;
import dev.upheld.access.Role;
import dev.upheld.access.Traces;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.People;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may use Upheld. */
@Controller
public final class PeopleDoor {
  private static final String HERE = "/people";

  private final Access access;
  private final Traces traces;

  /**
   * @param traces of people in other parts, erased with them
   */
  public PeopleDoor(Access access, Traces traces) {
    this.access = access;
    this.traces = traces;
  }

  /** Everybody. */
  @GetMapping(HERE)
  @Needs(Permission.PEOPLE_READ)
  public People people(Identity identity) {
    return people(identity, "", "", Map.of());
  }

  private People people(
      Identity identity, String email, String role, Map<String, FieldError> errors) {
    List<People.Person> all =
        access.people().list().stream()
            .map(
                p ->
                    new People.Person(
                        p.id().toString(),
                        p.name(),
                        p.email(),
                        p.role().word(),
                        switch (p.state()) {
                          case INVITED -> People.State.INVITED;
                          case ACTIVE -> People.State.ACTIVE;
                          case DISABLED -> People.State.DISABLED;
                        },
                        p.secondFactor(),
                        p.lastSeen(),
                        p.id().equals(identity.person())))
            .toList();
    List<String> roles = Stream.of(Role.values()).map(Role::word).toList();
    boolean manage = identity.may(Permission.PEOPLE_MANAGE);
    return new People(all, roles, manage, email, role, errors);
  }

  /** Invites somebody by mail. */
  @PostMapping("/people/invite")
  @Needs(Permission.PEOPLE_MANAGE)
  public Reply invite(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String role,
      Identity identity) {
    Map<String, FieldError> errors = new HashMap<>();
    if (!Faults.isAddress(email)) {
      errors.put("email", FieldError.of(Fault.NOT_AN_ADDRESS));
    }
    Optional<Role> chosen = Role.ofWord(role);
    if (chosen.isEmpty()) {
      errors.put("role", FieldError.of(Fault.UNKNOWN_CHOICE));
    }
    if (errors.isEmpty()
        && access.people().invite(identity, email, chosen.orElseThrow()) == Done.TAKEN) {
      errors.put("email", FieldError.of(Fault.TAKEN));
    }
    return errors.isEmpty()
        ? Reply.go(HERE, Notice.INVITATION_SENT)
        : Reply.again(people(identity, email, role, errors));
  }

  /** Takes an invitation back. */
  @PostMapping("/people/withdraw")
  @Needs(Permission.PEOPLE_MANAGE)
  public Reply withdraw(@RequestParam(defaultValue = "") String person, Identity identity) {
    return to(person, Notice.INVITATION_WITHDRAWN, p -> access.people().withdraw(identity, p));
  }

  /** Gives another role. */
  @PostMapping("/people/role")
  @Needs(Permission.PEOPLE_MANAGE)
  public Reply role(
      @RequestParam(defaultValue = "") String person,
      @RequestParam(defaultValue = "") String role,
      Identity identity) {
    return Role.ofWord(role)
        .map(r -> to(person, Notice.ROLE_CHANGED, p -> access.people().changeRole(identity, p, r)))
        .orElseGet(() -> Reply.go(HERE, Notice.NOT_DONE));
  }

  /** Shuts somebody out. */
  @PostMapping("/people/disable")
  @Needs(Permission.PEOPLE_MANAGE)
  public Reply disable(@RequestParam(defaultValue = "") String person, Identity identity) {
    return to(person, Notice.PERSON_DISABLED, p -> access.people().disable(identity, p));
  }

  /** Lets somebody in again. */
  @PostMapping("/people/enable")
  @Needs(Permission.PEOPLE_MANAGE)
  public Reply enable(@RequestParam(defaultValue = "") String person, Identity identity) {
    return to(person, Notice.PERSON_ENABLED, p -> access.people().enable(identity, p));
  }

  /** Erases somebody who is shut out. */
  @PostMapping("/people/erase")
  @Needs(Permission.PEOPLE_MANAGE)
  public Reply erase(@RequestParam(defaultValue = "") String person, Identity identity) {
    return to(person, Notice.PERSON_ERASED, p -> access.people().erase(identity, p, traces));
  }

  /** Sends somebody the way to set a new password. */
  @PostMapping("/people/reset")
  @Needs(Permission.PEOPLE_MANAGE)
  public Reply reset(@RequestParam(defaultValue = "") String person, Identity identity) {
    return to(person, Notice.RESET_SENT, p -> access.people().reset(identity, p));
  }

  private static Reply to(String person, Notice done, Function<PersonId, Done> act) {
    Done result = PersonId.parse(person).map(act).orElse(Done.NOT_THERE);
    return Reply.go(
        HERE,
        switch (result) {
          case DONE -> done;
          case NOT_YOURSELF -> Notice.NOT_YOURSELF;
          case LAST_OFFICER -> Notice.LAST_OFFICER;
          case TAKEN, NOT_THERE -> Notice.NOT_DONE;
        });
  }
}
