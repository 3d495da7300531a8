package dev.upheld.discover.review;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Link;
import java.util.List;
import java.util.Optional;

/**
 * What a person decides about a data map. Places are named by their word, columns as the database
 * spells them, tables as the data map writes them.
 */
public sealed interface Decision {

  /**
   * The place is as it should be: it binds from now on. Columns under {@code undecided} may be
   * left; they count as unknown.
   */
  record Accept(String place) implements Decision {}

  /** The place holds the data of these activities; at least one. */
  record SetActivity(String place, List<String> activities) implements Decision {
    public SetActivity {
      activities = List.copyOf(activities);
    }
  }

  /** The column tells which person of the group a row is about; empty takes the group out. */
  record SetSubject(String place, String group, Optional<String> column) implements Decision {}

  /**
   * The column holds this.
   *
   * @param word of the charter
   * @param end what happens to it in the end; empty when not decided
   */
  record SetField(String place, String column, String word, Optional<EndAction> end)
      implements Decision {}

  /** The column holds no personal data. */
  record MakeTechnical(String place, String column) implements Decision {}

  /**
   * Nobody knows yet what the column holds.
   *
   * @param thought what is thought of it; empty keeps what the map says
   */
  record LeaveUndecided(String place, String column, String thought) implements Decision {}

  /** The column is not there any more. */
  record ForgetColumn(String place, String column) implements Decision {}

  /** The table of the place holds no personal data; the place goes. */
  record Refuse(String place, String reason) implements Decision {}

  /** Nobody knows what the table of the place holds; the place goes. */
  record SetAside(String place, String thought) implements Decision {}

  /** The table of the place is not there any more. */
  record ForgetPlace(String place) implements Decision {}

  /** The table holds no personal data. */
  record Ignore(String table, String reason) implements Decision {}

  /** Nobody knows what the table holds, though it was ignored. */
  record Reconsider(String table, String thought) implements Decision {}

  /** The table, ignored or undecided so far, is not there any more. */
  record ForgetTable(String table) implements Decision {}

  /**
   * Rows of the place point at rows of another.
   *
   * @param key the columns there; empty for the key of that place
   */
  record AddLink(String place, List<String> columns, String to, List<String> key, Link.Kind kind)
      implements Decision {
    public AddLink {
      columns = List.copyOf(columns);
      key = List.copyOf(key);
    }
  }

  /** They do not. */
  record RemoveLink(String place, List<String> columns, String to) implements Decision {
    public RemoveLink {
      columns = List.copyOf(columns);
    }
  }

  /** The event's moment stands in this column of the place. */
  record SetClock(String place, String event, String column, Clock.Reading reading)
      implements Decision {}

  /** The map does not say when the event happens. */
  record RemoveClock(String place, String event) implements Decision {}
}
