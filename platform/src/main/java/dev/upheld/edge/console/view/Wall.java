package dev.upheld.edge.console.view;

import dev.upheld.charter.promise.Duty;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Every promise as a tile. The filter is a GET form to {@code /promises} with {@code verdict}
 * ({@code broken}, {@code unproven}, {@code at_risk}, {@code upheld}), {@code duty} ({@code
 * retention}), {@code activity}, {@code clause}, {@code law} and {@code q}; an empty value means
 * all. With htmx the same page is asked for and its part {@code #wall} put in place.
 *
 * @param filter as understood from the request
 * @param groups those that the filter leaves, company-wide statements last
 * @param counts of what every part of the filter but the verdict leaves
 * @param total promises of the charter
 * @param choices what the filter offers
 */
public record Wall(Filter filter, List<Group> groups, Counts counts, int total, Choices choices)
    implements View {
  public Wall {
    groups = List.copyOf(groups);
  }

  /** How many tiles are shown. */
  public int shown() {
    return groups.stream().mapToInt(g -> g.tiles().size()).sum();
  }

  /**
   * What is wanted; empty means all.
   *
   * @param text words that must stand in the sentence or the id; empty text for all
   */
  public record Filter(
      Optional<Verdict> verdict,
      Optional<Duty> duty,
      Optional<String> activity,
      Optional<String> clause,
      Optional<String> law,
      String text) {

    /** Everything. */
    public static Filter all() {
      return new Filter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "");
    }

    /** Whether nothing is filtered. */
    public boolean isAll() {
      return equals(all());
    }
  }

  /**
   * What the filter offers besides the verdicts.
   *
   * @param activities values are ids of activities
   * @param clauses values are clause ids
   * @param laws values are citations
   */
  public record Choices(
      List<Duty> duties, List<Choice> activities, List<Choice> clauses, List<Choice> laws) {
    public Choices {
      duties = List.copyOf(duties);
      activities = List.copyOf(activities);
      clauses = List.copyOf(clauses);
      laws = List.copyOf(laws);
    }
  }

  /**
   * Promises of one activity.
   *
   * @param title of the activity; empty text for what the company promises as a whole
   */
  public record Group(String title, List<Tile> tiles) {
    public Group {
      tiles = List.copyOf(tiles);
    }
  }

  /**
   * One promise.
   *
   * @param kind as in its id: {@code keep}
   */
  public record Tile(PromiseRef promise, Verdict verdict, String kind) {}
}
