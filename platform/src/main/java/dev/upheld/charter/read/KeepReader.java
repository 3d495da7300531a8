package dev.upheld.charter.read;

import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.KeepRule.Phase;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.TermText;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.shape.View;
import dev.upheld.kernel.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads how long data is kept. */
final class KeepReader {
  private static final String BACKUP = "backup";

  private KeepReader() {}

  static Stated<List<KeepRule>> keep(View activity, List<String> clauses) {
    return Read.stated(activity, "keep", view -> rules(view, clauses));
  }

  private static Optional<List<KeepRule>> rules(View activity, List<String> clauses) {
    boolean single = activity.child("keep").isPresent();
    List<KeepRule> rules =
        activity.children("keep").stream()
            .map(view -> rule(view, single ? activity.keyAt("keep") : view.at(), clauses))
            .toList();
    return rules.isEmpty() ? Optional.empty() : Optional.of(rules);
  }

  private static KeepRule rule(View view, Location at, List<String> clauses) {
    Source source = new Source(at, view.texts("clause")).orClauses(clauses);
    return new KeepRule(
        Set.copyOf(view.texts("of")),
        view.text("when"),
        view.has("stages") ? stages(view, source) : List.of(phase(view, source)),
        Read.items(
            view,
            "unless",
            spot -> new Extension(spot.text(), Optional.empty()),
            v -> new Extension(v.text("reason").orElse(""), limit(v))),
        view.text("why"),
        source);
  }

  private static Phase phase(View view, Source source) {
    return new Phase(
        Optional.empty(),
        limit(view).orElseGet(KeepReader::noLimit),
        view.flag("at-least"),
        then(view, EndAction.DELETE),
        List.of(),
        warn(view),
        view.text("law"),
        source);
  }

  /** Of a rule whose limit was faulty; it only stands in until the fault is mended. */
  private static Limit noLimit() {
    return new Limit.Criterion("", Optional.empty());
  }

  /** Data moves on to the next stage, and at the end of the last live one comes the end action. */
  private static List<Phase> stages(View rule, Source source) {
    List<View> stages = rule.children("stages");
    EndAction end = then(rule, EndAction.DELETE);
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      View stage = stages.get(i);
      boolean last =
          stages.subList(i + 1, stages.size()).stream().allMatch(s -> s.says("stage", BACKUP));
      phases.add(
          new Phase(
              stage.text("stage"),
              limit(stage).orElseGet(KeepReader::noLimit),
              stage.flag("at-least") || rule.flag("at-least"),
              then(stage, last ? end : EndAction.ARCHIVE),
              stage.texts("readers"),
              warn(stage),
              stage.text("law").or(() -> rule.text("law")),
              new Source(stage.at(), stage.texts("clause")).and(source.clauses())));
    }
    return phases;
  }

  /** The longest time first: that is the order in which the mails come. */
  private static List<Term> warn(View view) {
    return view.texts("warn").stream()
        .flatMap(text -> Terms.parse(text).stream())
        .sorted(Comparator.comparingLong(Terms::mostDays).reversed())
        .toList();
  }

  private static EndAction then(View view, EndAction otherwise) {
    return view.text("then").map(t -> Read.constant(EndAction.class, t)).orElse(otherwise);
  }

  /** The limit that the keys of a mapping say; empty when they say none. */
  static Optional<Limit> limit(View view) {
    if (view.has("for")) {
      return after(view);
    }
    if (view.has("earliest-of")) {
      return several(view, "earliest-of").map(Limit.Earliest::new);
    }
    if (view.has("latest-of")) {
      return several(view, "latest-of").map(Limit.Latest::new);
    }
    if (view.has("criterion")) {
      return view.text("criterion")
          .map(text -> new Limit.Criterion(text, Read.term(view, "review")));
    }
    return view.text("until").map(Limit.Until::new);
  }

  private static Optional<Limit> after(View view) {
    return view.text("for")
        .map(Terms::read)
        .flatMap(
            term ->
                term instanceof TermText.Fits(Term shortest, Term longest)
                    ? view.text("from").map(from -> new Limit.After(longest, shortest, from))
                    : Optional.empty());
  }

  private static Optional<List<Limit>> several(View view, String key) {
    List<Limit> limits = view.children(key).stream().flatMap(v -> limit(v).stream()).toList();
    return limits.isEmpty() ? Optional.empty() : Optional.of(limits);
  }
}
