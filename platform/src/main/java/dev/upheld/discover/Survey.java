package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
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

    Optional<SeenColumn> column(String name) {
      return columns.stream().filter(c -> c.name().equals(name)).findFirst();
    }
  }

  /**
   * @param epoch how whole numbers that look like instants are to be read; empty when they do not,
   *     or were not looked at
   */
  record SeenColumn(Description.Column column, Judgement judgement, Optional<Clock.Reading> epoch) {
    String name() {
      return column.name();
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
