package dev.upheld.edge.privacy;

import dev.upheld.charter.model.Activity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The report that comes with a copy: what GDPR Art. 15(1) and (2) ask for of each activity that
 * holds data of the person, then the data.
 *
 * @param ref of the request
 * @param portable whether it holds only what rests on consent or a contract
 * @param activities those that hold data of the person
 * @param withheld words of data that are handed out to nobody
 * @param blacked values in which something of other people was blacked out, by where they stand
 * @param elsewhere whether data lies where no program reaches, so that a person looks there
 * @param rights what people can ask for, by word
 */
public record CopyReport(
    String ref,
    LocalDate made,
    boolean portable,
    List<Activity> activities,
    List<Table> tables,
    List<String> withheld,
    Map<String, Long> blacked,
    boolean elsewhere,
    List<String> rights) {
  public CopyReport {
    activities = List.copyOf(activities);
    tables = List.copyOf(tables);
    withheld = List.copyOf(withheld);
    blacked = new TreeMap<>(blacked);
    rights = List.copyOf(rights);
  }

  /**
   * The first rows of a place.
   *
   * @param words the data word of a column, where it has one
   * @param rows shortened; an empty text for nothing
   * @param total how many the files hold
   * @param file its name in the package, without ending
   */
  public record Table(
      String system,
      String place,
      Map<String, String> words,
      List<String> columns,
      List<List<String>> rows,
      long total,
      String file) {
    public Table {
      words = Map.copyOf(words);
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    /** Whether the files hold more rows than these. */
    public boolean isCut() {
      return total > rows.size();
    }
  }
}
