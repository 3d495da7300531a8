package dev.upheld.app.serve;

import dev.upheld.charter.model.Charter;
import dev.upheld.register.Fingerprints;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Fingerprints of people in the words of a charter: whoever marks a mail address marks it under
 * every word that means one, so that it is found by whichever a program uses.
 */
record Prints(Fingerprints fingerprints, Supplier<Charter> charter) {

  /** All under which the person is to be found. */
  Set<String> of(Map<String, ? extends Collection<String>> identifiers) {
    Set<String> prints = new HashSet<>();
    List<String> mail = AskedBy.mailWords(charter.get());
    identifiers.forEach(
        (word, values) -> {
          List<String> words = mail.contains(word) ? mail : List.of(word);
          words.forEach(w -> values.forEach(v -> prints.add(fingerprints.of(w, v))));
        });
    return prints;
  }
}
