package dev.upheld.connect.vault;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.TableName;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts archived rows of one table by the indexes of their files, and opens each file to see that
 * its rows are there. What cannot be opened is said: then not everything was seen.
 */
final class VaultCounts {
  private static final int TRIES = 5;

  private final Vault vault;
  private final TableName table;
  private final Drawer drawer;
  private final Runnable check;
  private final Map<String, Integer> blind = new TreeMap<>();
  private final List<String> beside = new ArrayList<>();

  /**
   * @param check called before each file; throws to end it
   */
  VaultCounts(Vault vault, TableName table, Runnable check) {
    this.vault = vault;
    this.table = table;
    this.drawer = vault.drawer(table);
    this.check = check;
  }

  /** Gets what one file has. */
  private interface Each {
    void file(VaultIndex index);
  }

  /** Once through all files; again where files came and went meanwhile. */
  private <T extends Each> T through(java.util.function.Supplier<T> begin) throws IOException {
    for (int i = 1; ; i++) {
      T each = begin.get();
      blind.clear();
      beside.clear();
      Drawer.Contents contents = drawer.contents();
      all(contents, each);
      if (contents.equals(drawer.contents()) || i == TRIES) {
        if (i == TRIES && !contents.equals(drawer.contents())) {
          blind.merge("files came and went while they were counted", 1, Integer::sum);
        }
        return each;
      }
    }
  }

  private void all(Drawer.Contents contents, Each each) throws IOException {
    if (!contents.there()) {
      beside.add("The archive has no folder of " + table + " yet. Is its disk there?");
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
    for (UUID file : vault.counting(drawer, contents)) {
      check.run();
      if (bare.contains(file)) {
        blind.merge("its rows are not there", 1, Integer::sum);
      } else {
        one(file, each);
      }
    }
  }

  private void one(UUID file, Each each) {
    try {
      VaultIndex index = vault.opened(table, file);
      long rows = vault.read(table, index, _ -> {});
      if (rows != index.entries().size()) {
        throw new Unreadable("it has other rows than its index says");
      }
      each.file(index);
    } catch (Unreadable e) {
      blind.merge(e.getMessage(), 1, Integer::sum);
    } catch (IOException e) {
      blind.merge("it cannot be read (" + e.getClass().getSimpleName() + ")", 1, Integer::sum);
    }
  }

  Sight sight() {
    List<String> reasons =
        blind.entrySet().stream()
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
    return new Sight(reasons, beside);
  }

  Answer.DueCount due(Question.CountDue question) throws IOException {
    return through(() -> new DueRows(question)).count();
  }

  private final class DueRows implements Each {
    private final Question.CountDue question;
    private long rows;
    private long over;
    private long unknown;
    private long future;
    private @Nullable Instant late;
    private @Nullable Instant first;

    DueRows(Question.CountDue question) {
      this.question = question;
    }

    @Override
    public void file(VaultIndex index) {
      Past past = new Past(index);
      sees(past, Stream.of(question.due()));
      for (VaultIndex.Entry entry : index.entries()) {
        rows++;
        Optional<Boolean> is = past.of(entry, question.due());
        unknown += is.isEmpty() ? 1 : 0;
        future += past.isAhead(entry, question) ? 1 : 0;
        boolean gone = is.orElse(false);
        over += gone ? 1 : 0;
        past.clocks(entry, question.due())
            .forEach(
                at -> {
                  first = earlier(first, at);
                  late = gone ? earlier(late, at) : late;
                });
      }
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
      return known == null || at.isBefore(known) ? at : known;
    }

    Answer.DueCount count() {
      Optional<Instant> oldest = Optional.ofNullable(late).or(() -> Optional.ofNullable(first));
      return new Answer.DueCount(rows, over, unknown, future, 0, oldest);
    }
  }

  private void sees(Past past, Stream<Due> asked) {
    if (!asked.allMatch(past::knows)) {
      blind.merge("its index was made before the clock was bound", 1, Integer::sum);
    }
  }

  Answer.DueOver over(Question.CountDueOver question) throws IOException {
    return through(() -> new DueSteps(question)).count();
  }

  private final class DueSteps implements Each {
    private final Question.CountDueOver question;
    private final long[] past;
    private long rows;
    private long unknown;

    DueSteps(Question.CountDueOver question) {
      this.question = question;
      this.past = new long[question.steps().size()];
    }

    @Override
    public void file(VaultIndex index) {
      Past over = new Past(index);
      sees(over, Stream.concat(Stream.of(question.at().due()), question.steps().stream()));
      for (VaultIndex.Entry entry : index.entries()) {
        rows++;
        unknown += over.of(entry, question.at().due()).isEmpty() ? 1 : 0;
        for (int i = 0; i < past.length; i++) {
          past[i] += over.surely(entry, question.steps().get(i)) ? 1 : 0;
        }
      }
    }

    Answer.DueOver count() {
      return new Answer.DueOver(rows, unknown, Arrays.stream(past).boxed().toList());
    }
  }
}
