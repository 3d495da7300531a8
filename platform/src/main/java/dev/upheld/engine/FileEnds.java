package dev.upheld.engine;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.connect.Question;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a rule says of what lies in files, whatever kind of files these are. */
final class FileEnds {
  private final SystemEntry entry;
  private final Expiry rule;
  private final Barring barring;
  private final HeldPlaces places;

  FileEnds(Workspace workspace, Expiry rule, Barring barring) {
    this.entry =
        Optional.ofNullable(workspace.map().systems().get(rule.system()))
            .orElseThrow(() -> new IllegalArgumentException("no system of that name"));
    this.rule = rule;
    this.barring = barring;
    this.places = new HeldPlaces(workspace, rule.system());
  }

  /** The system the files are of. */
  SystemEntry entry() {
    return entry;
  }

  /** What is past its time by one of these goes. */
  List<Question.CountDue> asks() {
    return asks(rule.kept());
  }

  private static List<Question.CountDue> asks(KeepAt kept) {
    return kept.asks().stream().map(KeepAt.Ask::question).toList();
  }

  /**
   * What other promises want of the same; a criterion of the own activity wants nothing by itself.
   */
  Map<String, List<Question.CountDue>> others() {
    Map<String, List<Question.CountDue>> others = new HashMap<>();
    Optional<String> activity = rule.kept().keep().header().activity();
    for (KeepAt other : rule.others()) {
      boolean same = other.place().table().equals(rule.kept().place().table());
      boolean goesWithIt =
          other.asks().isEmpty()
              && other.keep().header().activity().equals(activity)
              && !other.keep().atLeast()
              && other.keep().then() != EndAction.KEEP;
      if (same && !rule.isOwn(other) && !goesWithIt) {
        boolean ends = other.keep().then() != EndAction.KEEP;
        others.put(Expired.PROMISE + other.keep().id(), ends ? asks(other) : List.of());
      }
    }
    return others;
  }

  /**
   * Whether nothing may go now: whose something is cannot be followed out of a file.
   *
   * @param ofPeople whether it may be somebody's
   */
  boolean isBarred(boolean ofPeople) {
    return (ofPeople && barring.any())
        || barring.rows().stream().anyMatch(h -> places.isHeld(h, rule.kept().place()));
  }

  /** What went of the rule's place. */
  SortedMap<String, Expired.Tally> gone(long rows) {
    SortedMap<String, Expired.Tally> gone = new TreeMap<>();
    if (rows > 0) {
      gone.put(rule.kept().place().id(), new Expired.Tally(rows, 0, 0, 0));
    }
    return gone;
  }
}
