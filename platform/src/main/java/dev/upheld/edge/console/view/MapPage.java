package dev.upheld.edge.console.view;

import dev.upheld.edge.console.map.Atlas;
import dev.upheld.edge.console.map.Svg;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The data map as a picture: the company, one of its systems, or one table. Each level is an
 * address of its own: {@code /map}, {@code ?system=}, {@code &place=}; {@code q} searches tables
 * and columns.
 *
 * @param system the system shown; empty for the company
 * @param place the table shown; empty for all
 * @param wanted what is searched for, as typed; empty for nothing
 * @param hits what the search found
 * @param more whether there are more hits than are shown
 * @param shelves the tables of the system, cluster by cluster; none for the company
 * @param folds whether there are so many that clusters are folded up
 * @param systems all there are, to choose from
 */
public record MapPage(
    Optional<Overview> system,
    Optional<Table> place,
    String wanted,
    List<Atlas.Hit> hits,
    boolean more,
    Svg picture,
    List<Atlas.Shelf> shelves,
    boolean folds,
    List<Choice> systems)
    implements View {
  public MapPage {
    hits = List.copyOf(hits);
    shelves = List.copyOf(shelves);
    systems = List.copyOf(systems);
  }

  /**
   * @param country as labelled; empty when not said
   * @param operator who runs it; empty when not said
   * @param proposed tables that wait for a review
   */
  public record Overview(
      String id,
      String country,
      String operator,
      int tables,
      int fields,
      int ignored,
      int proposed) {}

  /**
   * @param table as in the database
   * @param activities titles of the activities whose data it holds
   * @param subjects whose data it is
   * @param promises that speak of it, as they stand
   */
  public record Table(
      String id,
      String table,
      List<String> activities,
      List<String> subjects,
      List<Field> fields,
      List<String> technical,
      List<Clock> clocks,
      List<Neighbour> neighbours,
      List<Tile> promises) {}

  /**
   * @param column its name, or that of a part of it, as the data map writes it
   * @param word what it holds, in the charter's word
   * @param title of that word; the word itself where it has none
   * @param term of the Data Privacy Vocabulary; empty when the charter does not have the word
   * @param end what happens in the end; empty when not decided
   */
  public record Field(String column, String word, String title, String term, String end) {}

  /** An event, and where its time is read. */
  public record Clock(String event, String where) {}

  /**
   * A table that this one points at, or that points at this one.
   *
   * @param outwards whether this one points
   * @param kind owns, shared, mentions
   */
  public record Neighbour(String place, String columns, String kind, boolean outwards) {}

  /** A promise and its verdict. */
  public record Tile(PromiseRef promise, Verdict verdict) {}
}
