package dev.upheld.charter.compare;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.promise.Promise;
import java.util.List;
import java.util.Optional;

/**
 * A charter to be compared.
 *
 * @param promises those derived from it
 * @param findings those of {@code check}
 */
public record Compared(Charter charter, List<Promise> promises, List<Finding> findings) {
  public Compared {
    promises = List.copyOf(promises);
    findings = List.copyOf(findings);
  }

  /** A recipient as a person would name it: {@code Crisp in FR}. */
  String recipient(String word) {
    Optional<Recipient> known = Optional.ofNullable(charter.recipients().get(word));
    String name = known.flatMap(r -> r.name().value()).orElse(word);
    List<String> countries = known.flatMap(r -> r.countries().value()).orElse(List.of());
    return countries.isEmpty() ? name : name + " in " + String.join("/", countries);
  }
}
