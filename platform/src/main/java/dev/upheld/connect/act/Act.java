package dev.upheld.connect.act;

import dev.upheld.datamap.TableName;
import dev.upheld.datamap.Totals;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is done to real rows; a whole set in one statement. */
public sealed interface Act {

  /**
   * Columns of remaining rows that point at free rows of the set become null.
   *
   * @param clear those of the pointing columns that can be null
   */
  record Detach(Pointing pointing, RowSet at, List<String> key, List<String> clear) implements Act {
    public Detach {
      key = List.copyOf(key);
      clear = List.copyOf(clear);
    }
  }

  /**
   * Rows of one fate are copied into another table of the same system, where they are not there yet
   * by their key.
   *
   * @param columns that both tables have, the key among them
   * @param clock a column there that becomes the present instant where it would be null
   */
  record Copy(RowSet set, int fate, TableName into, List<String> columns, Optional<String> clock)
      implements Act {
    public Copy {
      columns = List.copyOf(columns);
    }
  }

  /**
   * Rows of one fate are counted and summed into a table of the same system, onto what is there.
   */
  record Total(RowSet set, int fate, Totals totals) implements Act {}

  /**
   * Rows of the set with one of these fates get other values.
   *
   * @param columns what each becomes
   */
  record Change(RowSet set, Set<Integer> fates, Map<String, Rewrite> columns) implements Act {
    public Change {
      fates = Set.copyOf(fates);
      columns = Map.copyOf(columns);
    }
  }

  /**
   * Free rows of the set go.
   *
   * @param level only those of this level; -1 for all
   */
  record Delete(RowSet set, int level) implements Act {
    /** All free rows. */
    public Delete(RowSet set) {
      this(set, -1);
    }
  }

  /**
   * Rows of a table go that belong to gathered ones.
   *
   * @param except owners of this fate are not meant
   */
  record DeleteOwned(TableName table, Belonging by, int except) implements Act {}
}
