package dev.upheld.law;

import java.util.Optional;

/**
 * Who watches over data protection in a jurisdiction.
 *
 * @param id short name: {@code CNIL}
 * @param name full name in the country's language
 * @param address postal address; empty when the pack does not know it
 * @param complaints where a person complains; empty when the pack does not know it
 * @param breaches where a breach is notified; empty when the pack does not know it or there is no
 *     such duty
 * @param website its site
 * @param dpv its term in the Data Privacy Vocabulary
 */
public record Authority(
    String id,
    Sourced<String> name,
    Optional<Sourced<String>> address,
    Optional<Sourced<String>> complaints,
    Optional<Sourced<String>> breaches,
    Optional<Sourced<String>> website,
    Optional<String> dpv) {}
