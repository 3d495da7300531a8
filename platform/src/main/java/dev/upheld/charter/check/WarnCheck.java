package dev.upheld.charter.check;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.TermText;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a promised warning can come at all: somebody must know a while before that the end comes,
 * and whoever comes back must have left again before the next warning.
 */
final class WarnCheck {
  /** Between coming back and the next warning; a server may be down for some days of it. */
  private static final int SPARE_DAYS = 7;

  private final References references;

  WarnCheck(References references) {
    this.references = references;
  }

  void check(View rule) {
    List<View> stages = rule.children("stages");
    if (stages.isEmpty()) {
      warnings(rule, rule);
    } else {
      rule.spots("warn")
          .forEach(
              spot ->
                  report(
                      spot,
                      "It is not said before the end of which stage the mail comes.",
                      "Write warn in the stage that is meant."));
      stages.forEach(stage -> warnings(stage, rule));
    }
  }

  private void warnings(View phase, View rule) {
    List<Spot> warnings = phase.spots("warn");
    if (warnings.isEmpty()) {
      return;
    }
    Spot first = warnings.getFirst();
    List<View> leaves = new ArrayList<>();
    leaves(phase, leaves);
    if (phase.says("stage", "backup")) {
      report(first, "Nobody can be told before a backup is gone.", "Take warn away here.");
    } else if (phase.says("then", "keep") || (phase == rule && rule.says("then", "keep"))) {
      report(
          first,
          "Nothing goes in the end, so there is nothing to tell of.",
          "Take warn away, or write another end action.");
    } else if (leaves.stream().anyMatch(leaf -> !leaf.has("for"))) {
      report(
          first,
          "When this data goes is not known before: it ends with an event or for a reason.",
          "Give it a period (for: 24 months, from: last-activity), or take warn away.");
    } else {
      lengths(warnings, leaves);
    }
  }

  private static void leaves(View limit, List<View> leaves) {
    List<View> parts =
        Stream.concat(limit.children("earliest-of").stream(), limit.children("latest-of").stream())
            .toList();
    if (parts.isEmpty()) {
      leaves.add(limit);
    } else {
      parts.forEach(part -> leaves(part, leaves));
    }
  }

  private void lengths(List<Spot> warnings, List<View> leaves) {
    Set<String> seen = new HashSet<>();
    for (Spot warning : warnings) {
      Optional<Term> term = Terms.parse(warning.text());
      if (term.isPresent() && !seen.add(Terms.canonical(term.get()))) {
        report(
            warning,
            "%s before, a mail is promised already.".formatted(Terms.say(term.get())),
            "Take one of the two away, or change it.");
      }
      Optional<Term> limit =
          term.flatMap(
              t ->
                  leaves.stream()
                      .flatMap(WarnCheck::shortest)
                      .filter(l -> tooShort(l, t))
                      .findFirst());
      limit.ifPresent(
          l ->
              report(
                  warning,
                  "A mail %s before comes too early for data that is kept %s."
                      .formatted(Said.quote(warning.text()), Terms.say(l)),
                  "Write a time that is shorter than the period, by a week or more."));
    }
  }

  private static Stream<Term> shortest(View limit) {
    return limit.text("for").map(Terms::read).stream()
        .filter(TermText.Fits.class::isInstance)
        .map(text -> ((TermText.Fits) text).shortest());
  }

  private static boolean tooShort(Term limit, Term warning) {
    return Terms.leastDays(limit) - Terms.mostDays(warning) < SPARE_DAYS;
  }

  private void report(Spot spot, String what, String mend) {
    references.report(spot, CharterCode.IMPOSSIBLE_WARNING, what, mend);
  }
}
