package dev.upheld.datamap.classify;

import dev.upheld.datamap.Inside;
import dev.upheld.datamap.values.JsonWalk.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Judges the keys of a key-value table, each by its name and the values beside it. Pairs are looked
 * at one by one; values are forgotten.
 */
public final class KeyTally {
  private static final int MOST_KEYS = 1_000;

  private final String keyColumn;
  private final Set<String> known;
  private final Map<String, LeafTally> keys = new LinkedHashMap<>();
  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final Map<String, ContentTally> contents = new LinkedHashMap<>();
  private final LeafTally others = new LeafTally();
  private final Set<String> all = new HashSet<>();
  private Optional<String> open = Optional.empty();
  private int looked;
  private int otherRows;

  /**
   * @param known keys that are bound and so not judged by their names, only by what lies there
   */
  public KeyTally(String keyColumn, Set<String> known) {
    this.keyColumn = keyColumn;
    this.known = Set.copyOf(known);
  }

  /** The key of a row, where it has one; it comes before the value. */
  public void key(String key) {
    open = Optional.of(key);
  }

  /** The value of a row, where it has one; without a key it has the key that is no name. */
  public void value(String value) {
    pair(open.orElse(""), value);
  }

  /** A row is over: its key is not that of the next. */
  public void end() {
    open = Optional.empty();
  }

  /** Looks at one row. */
  public void pair(String key, String value) {
    looked++;
    if (all.size() < MOST_KEYS) {
      all.add(key);
    }
    if (value.isBlank()) {
      return;
    }
    if (known.contains(key)) {
      contents.computeIfAbsent(key, k -> new ContentTally()).text(value);
      return;
    }
    if (PartNames.isVariable(key) || (!keys.containsKey(key) && keys.size() >= MOST_KEYS)) {
      others.add(Kind.TEXT, value);
      otherRows++;
    } else {
      keys.computeIfAbsent(key, k -> new LeafTally()).add(Kind.TEXT, value);
      rows.merge(key, 1, Integer::sum);
    }
  }

  /** Of known keys, those whose values are mostly one thing that can be told from them alone. */
  public Map<String, ContentTally> contents() {
    Map<String, ContentTally> telling = new LinkedHashMap<>(contents);
    telling.values().removeIf(tally -> tally.most().isEmpty());
    return telling;
  }

  /**
   * Whether the rows look like those of a key-value table: few keys that look like names, most of
   * them in several rows.
   */
  public boolean isOfKeys() {
    long names = all.stream().filter(k -> PartNames.isShown(k, 2)).count();
    return looked > 0 && names * 10 >= all.size() * 8L && all.size() * 2 <= Math.max(looked, 4);
  }

  /** What was seen under keys that are bound no more than others. */
  public record Keys(List<PartJudgement> shown, Optional<Judgement> hidden) {
    public Keys {
      shown = List.copyOf(shown);
    }
  }

  /**
   * Each key that may be shown; and the strongest of those that may not, since they may be data.
   */
  public Keys judge(PartContext context, LocalDate today) {
    String table = PartNames.owner(context.table());
    Map<String, TypeFamily> families = new LinkedHashMap<>();
    keys.forEach((key, leaf) -> families.put(key, leaf.family()));
    TableContext beside = context.beside(families);
    List<PartJudgement> shown = new ArrayList<>();
    List<Judgement> hidden = new ArrayList<>();
    if (otherRows > 0) {
      hidden.add(others.judge(table, "x", context.around(), today));
    }
    boolean data = PartNames.areData(keys.keySet(), rows.values());
    keys.forEach(
        (key, leaf) -> {
          int n = rows.getOrDefault(key, 0);
          Judgement judgement = leaf.judge(table, key, beside, today);
          if (!data && PartNames.isShown(key, n)) {
            shown.add(new PartJudgement(new Inside.Keyed(keyColumn, key), judgement, n));
          } else {
            hidden.add(judgement);
          }
        });
    return new Keys(shown, hidden.stream().reduce((a, b) -> b.score() > a.score() ? b : a));
  }
}
