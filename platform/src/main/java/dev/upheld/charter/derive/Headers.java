package dev.upheld.charter.derive;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.PromiseId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Gives statements their names: the second of a kind is numbered 2. Used for one derivation. */
final class Headers {
  private final String company;
  private final Optional<String> owner;
  private final Phrases phrases;
  private final Map<String, Integer> numbers = new HashMap<>();

  Headers(Charter charter, Phrases phrases) {
    this.company = charter.company();
    this.owner =
        charter
            .organisation()
            .company()
            .owner()
            .or(
                () ->
                    Optional.ofNullable(charter.organisation().contacts().get("dpo"))
                        .flatMap(dpo -> dpo.email().value().or(() -> dpo.name().value())));
    this.phrases = phrases;
  }

  Header of(Statement statement) {
    int number = numbers.merge(statement.subject() + "/" + statement.kind(), 1, Integer::sum);
    PromiseId id =
        new PromiseId(
            company, statement.subject(), statement.kind() + (number == 1 ? "" : "-" + number));
    return new Header(
        id,
        statement.source().clauses(),
        statement.activity(),
        phrases.written(id.toString()).orElse(statement.sentence()),
        statement.law(),
        statement.way(),
        statement.source().at(),
        statement.owner().or(() -> owner));
  }
}
