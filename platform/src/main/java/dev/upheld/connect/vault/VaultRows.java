package dev.upheld.connect.vault;

import dev.upheld.datamap.TableName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Looks at archived rows of one table. Every method throws {@link
 * dev.upheld.kernel.ProblemException} where a file does not open.
 */
public final class VaultRows {
  private final Vault vault;
  private final TableName table;

  VaultRows(Vault vault, TableName table) {
    this.vault = vault;
    this.table = table;
  }

  /**
   * A file that counts.
   *
   * @param from whence its rows came
   * @param oldest the earliest of all their clocks; empty where none says anything
   * @param latest the latest of them
   */
  public record Filed(
      UUID file,
      VaultHeader.From from,
      long rows,
      Optional<Instant> oldest,
      Optional<Instant> latest) {}

  /** What there is: figures only. */
  public List<Filed> list() {
    return vault.doing(
        "to be listed",
        () -> {
          List<Filed> all = new ArrayList<>();
          for (UUID file : files()) {
            VaultIndex index = vault.opened(table, file);
            List<Instant> clocks =
                index.entries().stream()
                    .flatMap(e -> e.clocks().stream())
                    .flatMap(Optional::stream)
                    .toList();
            all.add(
                new Filed(
                    file,
                    RowsReader.header(vault.drawer(table).rows(file)).from(),
                    index.entries().size(),
                    clocks.stream().min(Instant::compareTo),
                    clocks.stream().max(Instant::compareTo)));
          }
          return all;
        });
  }

  private Set<UUID> files() throws IOException {
    return vault.counting(vault.drawer(table));
  }

  /** How many files nobody confirmed; they cannot be read. */
  public int unconfirmed() {
    return vault.doing("to be listed", () -> vault.drawer(table).contents().unconfirmed().size());
  }

  /** How many rows {@link #read} would read, by the indexes alone. */
  public long count(Map<String, ? extends Collection<String>> people) {
    Set<String> wanted = hashes(people);
    return vault.doing(
        "to be counted",
        () -> {
          long rows = 0;
          for (UUID file : files()) {
            rows +=
                vault.opened(table, file).entries().stream()
                    .filter(e -> wanted.isEmpty() || isOf(e, wanted))
                    .count();
          }
          return rows;
        });
  }

  private Set<String> hashes(Map<String, ? extends Collection<String>> people) {
    Set<String> wanted = new HashSet<>();
    people.forEach((word, all) -> all.forEach(v -> wanted.add(vault.person(word, v))));
    return wanted;
  }

  /** Gets one row after the other, each value by its column; a null is an empty one. */
  @FunctionalInterface
  public interface Sink {
    void row(List<VaultHeader.Column> columns, List<Optional<String>> values);
  }

  /**
   * Reads rows; of people, only files that have some of them are opened.
   *
   * @param people what they are called by, by word; empty for all rows
   * @return how many were read
   */
  public long read(Map<String, ? extends Collection<String>> people, Sink sink) {
    Set<String> wanted = hashes(people);
    return vault.doing(
        "to be read",
        () -> {
          long read = 0;
          for (UUID file : files()) {
            VaultIndex index = vault.opened(table, file);
            boolean some =
                wanted.isEmpty() || index.entries().stream().anyMatch(e -> isOf(e, wanted));
            read += some ? one(index, wanted, sink) : 0;
          }
          return read;
        });
  }

  private static boolean isOf(VaultIndex.Entry entry, Set<String> wanted) {
    return entry.people().stream().anyMatch(wanted::contains);
  }

  private long one(VaultIndex index, Set<String> wanted, Sink sink) throws IOException {
    VaultHeader header = RowsReader.header(vault.drawer(table).rows(index.file()));
    int[] at = {0};
    long[] read = {0};
    long rows =
        vault.read(
            table,
            index,
            values -> {
              boolean is =
                  wanted.isEmpty()
                      || (at[0] < index.entries().size()
                          && isOf(index.entries().get(at[0]), wanted));
              at[0]++;
              if (is) {
                sink.row(header.columns(), values);
                read[0]++;
              }
            });
    if (rows != index.entries().size()) {
      throw new Unreadable("a file has not the rows that its index says");
    }
    return read[0];
  }
}
