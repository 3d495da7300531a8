package dev.upheld.app.serve;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Organisation.Contact;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.duty.request.Requests;
import dev.upheld.duty.request.Requests.Officer;
import dev.upheld.register.Subjects;
import dev.upheld.store.StoreHome;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Requests of people, put together for a server. */
final class Asking {
  /** Under which the pages of people who asked lie. */
  private static final String PAGE = "/privacy/request/";

  private Asking() {}

  static Requests of(Foundation on, Supplier<Charter> charter) {
    return new Requests(
        new Requests.Parts(
            on.store(),
            on.journal(),
            on.mail(),
            charter,
            on.vault(),
            Wiring.caseKeys(on.config(), StoreHome.of(on.env())),
            new Subjects(() -> on.vault().hash("register"), on.clock()),
            () -> officers(on, charter.get()),
            () -> RequestWork.NONE,
            on.url(),
            PAGE,
            on.clock()));
  }

  /** Whoever the charter names for such questions, else who is told of promises. */
  private static List<Officer> officers(Foundation on, Charter charter) {
    return Stream.of("dpo", "privacy")
        .flatMap(word -> Optional.ofNullable(charter.organisation().contacts().get(word)).stream())
        .map(Contact::email)
        .flatMap(email -> email.value().stream())
        .findFirst()
        .or(() -> on.config().proof().mail())
        .map(email -> List.of(new Officer(email, language(on, email))))
        .orElse(List.of());
  }

  private static String language(Foundation on, String email) {
    return on.tongues().known(on.access().people().language(on.store().dsl(), email));
  }
}
