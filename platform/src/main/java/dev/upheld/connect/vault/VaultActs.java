package dev.upheld.connect.vault;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Ends archived rows of one table: a file goes where all of its rows go, else another one takes
 * over the rest. Whatever a crash leaves is put right before anything else is done. For one thread.
 */
public final class VaultActs implements AutoCloseable {
  /** Kept back: people are on hold or restricted, and files are not searched for whose rows. */
  public static final String PEOPLE = "people";

  private final Vault vault;
  private final Place place;
  private final TableName table;
  private final Drawer drawer;
  private final FolderTurn turn;

  /**
   * What is wanted.
   *
   * @param asks a row goes that is past by one of them
   * @param others what other promises ask of the same rows, by what keeps a row back that is not
   *     past by any of theirs
   * @param barred whether nothing may go now; asked before each file
   */
  public record Wanted(
      List<Question.CountDue> asks,
      Map<String, List<Question.CountDue>> others,
      BooleanSupplier barred) {
    public Wanted {
      asks = List.copyOf(asks);
      others = Map.copyOf(others);
    }
  }

  /**
   * What became of rows past their time, or would.
   *
   * @param files that were changed
   * @param whole whether all were gone through
   */
  public record Fates(
      long listed, long gone, SortedMap<String, Long> keptBack, int files, boolean whole) {}

  VaultActs(Vault vault, Place place, FolderTurn turn) {
    this.vault = vault;
    this.place = place;
    this.table = place.table();
    this.drawer = vault.drawer(table);
    this.turn = turn;
  }

  /** What a run would do; nothing is changed. */
  public Fates look(Wanted wanted) {
    return vault.doing("to be looked at", () -> pass(wanted, () -> false, Optional.empty()));
  }

  /**
   * Does it.
   *
   * @param run names what is noted of it
   * @param halt asked before each file
   */
  public Fates run(Wanted wanted, UUID run, BooleanSupplier halt) {
    return vault.doing(
        "to remove rows",
        () -> {
          mend();
          VaultNotes notes = new VaultNotes(vault, drawer, run);
          for (Question.CountDue ask : wanted.asks()) {
            notes.forgetOld(ask.now());
          }
          return pass(wanted, halt, Optional.of(notes));
        });
  }

  /** What a run did that did not come to its end; nothing where it noted nothing. */
  public Fates remembered(UUID run) {
    return vault.doing(
        "to be looked at",
        () -> {
          Optional<VaultNotes.Done> done = new VaultNotes(vault, drawer, run).done();
          return new Fates(
              0,
              done.map(VaultNotes.Done::rows).orElse(0L),
              new TreeMap<>(),
              done.map(VaultNotes.Done::files).orElse(0),
              false);
        });
  }

  /** Goes on with what was begun before. */
  void mend() throws IOException {
    Drawer.Contents contents = drawer.contents();
    Set<UUID> rest = contents.published();
    rest.removeAll(vault.counting(drawer, contents));
    for (UUID file : contents.going()) {
      drawer.remove(file);
    }
    for (UUID replaced : rest) {
      drawer.remove(replaced);
    }
    for (VaultHeader header : vault.unconfirmed(table)) {
      if (header.replaces().isPresent()) {
        drawer.discard(header.file()); // the one it was to replace still counts
      }
    }
  }

  private Fates pass(Wanted wanted, BooleanSupplier halt, Optional<VaultNotes> acting)
      throws IOException {
    if (!wanted.asks().stream().allMatch(Past::fits)
        || !wanted.others().values().stream().flatMap(List::stream).allMatch(Past::fits)) {
      throw VaultTexts.unfit();
    }
    Sums sums = new Sums();
    for (UUID file : vault.counting(drawer)) {
      if (halt.getAsBoolean()) {
        return sums.fates(false);
      }
      VaultIndex index = vault.opened(table, file);
      List<Boolean> goes = judge(index, wanted, sums);
      long gone = goes.stream().filter(Boolean::booleanValue).count();
      if (gone > 0 && acting.isPresent()) {
        acting.get().intend(file, gone);
        end(index, goes, gone);
        sums.files++;
      }
      sums.gone += gone;
    }
    return sums.fates(true);
  }

  private static final class Sums {
    private final SortedMap<String, Long> kept = new TreeMap<>();
    private long listed;
    private long gone;
    private int files;

    Fates fates(boolean whole) {
      return new Fates(listed, gone, kept, files, whole);
    }
  }

  /** Which rows go. */
  private static List<Boolean> judge(VaultIndex index, Wanted wanted, Sums sums) {
    Past past = new Past(index);
    boolean barred = wanted.barred().getAsBoolean();
    List<Boolean> goes = new ArrayList<>();
    for (VaultIndex.Entry entry : index.entries()) {
      boolean over = wanted.asks().stream().anyMatch(ask -> past.surely(entry, ask.due()));
      Optional<String> why = over ? why(past, entry, wanted, barred) : Optional.empty();
      why.ifPresent(reason -> sums.kept.merge(reason, 1L, Long::sum));
      sums.listed += over ? 1 : 0;
      goes.add(over && why.isEmpty());
    }
    return goes;
  }

  private static Optional<String> why(
      Past past, VaultIndex.Entry entry, Wanted wanted, boolean barred) {
    return wanted.others().entrySet().stream()
        .filter(o -> o.getValue().stream().noneMatch(ask -> past.surely(entry, ask.due())))
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .or(() -> barred ? Optional.of(PEOPLE) : Optional.empty());
  }

  private void end(VaultIndex index, List<Boolean> goes, long gone) throws IOException {
    if (gone < goes.size()) {
      takeOver(index, goes, goes.size() - gone);
    }
    drawer.remove(index.file());
  }

  /** Another file takes over the rows that stay; from its index on the old one counts no more. */
  private void takeOver(VaultIndex index, List<Boolean> goes, long rest) throws IOException {
    VaultHeader old = RowsReader.header(drawer.rows(index.file()));
    VaultHeader header =
        new VaultHeader(
            UUID.randomUUID(),
            old.table(),
            old.from(),
            old.columns(),
            old.key(),
            old.zone(),
            Optional.of(old.file()));
    Draft draft = vault.begin(place, header);
    boolean written = false;
    try {
      int[] at = {0};
      long read =
          vault.read(
              table,
              index,
              values -> {
                if (at[0] < goes.size() && !goes.get(at[0])) {
                  draft.row(values);
                }
                at[0]++;
              });
      Draft.Written fresh = draft.finish();
      if (read != goes.size() || fresh.rows() != rest) {
        throw new Unreadable("a file has not the rows that its index says");
      }
      written = true;
      fresh.publish();
    } finally {
      if (!written) {
        draft.abandon();
      }
    }
  }

  @Override
  public void close() {
    try {
      turn.close();
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.REFUSED, "A file of an archive cannot be closed.", "Try again."));
    }
  }
}
