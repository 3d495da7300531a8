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
    List<String> countries = known(word).flatMap(r -> r.countries().value()).orElse(List.of());
    String name = called(word);
    return countries.isEmpty() ? name : name + " in " + String.join("/", countries);
  }

  /** The name of a recipient alone, or its word where the policy gives no name. */
  String called(String word) {
    return known(word).flatMap(r -> r.name().value()).orElse(word);
  }

  private Optional<Recipient> known(String word) {
    return Optional.ofNullable(charter.recipients().get(word));
  }
}
