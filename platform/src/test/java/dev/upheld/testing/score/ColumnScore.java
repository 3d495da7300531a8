package dev.upheld.testing.score;

import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.Nature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How well columns were judged. Positive means personal; a personal column that was left unsure
 * counts as missed.
 *
 * @param found personal columns that were judged personal
 * @param missed personal columns that were not, or that are not there
 * @param falseAlarms columns judged personal that are not
 * @param sameCategory those found whose category is right
 * @param unsure columns that are not personal and were left unsure: no fault, but work
 * @param unsaid columns of the database that the truth does not name; not scored
 * @param faults a line for each miss, false alarm and wrong category, with the reasons
 */
public record ColumnScore(
    int found,
    int missed,
    int falseAlarms,
    int sameCategory,
    int unsure,
    int unsaid,
    List<String> faults) {
  public ColumnScore {
    faults = List.copyOf(faults);
  }

  /**
   * One judged column.
   *
   * @param schema empty where the system has none
   */
  public record Judged(Optional<String> schema, String table, String column, Judgement judgement) {}

  /** Compares. */
  public static ColumnScore of(Truth truth, List<Judged> judged) {
    Counting counting = new Counting();
    List<Judged> rest = new ArrayList<>(judged);
    for (Truth.Row row : truth.rows()) {
      Optional<Judged> match = match(row, judged);
      match.ifPresent(rest::remove);
      counting.count(row, match.map(Judged::judgement));
    }
    return counting.score(rest.size());
  }

  private static Optional<Judged> match(Truth.Row row, List<Judged> judged) {
    return judged.stream()
        .filter(j -> names(j).contains(row.table()) && j.column().equals(row.column()))
        .findFirst()
        .or(() -> judged.stream().filter(j -> isAlike(row, j)).findFirst());
  }

  private static boolean isAlike(Truth.Row row, Judged judged) {
    return names(judged).stream().anyMatch(row.table()::equalsIgnoreCase)
        && judged.column().equalsIgnoreCase(row.column());
  }

  private static List<String> names(Judged judged) {
    return judged
        .schema()
        .map(schema -> List.of(judged.table(), schema + "." + judged.table()))
        .orElse(List.of(judged.table()));
  }

  /** Judged personal and personal, of all judged personal; 1 when nothing was judged so. */
  public double precision() {
    return ratio(found, found + falseAlarms);
  }

  /** Personal and judged personal, of all personal; 1 when none is. */
  public double recall() {
    return ratio(found, found + missed);
  }

  /** Right categories among those found. */
  public double category() {
    return ratio(sameCategory, found);
  }

  private static double ratio(int part, int whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  /** The last line of a report. */
  public String figures() {
    return String.format(
        Locale.ROOT,
        "columns precision=%.3f recall=%.3f category=%.3f",
        precision(),
        recall(),
        category());
  }

  private static final class Counting {
    private final List<String> faults = new ArrayList<>();
    private int found;
    private int missed;
    private int falseAlarms;
    private int sameCategory;
    private int unsure;

    void count(Truth.Row row, Optional<Judgement> judgement) {
      Nature nature = judgement.map(Judgement::nature).orElse(Nature.NOT_PERSONAL);
      String reasons =
          judgement
              .map(j -> String.join("; ", j.reasons()))
              .orElse("the database has no such column");
      String what = row.table() + "." + row.column();
      boolean personal = nature == Nature.PERSONAL;
      if (row.personal() && personal) {
        found(row, judgement.orElseThrow(), what);
      } else if (row.personal()) {
        missed++;
        String how = nature == Nature.UNSURE ? " (unsure)" : "";
        faults.add("missed%s %s [%s]: %s".formatted(how, what, row.category(), reasons));
      } else if (personal) {
        falseAlarms++;
        String term = judgement.flatMap(Judgement::term).orElse("-");
        faults.add("false alarm %s, judged %s: %s".formatted(what, term, reasons));
      } else if (nature == Nature.UNSURE) {
        unsure++;
      }
    }

    private void found(Truth.Row row, Judgement judgement, String what) {
      found++;
      String term = judgement.term().orElse("");
      if (Categories.agree(row.category(), term)) {
        sameCategory++;
      } else {
        faults.add(
            "other category %s [%s], judged %s: %s"
                .formatted(
                    what,
                    row.category(),
                    term.isEmpty() ? "-" : term,
                    String.join("; ", judgement.reasons())));
      }
    }

    ColumnScore score(int unsaid) {
      return new ColumnScore(found, missed, falseAlarms, sameCategory, unsure, unsaid, faults);
    }
  }
}
