package dev.upheld.law;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A right that a law gives to people.
 *
 * @param id its name
 * @param reference where the law gives it
 * @param dpv its term in the Data Privacy Vocabulary: {@code eu-gdpr:A15}
 * @param standings what holds under each lawful basis; a basis left out is not covered by the pack
 * @param limits grounds on which the law lets it be refused or limited, each with its article
 * @param notes conditions and case law worth knowing when answering
 */
public record Right(
    RightId id,
    LawReference reference,
    Optional<String> dpv,
    Map<LawfulBasis, Sourced<Standing>> standings,
    List<Sourced<String>> limits,
    List<Sourced<String>> notes) {
  public Right {
    standings = Map.copyOf(standings);
    limits = List.copyOf(limits);
    notes = List.copyOf(notes);
  }
}
