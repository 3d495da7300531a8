package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.Nature;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of a system: its catalogue, and a judgement of each column.
 *
 * @param unseen what could not be looked at, one sentence each; empty means everything was
 * @param sampled columns of which values were looked at
 */
record Survey(Description description, List<SeenTable> tables, List<String> unseen, int sampled) {
  Survey {
    tables = List.copyOf(tables);
    unseen = List.copyOf(unseen);
  }

  record SeenTable(Description.Table table, List<SeenColumn> columns) {
    SeenTable {
      columns = List.copyOf(columns);
    }

    boolean isPersonal() {
      return columns.stream().anyMatch(c -> c.is(Nature.PERSONAL));
    }

    /** Whether any column has parts that were told from its values. */
    boolean hasParts() {
      return columns.stream().anyMatch(c -> !c.parts().equals(Parts.NONE));
    }

    Optional<SeenColumn> column(String name) {
      return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
  }

  /**
   * @param inside the part of its values that was judged; empty for the whole
   * @param epoch how whole numbers that look like instants are to be read; empty when they do not,
   *     or were not looked at
   * @param parts of its documents, or under its keys
   */
  record SeenColumn(
      Description.Column column,
      Optional<Inside> inside,
      Judgement judgement,
      Optional<Clock.Reading> epoch,
      Parts parts) {
    /** A column without parts. */
    static SeenColumn whole(
        Description.Column column, Judgement judgement, Optional<Clock.Reading> epoch) {
      return new SeenColumn(column, Optional.empty(), judgement, epoch, Parts.NONE);
    }

    /** Of the column itself. */
    String name() {
      return column.name();
    }

    /** What a data map calls it. */
    FieldName called() {
      return new FieldName(column.name(), inside);
    }

    /**
     * What a data map has lines for: the parts, where they say more, or the column. A part that
     * stands for keys without a name beside others that have one is not sure of anything.
     */
    List<SeenColumn> lines() {
      return parts.sayMoreThan(judgement) ? partLines() : List.of(this);
    }

    /** The parts alone. */
    List<SeenColumn> partLines() {
      return parts.lines().stream()
          .map(
              p ->
                  new SeenColumn(
                      column,
                      Optional.of(p.part()),
                      parts.isMixed(p) ? unsure(p.judgement()) : p.judgement(),
                      Optional.empty(),
                      Parts.NONE))
          .toList();
    }

    private static Judgement unsure(Judgement judgement) {
      return new Judgement(Nature.UNSURE, judgement.term(), judgement.score(), judgement.reasons());
    }

    boolean is(Nature nature) {
      return judgement.nature() == nature;
    }

    /** That it is personal, from 0 to 1; read off the score, not measured. */
    private double personal() {
      return 1 / (1 + Math.exp(MIDDLE - judgement.score()));
    }

    /** How sure the judgement is, from 0 to 0.99. */
    double confidence() {
      double sure = is(Nature.NOT_PERSONAL) ? 1 - personal() : personal();
      return Math.clamp(sure, 0, 0.99);
    }
  }

  /** The score at which personal and not are equally likely: between the two thresholds. */
  private static final double MIDDLE = 1.75;
}
