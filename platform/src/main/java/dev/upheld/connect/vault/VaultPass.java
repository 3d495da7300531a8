package dev.upheld.connect.vault;

import dev.upheld.connect.Sight;
import dev.upheld.datamap.TableName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The way through all archived rows of one table, one file after the other. What cannot be opened
 * is said: then not everything was seen. May be gone several times; what was not seen in any of
 * them adds up.
 */
final class VaultPass {
  private static final int TRIES = 5;
  private static final int PIECE = 1_000;

  private final Vault vault;
  private final TableName table;
  private final Drawer drawer;
  private final Runnable check;
  private final Map<String, Integer> blind = new TreeMap<>();
  private final List<String> beside = new ArrayList<>();
  private final Set<String> allBlind = new LinkedHashSet<>();
  private final Set<String> allBeside = new LinkedHashSet<>();
  private int left;

  /**
   * @param check called again and again; throws to end it
   */
  VaultPass(Vault vault, TableName table, Runnable check) {
    this.vault = vault;
    this.table = table;
    this.drawer = vault.drawer(table);
    this.check = check;
  }

  TableName table() {
    return table;
  }

  /** Gets what the files have. */
  interface Each {
    /** A file begins. */
    default void begins(VaultHeader header) {}

    /** A row of it; of a damaged file, those before the damage. */
    default void row(List<Optional<String>> values) throws IOException {}

    /** It was read to its end, and has the rows of its index. */
    default void ends(VaultIndex index) {}
  }

  /** Once through all files; again, from a new beginning, where files came and went meanwhile. */
  <T extends Each> T through(Supplier<T> begin) throws IOException {
    for (int i = 1; ; i++) {
      T each = begin.get();
      blind.clear();
      beside.clear();
      Drawer.Contents contents = drawer.contents();
      all(contents, each);
      boolean same = contents.equals(drawer.contents());
      if (same || i == TRIES) {
        if (!same) {
          blind("files came and went while they were read");
        }
        allBlind.addAll(reasons());
        allBeside.addAll(beside);
        return each;
      }
    }
  }

  /** Of the file that is read now, not all is seen. */
  void blind(String why) {
    blind.merge(why, 1, Integer::sum);
  }

  /** How many files are still to come, the one that is read now among them. */
  int left() {
    return left;
  }

  /** How many rows there may be, by the indexes that open. */
  long rows() throws IOException {
    long rows = 0;
    for (UUID file : vault.counting(drawer)) {
      try {
        rows += vault.opened(table, file).entries().size();
      } catch (IOException e) {
        // told of when its rows are read
      }
    }
    return rows;
  }

  private void all(Drawer.Contents contents, Each each) throws IOException {
    if (!contents.there() && !vault.isMarked()) {
      beside.add(vault.bare());
    }
    if (!contents.strange().isEmpty()) {
      beside.add("The folder of " + table + " in the archive has files that are none of it.");
    }
    if (!contents.unconfirmed().isEmpty()) {
      beside.add(
          contents.unconfirmed().size()
              + " files of "
              + table
              + " in the archive are not confirmed: the next run of the rule that wrote them"
              + " confirms or removes them.");
    }
    Set<UUID> bare = new HashSet<>(contents.published());
    bare.removeAll(contents.rows());
    Set<UUID> files = vault.counting(drawer, contents);
    left = files.size();
    for (UUID file : files) {
      check.run();
      if (bare.contains(file)) {
        blind("its rows are not there");
      } else {
        one(file, each);
      }
      left--;
    }
  }

  private void one(UUID file, Each each) {
    try {
      VaultIndex index = vault.opened(table, file);
      each.begins(RowsReader.header(drawer.rows(file)));
      int[] piece = {0};
      long rows =
          vault.read(
              table,
              index,
              values -> {
                if (++piece[0] % PIECE == 0) {
                  check.run();
                }
                each.row(values);
              });
      if (rows != index.entries().size()) {
        throw new Unreadable("it has other rows than its index says");
      }
      each.ends(index);
    } catch (Unreadable e) {
      blind(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      blind("it cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  private List<String> reasons() {
    return blind.entrySet().stream()
        .map(
            e ->
                "Of "
                    + e.getValue()
                    + (e.getValue() == 1 ? " file of " : " files of ")
                    + table
                    + " in the archive not all is seen: "
                    + e.getKey()
                    + ".")
        .toList();
  }

  /** What was not seen in all ways that were gone. */
  Sight sight() {
    return new Sight(List.copyOf(allBlind), List.copyOf(allBeside));
  }
}
