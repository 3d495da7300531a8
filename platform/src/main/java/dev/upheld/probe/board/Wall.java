package dev.upheld.probe.board;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Promises as tiles.
 *
 * @param at the instant of judgement
 * @param tiles those the filter leaves, by activity in the charter's order, company-wide ones last
 * @param counts of what every part of the filter but the verdict leaves; every verdict is there
 * @param total promises of the charter
 * @param facets what can be filtered by
 * @param lastProof when promises were last measured; empty for never
 */
public record Wall(
    Instant at,
    List<Tile> tiles,
    Map<Verdict, Integer> counts,
    int total,
    Facets facets,
    Optional<Instant> lastProof) {
  public Wall {
    tiles = List.copyOf(tiles);
    counts = Map.copyOf(counts);
  }

  /**
   * What is wanted; empty means all.
   *
   * @param activity id of the activity
   * @param clause clause id
   * @param law citation
   * @param text words that must all stand in the sentence or the id, capitals aside; empty text for
   *     all
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
  }

  /**
   * One promise.
   *
   * @param activity empty for company-wide statements
   * @param laws citations
   * @param kind as in its id: {@code keep}
   * @param since when it got this verdict; empty while nobody has recorded it
   * @param care who looks after it
   * @param attestable whether a person may give evidence for it
   */
  public record Tile(
      PromiseId id,
      String sentence,
      Duty duty,
      Optional<Facet> activity,
      List<String> clauses,
      List<String> laws,
      String kind,
      Verdict verdict,
      Optional<Instant> since,
      Care care,
      boolean attestable) {
    public Tile {
      clauses = List.copyOf(clauses);
      laws = List.copyOf(laws);
    }
  }

  /** A value to filter by, and its words for people. */
  public record Facet(String id, String title) {}

  /** What can be filtered by, besides verdicts; of the whole charter. */
  public record Facets(
      List<Duty> duties, List<Facet> activities, List<String> clauses, List<String> laws) {
    public Facets {
      duties = List.copyOf(duties);
      activities = List.copyOf(activities);
      clauses = List.copyOf(clauses);
      laws = List.copyOf(laws);
    }
  }
}
