package dev.upheld.datamap.classify;

import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Inside.Step;
import dev.upheld.datamap.values.JsonWalk.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A place within the documents of a column, and all that lies below it. */
final class DocumentNode {
  private static final Step ANY = new Step.Any();
  private static final int MOST_KEYS = 200;

  private final Map<Step, DocumentNode> children = new LinkedHashMap<>();

  /** Keys that are data, as the values they are. */
  private final LeafTally keys = new LeafTally();

  private final LeafTally values = new LeafTally();
  private final Budget budget;
  private int seen;
  private int last;
  private boolean map;

  /** How many places may still be remembered. */
  static final class Budget {
    private int left = 2_000;
  }

  /**
   * Where in the documents.
   *
   * @param path as shown: keys that may be data stand as {@code *}
   * @param name of the key around, or of the column
   */
  record Where(PartContext context, LocalDate today, List<Step> path, String name) {
    Where below(Step step, String key) {
      List<Step> longer = new ArrayList<>(path);
      longer.add(step);
      return new Where(context, today, longer, key);
    }
  }

  DocumentNode(Budget budget) {
    this.budget = budget;
  }

  DocumentNode child(Step step) {
    if (step instanceof Step.Key(String key) && !children.containsKey(step) && isData(key)) {
      keys.add(Kind.TEXT, key);
      return below();
    }
    return children.computeIfAbsent(step, s -> made());
  }

  private boolean isData(String key) {
    return budget.left <= 0 || children.size() >= MOST_KEYS || PartNames.isVariable(key);
  }

  /** For whatever key. */
  DocumentNode below() {
    return children.computeIfAbsent(ANY, s -> made());
  }

  private DocumentNode made() {
    budget.left--;
    return new DocumentNode(budget);
  }

  void add(Kind kind, String text) {
    values.add(kind, text);
  }

  /** A document has it, or something in it. */
  void touch(int document) {
    seen += last == document ? 0 : 1;
    last = document;
  }

  /** Everything has been seen: now it shows which objects are maps. */
  void finish() {
    children.values().forEach(DocumentNode::finish);
    List<String> names = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    children.forEach(
        (step, node) -> {
          if (step instanceof Step.Key(String key)) {
            names.add(key);
            counts.add(node.seen);
          }
        });
    if (!map && PartNames.areData(names, counts)) {
      map = true;
      names.forEach(name -> keys.add(Kind.TEXT, name));
    }
  }

  void judge(Where where, List<PartJudgement> parts) {
    if (!keys.isEmpty()) {
      keys(where, parts);
    }
    TableContext beside = where.context().beside(families());
    children.forEach(
        (step, node) -> {
          boolean hidden =
              step instanceof Step.Key(String key) && (map || !PartNames.isShown(key, node.seen));
          String key = step instanceof Step.Key(String k) ? k : where.name();
          Where here = where.below(hidden ? ANY : step, key);
          if (!node.values.isEmpty()) {
            String name = step instanceof Step.Key ? name(where, key) : key;
            Judgement judgement =
                node.values.judge(where.context().table(), name, beside, where.today());
            parts.add(new PartJudgement(new Inside.Path(here.path()), judgement, node.seen));
          }
          node.judge(here, parts);
        });
  }

  /** The key with the name around it, where that says something. */
  private static String name(Where where, String key) {
    return PartNames.isContainer(where.name()) || PartNames.isVariable(where.name())
        ? key
        : where.name() + "_" + key;
  }

  private Map<String, TypeFamily> families() {
    Map<String, TypeFamily> families = new LinkedHashMap<>();
    children.forEach(
        (step, node) -> {
          if (step instanceof Step.Key(String key) && !node.values.isEmpty()) {
            families.put(key, node.values.family());
          }
        });
    return families;
  }

  private void keys(Where where, List<PartJudgement> parts) {
    Judgement judged =
        keys.judge(where.context().table(), "x", where.context().around(), where.today());
    if (judged.nature() == Nature.PERSONAL) {
      Judgement said =
          new Judgement(
              judged.nature(),
              judged.term(),
              judged.score(),
              judged.reasons().stream().map(reason -> "of its keys: " + reason).toList());
      parts.add(new PartJudgement(new Inside.Path(where.below(ANY, "").path()), said, seen));
    }
  }

  /** Of what is shown as the same path, the strongest. */
  static List<PartJudgement> strongest(List<PartJudgement> parts) {
    Map<Inside, PartJudgement> strongest = new LinkedHashMap<>();
    for (PartJudgement part : parts) {
      strongest.merge(
          part.part(), part, (a, b) -> b.judgement().score() > a.judgement().score() ? b : a);
    }
    return List.copyOf(strongest.values());
  }
}
