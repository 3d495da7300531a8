package dev.upheld.datamap.adopt;

import java.util.Optional;

/**
 * The company that begins.
 *
 * @param id first part of every promise id: lower-case letters, digits and dashes
 * @param name begins with a letter or digit
 * @param contact the address people write to, of the data protection officer where there is one;
 *     empty leaves it open
 * @param country ISO 3166-1 alpha-2; empty keeps the other company's
 * @param law the pack its charter stands under; empty keeps the other company's
 */
public record Newcomer(
    String id,
    String name,
    Optional<String> contact,
    Optional<String> country,
    Optional<String> law) {

  /** The domain of addresses of its own; of a contact, where one is given. */
  String domain() {
    return contact.map(c -> c.substring(c.indexOf('@') + 1)).orElse(id + ".example");
  }

  /** The name as it stands in a sentence: a comma would end a value in a list of YAML. */
  String spoken() {
    return name.replace(",", "");
  }
}
