package dev.upheld.edge.console.view;

import dev.upheld.discover.review.ColumnLine.Standing;
import dev.upheld.discover.review.Glimpse;
import java.util.List;
import java.util.Optional;

/**
 * One table of a data map, column by column. Acts: {@code POST /map/review/columns} with {@code
 * system}, {@code place}, {@code digest}, for each column {@code as.NAME} and {@code end.NAME}, and
 * {@code then}: {@code stay}, {@code next} or {@code accept}; {@code /map/review/place}, {@code
 * /map/review/link}, {@code /map/review/clock}.
 *
 * @param where the table, and its neighbours in the map
 * @param activity whose data it holds
 * @param columns in the order of the file; at most {@link #MOST} of them
 * @param rest how many columns more there are
 * @param seen whether its values could be looked at
 * @param differs where the last measurement saw the database differ from this place, in sentences
 * @param fault why what was asked for was not done; empty text for none
 * @param may whether the person may decide
 */
public record ReviewTable(
    Where where,
    Activity activity,
    List<Column> columns,
    Rest rest,
    Glimpse.State seen,
    List<Link> links,
    List<Clock> clocks,
    Words words,
    List<String> differs,
    String fault,
    boolean may)
    implements View {
  /** As many columns as one form can carry. */
  public static final int MOST = 150;

  public ReviewTable {
    columns = List.copyOf(columns);
    links = List.copyOf(links);
    clocks = List.copyOf(clocks);
    differs = List.copyOf(differs);
  }

  /**
   * @param place its word in the map
   * @param table as the map writes it
   * @param proposed whether nobody has reviewed it
   * @param certain how many decisions accept what is certain
   * @param number which of {@code of} places it is
   * @param before the place before; empty for the first
   * @param next the place after; empty for the last
   * @param waiting the next that waits for a person; empty for none
   */
  public record Where(
      String system,
      String digest,
      String place,
      String table,
      boolean proposed,
      int certain,
      int number,
      int of,
      Optional<String> before,
      Optional<String> next,
      Optional<String> waiting) {}

  /**
   * @param chosen as the form sends it: a word, or several with commas; empty text for undecided
   * @param choices of the charter
   * @param why the reasons; empty text for none
   * @param confidence in percent; empty where a person wrote it
   * @param group the group of people it is about; empty text for none
   * @param person the column that tells them apart; empty text for none
   * @param groups of the charter
   * @param several whether it names several groups: those are changed in the file
   */
  public record Activity(
      String chosen,
      List<Choice> choices,
      String why,
      Optional<Integer> confidence,
      String group,
      String person,
      List<Choice> groups,
      boolean several) {
    public Activity {
      choices = List.copyOf(choices);
      groups = List.copyOf(groups);
    }
  }

  /**
   * One column.
   *
   * @param type as the system names it; empty text while it is not seen
   * @param was what the map says, as the form sends it: a word, {@code =technical}, {@code
   *     =undecided}, {@code =new} for a column it does not speak of
   * @param chosen what the form shows: the same, or what was chosen before, or {@code =gone}
   * @param end the end action's word; empty text for not decided
   * @param why the reasons; empty text for none
   * @param confidence in percent; empty where a person wrote it
   * @param certain whether it may be accepted with others
   * @param suggested words, the likeliest first; {@code =technical} where it looks harmless
   * @param gone whether the system no longer has it
   * @param looked whether values were looked at
   */
  public record Column(
      String name,
      String type,
      Standing standing,
      String was,
      String chosen,
      String end,
      String why,
      Optional<Integer> confidence,
      boolean certain,
      List<String> suggested,
      boolean gone,
      boolean looked,
      List<Glimpse.Shape> shapes) {
    public Column {
      suggested = List.copyOf(suggested);
      shapes = List.copyOf(shapes);
    }

    /** Where it stands on the page; other pages lead there. */
    public String anchor() {
      return "column-" + name.replaceAll("\\s", "_");
    }
  }

  /**
   * @param more columns after those shown
   * @param from the first column of the next part
   */
  public record Rest(int more, int from) {}

  /** A link to another place, and why. */
  public record Link(String via, String to, String key, String kind, String why) {}

  /** An event, where its moment is read, and why. */
  public record Clock(String event, String where, String why) {}

  /**
   * What can be chosen from.
   *
   * @param data words of the charter, by title
   * @param ends words of end actions
   * @param places other places of the map
   * @param events the charter measures by
   */
  public record Words(
      List<Choice> data, List<String> ends, List<String> places, List<String> events) {
    public Words {
      data = List.copyOf(data);
      ends = List.copyOf(ends);
      places = List.copyOf(places);
      events = List.copyOf(events);
    }
  }
}
