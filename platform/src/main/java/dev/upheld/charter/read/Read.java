package dev.upheld.charter.read;

import dev.upheld.charter.model.Activity.Listed;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.kernel.yaml.YamlNode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Small steps that every reader takes. */
final class Read {
  private Read() {}

  /** The place of a key, and the clauses of the mapping under it. */
  static Source source(View view, String key) {
    return new Source(
        view.keyAt(key), view.child(key).map(child -> child.texts("clause")).orElse(List.of()));
  }

  /** The place of a mapping without a key of its own, and its clauses. */
  static Source source(View view) {
    return new Source(view.at(), view.texts("clause"));
  }

  /** Words under a key: one, a list, or a mapping with the words under {@code inner}. */
  static Optional<Listed> listed(View view, String key, String inner) {
    if (!view.has(key)) {
      return Optional.empty();
    }
    List<String> words = view.child(key).map(c -> c.texts(inner)).orElseGet(() -> view.texts(key));
    return Optional.of(new Listed(words, source(view, key)));
  }

  /** A value that may be open or absent. */
  static <T> Stated<T> stated(View view, String key, Function<View, Optional<T>> known) {
    Optional<Spot> spot = view.spot(key);
    if (spot.filter(s -> s.text().equals(Shapes.NOT_STATED)).isPresent()) {
      return new Stated.Open<>(spot.get().at());
    }
    return known.apply(view).<Stated<T>>map(Stated.Known::new).orElseGet(Stated.Absent::new);
  }

  static Stated<String> statedText(View view, String key) {
    return stated(view, key, v -> v.text(key));
  }

  static Stated<Term> statedTerm(View view, String key) {
    return stated(view, key, v -> term(v, key));
  }

  static Optional<Term> term(View view, String key) {
    return view.text(key).flatMap(Terms::parse);
  }

  static Optional<LocalDate> date(View view, String key) {
    return view.text(key).map(LocalDate::parse);
  }

  /** The constant of an enum as the charter writes it: {@code legitimate-interest}. */
  static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Each entry of the table under a key, with the view that holds it, in the order written. */
  static <T> Map<String, T> table(View view, String key, BiFunction<View, String, T> read) {
    Map<String, T> all = new LinkedHashMap<>();
    view.child(key)
        .ifPresent(table -> table.keys().forEach(word -> all.put(word, read.apply(table, word))));
    return all;
  }

  /** The mapping under a key of a table; the shape promises that it is one. */
  static View inner(View table, String word) {
    return table.child(word).orElseGet(() -> View.empty(table.keyAt(word)));
  }

  /** Texts by word. */
  static Map<String, String> texts(View view, String key) {
    return table(view, key, (table, word) -> table.text(word).orElse(""));
  }

  /** Each item under a key as a word alone or as a mapping. */
  static <T> List<T> items(
      View view, String key, Function<Spot, T> ofWord, Function<View, T> ofMapping) {
    return view.items(key).flatMap(node -> item(node, ofWord, ofMapping).stream()).toList();
  }

  private static <T> Optional<T> item(
      YamlNode node, Function<Spot, T> ofWord, Function<View, T> ofMapping) {
    return View.view(node).map(ofMapping).or(() -> View.spot(node).map(ofWord));
  }
}
