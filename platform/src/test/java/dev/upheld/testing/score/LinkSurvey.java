package dev.upheld.testing.score;

import dev.upheld.connect.LinkClues;
import dev.upheld.connect.LiveContainment;
import dev.upheld.connect.Session;
import dev.upheld.datamap.links.Containment;
import dev.upheld.datamap.links.LinkFinder;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.datamap.links.TableFacts;
import java.util.List;

/** Finds the links of a live database, from its catalogue alone or with compared values. */
public final class LinkSurvey {
  private static final long MOST_ROWS = 100_000;
  private static final int MOST_COLUMNS = 1_000;

  private LinkSurvey() {}

  /**
   * @param schemaOnly no value is compared
   * @param hideForeignKeys what the database declares is not looked at
   */
  public static List<ProposedLink> find(
      Session session, boolean schemaOnly, boolean hideForeignKeys) {
    List<TableFacts> facts = LinkClues.facts(session.describe());
    if (hideForeignKeys) {
      facts = facts.stream().map(TableFacts::undeclared).toList();
    }
    return LinkFinder.find(
        facts,
        schemaOnly ? Containment.UNKNOWN : new LiveContainment(session, MOST_ROWS, MOST_COLUMNS));
  }
}
