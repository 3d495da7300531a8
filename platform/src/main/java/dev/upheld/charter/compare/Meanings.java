package dev.upheld.charter.compare;

import dev.upheld.charter.model.Words;
import dev.upheld.charter.model.Words.DataWord;
import dev.upheld.charter.model.Words.Subject;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Promise.Keep;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the words of two promises stand for. The same word for other data, other people or another
 * day is another promise, though the promise reads the same.
 */
final class Meanings {
  private final Compared a;
  private final Compared b;
  private final Points points;

  Meanings(Compared a, Compared b, Points points) {
    this.a = a;
    this.b = b;
    this.points = points;
  }

  /** Data that both name: its term, and what allows it where it is special. */
  void data(Collection<String> one, Collection<String> other) {
    for (String word : both(one, other)) {
      value(word + " means", w -> data(w, word).map(DataWord::is));
      value(word + " is allowed by", w -> data(w, word).flatMap(d -> d.special().value()));
    }
  }

  /** People that both name. */
  void people(Collection<String> one, Collection<String> other) {
    for (String word : both(one, other)) {
      value(word + " means", w -> Optional.ofNullable(w.subjects().get(word)).map(Subject::is));
    }
  }

  /** Events that both count from, where the charters define them. */
  void events(Keep one, Keep other) {
    for (String word : both(events(one), events(other))) {
      value(Spans.spoken(word) + " means", w -> Optional.ofNullable(w.events().get(word)));
    }
  }

  private void value(String about, Function<Words, Optional<String>> meaning) {
    points.value(
        about, meaning.apply(a.charter().words()), meaning.apply(b.charter().words()), Turn.OTHER);
  }

  private static Optional<DataWord> data(Words words, String word) {
    return Optional.ofNullable(words.vocabulary().get(word));
  }

  private static Set<String> events(Keep keep) {
    return Stream.concat(
            Stream.of(keep.limit()),
            keep.extensions().stream().flatMap((Extension e) -> e.limit().stream()))
        .flatMap(Limit::events)
        .collect(Collectors.toSet());
  }

  private static Set<String> both(Collection<String> one, Collection<String> other) {
    TreeSet<String> both = new TreeSet<>(one);
    both.retainAll(other);
    return both;
  }
}
