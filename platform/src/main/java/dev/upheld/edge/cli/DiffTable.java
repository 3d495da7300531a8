package dev.upheld.edge.cli;

import dev.upheld.charter.compare.Compared;
import dev.upheld.charter.compare.Comparison;
import dev.upheld.charter.compare.Difference;
import dev.upheld.charter.compare.Folding;
import dev.upheld.charter.compare.LawShift;
import dev.upheld.charter.compare.Pair;
import dev.upheld.charter.compare.Point;
import dev.upheld.charter.compare.Side;
import dev.upheld.charter.compare.Telling;
import dev.upheld.charter.promise.Promise;
import dev.upheld.edge.cli.Screen.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints a comparison: law first, then what is promised, then what is left open. */
final class DiffTable {
  private static final int INDENT = 4;

  private final Screen screen;
  private final Comparison comparison;
  private final boolean all;

  /**
   * @param all whether lists that are usually folded are written out
   */
  DiffTable(Screen screen, Comparison comparison, boolean all) {
    this.screen = screen;
    this.comparison = comparison;
    this.all = all;
  }

  void print(String a, String b) {
    head("A", a, comparison.a());
    head("B", b, comparison.b());
    law();
    renamed();
    section("Only in A", only(Side.A));
    section("Only in B", only(Side.B));
    Map<Pair, List<Point>> stricter = new LinkedHashMap<>();
    comparison.only(Difference.Stricter.class).forEach(d -> stricter.put(d.pair(), d.points()));
    section("Stricter in B", changed(stricter));
    Map<Pair, List<Point>> weaker = new LinkedHashMap<>();
    comparison.only(Difference.Weaker.class).forEach(d -> weaker.put(d.pair(), d.points()));
    section("Weaker in B", changed(weaker));
    Map<Pair, List<Point>> otherwise = new LinkedHashMap<>();
    comparison.only(Difference.Otherwise.class).forEach(d -> otherwise.put(d.pair(), d.points()));
    section("Different", changed(otherwise));
    section("Noticed by check in A only", noticed(Side.A));
    section("Noticed by check in B only", noticed(Side.B));
    screen.out().println();
    line(summary(), 0);
  }

  private void head(String letter, String path, Compared side) {
    var company = side.charter().organisation().company();
    screen
        .out()
        .println(
            screen.styled(Style.STRONG, letter)
                + "  "
                + Words.safe(
                    "%s: %s (%s), %s"
                        .formatted(
                            path,
                            company.name(),
                            company.country(),
                            Words.count(side.promises().size(), "promise", "promises"))));
  }

  private void law() {
    List<LawShift> shifts = LawShift.of(comparison);
    if (shifts.isEmpty()) {
      return;
    }
    title("Another law");
    for (LawShift shift : shifts) {
      int n = shift.moved().size();
      String promises = Words.count(n, "promise", "promises");
      String rest = n == 1 ? "rests" : "rest";
      line(
          switch (shift.way()) {
            case OTHER -> promises + " " + rest + " on " + laws() + same(shift) + ".";
            case TO_PROMISE ->
                "%s %s on law in A and on the promise alone in B. %s"
                    .formatted(promises, rest, names(shift));
            case TO_LAW ->
                "%s %s on the promise alone in A and on law in B. %s"
                    .formatted(promises, rest, names(shift));
          });
      if (all) {
        shift.byArticle().forEach((articles, names) -> articles(articles, names));
      }
    }
    if (!all) {
      screen.out().println(screen.styled(Style.FAINT, "  --all lists them with their articles."));
    }
  }

  private void articles(String articles, List<String> names) {
    line("  " + articles + ": " + String.join(", ", names), INDENT + 2);
  }

  private String laws() {
    String a = String.join(" and ", LawShift.laws(comparison.a().charter().law()));
    String b = String.join(" and ", LawShift.laws(comparison.b().charter().law()));
    return a.equals(b) ? "other articles" : b + " instead of " + a;
  }

  private String same(LawShift shift) {
    Set<Pair> changed = new HashSet<>();
    comparison.only(Difference.Stricter.class).forEach(d -> changed.add(d.pair()));
    comparison.only(Difference.Weaker.class).forEach(d -> changed.add(d.pair()));
    comparison.only(Difference.Otherwise.class).forEach(d -> changed.add(d.pair()));
    int n = shift.moved().size();
    long same = shift.moved().stream().filter(m -> !changed.contains(m.pair())).count();
    if (same == n) {
      return n == 1 ? " and says the same" : " and say the same";
    }
    if (same == 0) {
      return n == 1 ? " and says something else" : "; none of them says the same";
    }
    return "; %d of them %s the same".formatted(same, same == 1 ? "says" : "say");
  }

  /** Statements of one kind by their subjects: {@code measure-x, measure-y (review)}. */
  private static String names(LawShift shift) {
    Map<String, List<String>> byKind =
        shift.moved().stream()
            .map(Difference.OtherLaw::pair)
            .collect(
                Collectors.groupingBy(
                    p -> p.a().kind(),
                    LinkedHashMap::new,
                    Collectors.mapping(p -> p.a().id().subject(), Collectors.toList())));
    return byKind.entrySet().stream()
            .map(e -> e.getKey() + ": " + String.join(", ", e.getValue()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  private void renamed() {
    List<Difference.Renamed> renamed = comparison.only(Difference.Renamed.class);
    if (!renamed.isEmpty()) {
      title("Another name");
      renamed.forEach(r -> line("The activity " + r.a() + " is called " + r.b() + " in B."));
    }
  }

  /** Promises of one side; an activity that only this side has is said once. */
  private Map<String, List<String>> only(Side side) {
    Compared mine = side == Side.A ? comparison.a() : comparison.b();
    Compared theirs = side == Side.A ? comparison.b() : comparison.a();
    Set<String> renamed = new HashSet<>();
    comparison.only(Difference.Renamed.class).forEach(r -> renamed.addAll(List.of(r.a(), r.b())));
    Map<String, List<String>> lines = new LinkedHashMap<>();
    Map<String, List<Promise>> whole = new LinkedHashMap<>();
    for (Difference.Only one : comparison.only(Difference.Only.class)) {
      if (one.side() == side) {
        Promise p = one.promise();
        String activity = p.header().activity().orElse("");
        if (mine.charter().activities().containsKey(activity)
            && !theirs.charter().activities().containsKey(activity)
            && !renamed.contains(activity)) {
          whole.computeIfAbsent(activity, k -> new ArrayList<>()).add(p);
        } else {
          lines.put(Telling.name(p), List.of(p.header().sentence()));
        }
      }
    }
    Map<String, List<String>> result = new LinkedHashMap<>();
    whole.forEach(
        (activity, promises) ->
            result.put(
                "the activity " + activity,
                promises.stream()
                    .filter(p -> all || !p.kind().equals("declare"))
                    .map(p -> p.header().sentence())
                    .toList()));
    result.putAll(lines);
    return result;
  }

  /** What differs alike is said once, for all that differ so. */
  private Map<String, List<String>> changed(Map<Pair, List<Point>> changed) {
    Map<String, List<String>> bySaying = new LinkedHashMap<>();
    changed.forEach(
        (pair, points) ->
            bySaying
                .computeIfAbsent(Telling.say(points), k -> new ArrayList<>())
                .add(Telling.name(pair)));
    Map<String, List<String>> lines = new LinkedHashMap<>();
    bySaying.forEach((says, names) -> lines.put(String.join(", ", names), List.of(says)));
    return lines;
  }

  private Map<String, List<String>> noticed(Side side) {
    Map<String, List<String>> byCode =
        comparison.only(Difference.Noticed.class).stream()
            .filter(n -> n.side() == side)
            .map(Difference.Noticed::finding)
            .collect(
                Collectors.groupingBy(
                    f -> f.code().code(),
                    LinkedHashMap::new,
                    Collectors.mapping(f -> f.sentence(), Collectors.toList())));
    byCode.replaceAll((code, sentences) -> Folding.fold(sentences));
    return byCode;
  }

  private void section(String title, Map<String, List<String>> lines) {
    if (lines.isEmpty()) {
      return;
    }
    title(title);
    lines.forEach(
        (name, texts) -> {
          line(name);
          texts.forEach(text -> line(text, INDENT));
        });
  }

  private void title(String title) {
    screen.out().println();
    screen.out().println(screen.styled(Style.STRONG, title));
  }

  private void line(String text) {
    line(text, 2);
  }

  private void line(String text, int indent) {
    for (String part : Words.wrap(Words.safe(text), screen.width() - indent)) {
      screen.out().println(" ".repeat(indent) + part);
    }
  }

  private String summary() {
    if (comparison.equal()) {
      return "no difference";
    }
    long onlyA = comparison.only(Difference.Only.class).stream().filter(in(Side.A)).count();
    long onlyB = comparison.only(Difference.Only.class).size() - onlyA;
    int stricter = comparison.only(Difference.Stricter.class).size();
    int weaker = comparison.only(Difference.Weaker.class).size();
    int other = comparison.only(Difference.Otherwise.class).size();
    int both = comparison.pairs().size();
    return "%s by both, %d say the same; %d only in A, %d only in B, %d stricter in B, %d weaker in B, %d different"
        .formatted(
            Words.count(both, "promise is made", "promises are made"),
            both - stricter - weaker - other,
            onlyA,
            onlyB,
            stricter,
            weaker,
            other);
  }

  private static java.util.function.Predicate<Difference.Only> in(Side side) {
    return only -> only.side() == side;
  }
}
