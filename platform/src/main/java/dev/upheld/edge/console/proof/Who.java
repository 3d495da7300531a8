package dev.upheld.edge.console.proof;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.People.Person;
import dev.upheld.access.People.State;
import dev.upheld.access.PersonId;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.journal.ReferenceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts names to the references under which the journal and the board know people. */
final class Who {
  private final Access access;

  Who(Access access) {
    this.access = access;
  }

  /** Whoever asks, as the board knows them. */
  ReferenceId of(Identity identity) {
    return access.people().reference(identity.person());
  }

  /** People a promise can be given to, by name. */
  List<Choice> owners() {
    return access.people().list().stream()
        .filter(p -> p.state() == State.ACTIVE)
        .map(p -> new Choice(p.id().toString(), called(p)))
        .toList();
  }

  /** The reference of a person chosen from {@link #owners}; empty when there is no such person. */
  Optional<ReferenceId> chosen(String value) {
    return PersonId.parse(value)
        .flatMap(id -> access.people().find(id))
        .filter(p -> p.state() == State.ACTIVE)
        .map(p -> access.people().reference(p.id()));
  }

  /** Those of them who are still known, with the value under which they can be chosen. */
  Map<ReferenceId, Choice> known(Collection<ReferenceId> references) {
    Map<ReferenceId, PersonId> ids = access.people().resolve(Set.copyOf(references));
    Map<PersonId, String> names =
        access.people().list().stream()
            .filter(p -> ids.containsValue(p.id()))
            .collect(Collectors.toMap(Person::id, Who::called));
    Map<ReferenceId, Choice> known = new HashMap<>();
    ids.forEach(
        (reference, id) -> {
          String name = names.get(id);
          if (name != null) {
            known.put(reference, new Choice(id.toString(), name));
          }
        });
    return known;
  }

  private static String called(Person person) {
    return person.name().isBlank() ? person.email() : person.name();
  }
}
