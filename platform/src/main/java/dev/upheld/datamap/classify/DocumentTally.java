package dev.upheld.datamap.classify;

import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Inside.Step;
import dev.upheld.datamap.values.JsonWalk;
import dev.upheld.datamap.values.JsonWalk.Ending;
import dev.upheld.datamap.values.JsonWalk.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens the JSON documents of a column and judges each path by its name and values. Values are
 * looked at one by one and forgotten. Bounded: so many paths, so deep, so many values of a
 * document.
 */
public final class DocumentTally {
  private static final int DEEPEST = 12;
  private static final int MOST_VALUES = 2_000;
  private static final int MOST_COVERED = 200;

  private final List<Inside.Path> known;
  private final Map<Inside.Path, PartContents> contents = new LinkedHashMap<>();
  private final DocumentNode root = new DocumentNode(new DocumentNode.Budget());
  private final LeafTally others = new LeafTally();
  private int looked;
  private int documents;
  private int cut;
  private int shown;
  private int covered;

  /**
   * @param known paths that are bound and so not judged by their names, only by what lies there; of
   *     two that cover a value the first has it
   */
  public DocumentTally(Collection<Inside.Path> known) {
    this.known = List.copyOf(known);
  }

  /** Opens everything. */
  public DocumentTally() {
    this(List.of());
  }

  /** Looks at one value of the column. */
  public void text(String value) {
    looked++;
    if (isBegun(value)) {
      document(value);
    } else if (!value.isBlank()) {
      covered = 0;
      plain(value);
    }
  }

  private void plain(String value) {
    Optional<Inside.Path> part = covering(List.of());
    part.ifPresent(p -> known(p, List.of(), value));
    if (part.isEmpty()) {
      others.add(Kind.TEXT, value);
    }
  }

  /** A long document comes without its end. */
  private static boolean isBegun(String value) {
    String bare = value.stripLeading();
    return bare.startsWith("{") || bare.startsWith("[");
  }

  private void document(String value) {
    documents++;
    shown = 0;
    covered = 0;
    Ending ending = JsonWalk.walk(value, this::value);
    if (ending == Ending.CUT || shown > MOST_VALUES) {
      cut++;
    } else if (ending == Ending.BROKEN) {
      others.add(Kind.TEXT, value);
    }
  }

  private void value(List<Step> path, Kind kind, String text) {
    if (kind == Kind.NULL) {
      return;
    }
    Optional<Inside.Path> part = covering(path);
    if (part.isPresent()) {
      known(part.get(), path, text);
    } else if (++shown <= MOST_VALUES) {
      unknown(path, kind, text);
    }
  }

  private void unknown(List<Step> path, Kind kind, String text) {
    DocumentNode node = root;
    for (int i = 0; i < path.size(); i++) {
      node = i < DEEPEST ? node.child(path.get(i)) : node.below();
      node.touch(documents);
    }
    node.add(kind, text);
  }

  private Optional<Inside.Path> covering(List<Step> path) {
    return known.stream().filter(p -> p.covers(path)).findFirst();
  }

  /** Only a sample: a list of thousands speaks by its beginning. */
  private void known(Inside.Path part, List<Step> path, String text) {
    if (covered++ < MOST_COVERED) {
      contents.computeIfAbsent(part, p -> new PartContents()).add(path, text);
    }
  }

  /** Of known paths, those whose values are mostly one thing that can be told from them alone. */
  public Map<Inside.Path, ContentTally> contents() {
    Map<Inside.Path, ContentTally> telling = new LinkedHashMap<>();
    contents.forEach((part, all) -> all.telling().ifPresent(tally -> telling.put(part, tally)));
    return telling;
  }

  /** Whether what was looked at is documents, for the most part. */
  public boolean isOfDocuments() {
    return documents > 0 && documents * 2 >= looked;
  }

  /** Documents of which not everything was seen: too long, or too many values. */
  public int cut() {
    return cut;
  }

  /** Each path that is not bound, in the order of the documents. */
  public List<PartJudgement> judge(PartContext context, LocalDate today) {
    List<PartJudgement> parts = new ArrayList<>();
    root.finish();
    root.judge(new DocumentNode.Where(context, today, List.of(), context.column()), parts);
    if (!others.isEmpty()) {
      Judgement judgement =
          others.judge(context.table(), context.column(), context.around(), today);
      parts.add(
          new PartJudgement(
              new Inside.Path(List.of(new Step.Any())), judgement, looked - documents));
    }
    return DocumentNode.strongest(parts);
  }
}
