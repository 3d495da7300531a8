package dev.upheld.charter.derive;

import dev.upheld.charter.model.Source;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Way;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a charter says in one place, before it has a name.
 *
 * @param subject middle part of the name
 * @param kind last part of the name
 * @param activity empty for company-wide statements
 */
record Statement(
    String subject,
    String kind,
    Optional<String> activity,
    Source source,
    Optional<String> owner,
    Way way,
    List<LawRef> law,
    String sentence) {

  /** The same with a law before the others. */
  Statement citing(Optional<LawRef> first) {
    return first
        .filter(ref -> !law.contains(ref))
        .map(
            ref ->
                new Statement(
                    subject,
                    kind,
                    activity,
                    source,
                    owner,
                    way,
                    Stream.concat(Stream.of(ref), law.stream()).toList(),
                    sentence))
        .orElse(this);
  }

  /** The same with an owner of its own, when there is one. */
  Statement ownedBy(Optional<String> own) {
    return new Statement(subject, kind, activity, source, own.or(() -> owner), way, law, sentence);
  }
}
