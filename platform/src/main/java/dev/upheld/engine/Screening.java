package dev.upheld.engine;

import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.engine.OthersIn.Piece;
import dev.upheld.engine.Screened.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a copy before it is made and keeps what it finds of other people, as far as it fits: memory
 * does not grow with the copy. What stands in the person's own row is theirs.
 */
final class Screening implements Exporting.Sink {
  /** Of the Data Privacy Vocabulary: what a name is called. */
  static final Set<String> NAMES = Set.of("pd:Name");

  private static final int MOST_OWN = 2_000;
  private static final int MOST_CANDIDATES = 5_000;

  /** Room for what turns out to be the person's own. */
  private static final int ROOM = 3 * Screened.MOST;

  private final Map<String, String> terms;
  private final Set<String> identifying;
  private final OthersIn others;
  private final Set<String> own = new LinkedHashSet<>();
  private final Set<String> candidates = new LinkedHashSet<>();
  private final Map<Screened.Key, Finding> findings = new LinkedHashMap<>();
  private long more;
  private String system = "";
  private String place = "";
  private List<String> columns = List.of();
  private Set<String> ownColumns = Set.of();
  private Set<String> passed = Set.of();

  /**
   * @param terms of the charter's data words
   * @param identifying words that single people out
   * @param given by what the person is known
   */
  Screening(
      Map<String, String> terms, Set<String> identifying, Set<String> given, OthersIn others) {
    this.terms = terms;
    this.identifying = identifying;
    this.others = others;
    own.addAll(Screened.ways(given));
  }

  /** What may be names of people, as written. */
  Set<String> candidates() {
    return candidates;
  }

  Screened screened() {
    Set<String> mine = Set.copyOf(own);
    List<Finding> left = findings.values().stream().filter(f -> !mine.contains(f.value())).toList();
    List<Finding> shown = left.subList(0, Math.min(left.size(), Screened.MOST));
    return new Screened(mine, others.names(), shown, more + left.size() - shown.size());
  }

  @Override
  public void place(String in, Place of, List<String> named) {
    place(in, of.id(), named);
    boolean people = of.subjects().containsValue(named.getFirst());
    Set<String> theirs = new HashSet<>();
    Set<String> plain = new HashSet<>(of.technical());
    for (Field field : of.fields().values()) {
      boolean tells =
          identifying.contains(field.word())
              || NAMES.contains(terms.getOrDefault(field.word(), ""));
      if (people && tells && field.isWhole()) {
        theirs.add(field.column());
      }
      plain.remove(field.column());
    }
    ownColumns = theirs;
    passed = plain;
  }

  @Override
  public void place(String in, String of, List<String> named) {
    system = in;
    place = of;
    columns = named;
    ownColumns = Set.of();
    passed = Set.of();
  }

  @Override
  public void row(List<Optional<String>> values) {
    for (int i = 0; i < columns.size(); i++) {
      if (values.get(i).isPresent() && !passed.contains(columns.get(i))) {
        String text = values.get(i).get();
        if (ownColumns.contains(columns.get(i))) {
          if (own.size() < MOST_OWN) {
            own.addAll(Screened.ways(List.of(text)));
          }
        } else {
          look(columns.get(i), text);
        }
      }
    }
  }

  private void look(String column, String text) {
    List<Piece> pieces = others.pieces(text);
    for (Piece piece : pieces) {
      Screened.Key key = new Screened.Key(system, place, column, piece.kind(), piece.folded());
      Finding known = findings.get(key);
      if (known != null) {
        findings.put(key, counted(known, known.times() + 1));
      } else if (findings.size() < ROOM) {
        String context = OthersIn.context(text, pieces, piece);
        findings.put(
            key, new Finding(system, place, column, piece.kind(), piece.folded(), context, 1));
      } else if (!own.contains(piece.folded())) {
        more++;
      }
    }
    if (candidates.size() < MOST_CANDIDATES) {
      candidates.addAll(OthersIn.candidates(text));
    }
  }

  private static Finding counted(Finding of, long times) {
    return new Finding(
        of.system(), of.place(), of.field(), of.kind(), of.value(), of.context(), times);
  }

  /** Hands rows on with everything of other people blacked out that nobody released. */
  static final class Out implements Exporting.Sink {
    private final Exporting.Sink sink;
    private final OthersIn others;
    private final Screened screened;
    private final Set<Screened.Key> released;
    private final Map<String, Long> blacked = new LinkedHashMap<>();
    private final Screening at;
    private boolean second;

    Out(Exporting.Sink sink, Screening at, Screened screened, Set<Screened.Key> released) {
      this.sink = sink;
      this.at = at;
      this.others = at.others;
      this.screened = screened;
      this.released = Set.copyOf(released);
    }

    /** Values in which something was blacked out, by system, place and column. */
    Map<String, Long> blacked() {
      return blacked;
    }

    @Override
    public int times() {
      return sink.times();
    }

    @Override
    public void place(String in, Place of, List<String> named) {
      again(in, of.id());
      at.place(in, of, named);
      sink.place(in, of, named);
    }

    @Override
    public void place(String in, String of, List<String> named) {
      again(in, of);
      at.place(in, of, named);
      sink.place(in, of, named);
    }

    private void again(String in, String of) {
      second = at.system.equals(in) && at.place.equals(of) && !second;
    }

    @Override
    public void row(List<Optional<String>> values) {
      List<Optional<String>> out = new ArrayList<>(values);
      for (int i = 0; i < at.columns.size(); i++) {
        String column = at.columns.get(i);
        if (values.get(i).isPresent()
            && !at.passed.contains(column)
            && !at.ownColumns.contains(column)) {
          out.set(i, Optional.of(cleared(column, values.get(i).get())));
        }
      }
      sink.row(out);
    }

    private String cleared(String column, String text) {
      List<Piece> pieces = others.pieces(text);
      if (pieces.isEmpty()) {
        return text;
      }
      String left =
          OthersIn.without(
              text,
              pieces,
              p ->
                  !screened.own().contains(p.folded())
                      && !released.contains(
                          new Screened.Key(at.system, at.place, column, p.kind(), p.folded())));
      if (!left.equals(text) && !second) {
        blacked.merge(at.system + " / " + at.place + "." + column, 1L, Long::sum);
      }
      return left;
    }
  }
}
