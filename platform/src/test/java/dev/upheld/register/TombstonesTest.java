package dev.upheld.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.ProblemException;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tombstones, wherever they are kept. */
class TombstonesTest {
  private static final Instant ERASED = Instant.parse("2026-11-01T10:00:00Z");
  private static final Instant EXPIRES = ERASED.plus(Duration.ofDays(90));

  private static Tombstone tombstone(String erasure, Instant erased) {
    return new Tombstone(
        erasure,
        "shop",
        "email",
        "ab".repeat(32),
        erased,
        new Tombstone.Reach("promise", Set.of("books"), Set.of()),
        erased.plus(Duration.ofDays(90)));
  }

  abstract static class Contract {
    abstract Tombstones tombstones();

    @Test
    void theyAreKeptOnceAndToldForTheirSystem() {
      Tombstone one = tombstone("one", ERASED);
      Tombstone two = tombstone("two", ERASED.plusSeconds(60));
      tombstones().keep(List.of(two));
      tombstones().keep(List.of(one, two));

      assertThat(tombstones().of("shop", ERASED, ERASED)).containsExactly(one, two);
      assertThat(tombstones().of("shop", ERASED.plusSeconds(1), ERASED)).containsExactly(two);
      assertThat(tombstones().of("other", ERASED, ERASED)).isEmpty();
    }

    @Test
    void theyEndWithTheOldestBackup() {
      tombstones().keep(List.of(tombstone("one", ERASED), tombstone("two", ERASED.plusSeconds(9))));

      assertThat(tombstones().of("shop", ERASED, EXPIRES)).hasSize(1);
      assertThat(tombstones().expire(EXPIRES)).isEqualTo(1);
      assertThat(tombstones().expire(EXPIRES)).isZero();
      assertThat(tombstones().of("shop", ERASED, ERASED)).hasSize(1);
    }
  }

  @Nested
  class InAStore extends Contract {
    private Store store;

    @BeforeEach
    void opens() {
      store = Stores.fresh();
    }

    @AfterEach
    void closes() {
      store.close();
    }

    private Journal journal() {
      return new Journal(store, InstantSource.fixed(ERASED));
    }

    @Override
    Tombstones tombstones() {
      return new StoredTombstones(store, journal());
    }

    @Test
    void keepingAndExpiringIsJournalledByNumber() {
      tombstones().keep(List.of(tombstone("one", ERASED)));
      tombstones().keep(List.of(tombstone("one", ERASED)));
      tombstones().expire(EXPIRES);

      assertThat(journal().page(0, 50, "register.tombstones-kept"))
          .singleElement()
          .extracting(Entry::facts)
          .asString()
          .contains("2027-01-30")
          .doesNotContain("abab");
      assertThat(journal().page(0, 50, "register.tombstones-expired")).hasSize(1);
    }
  }

  @Nested
  class InAFile extends Contract {
    @TempDir Path folder;

    private Path file() {
      return folder.resolve("tombstones.json");
    }

    @Override
    Tombstones tombstones() {
      return new FiledTombstones(file());
    }

    @Test
    void onlyItsOwnerReadsIt() throws IOException {
      tombstones().keep(List.of(tombstone("one", ERASED)));

      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
          .isEqualTo("rw-------");
    }

    @Test
    void processesTakeTurns() {
      IntStream.range(0, 40)
          .forEach(i -> tombstones().keep(List.of(tombstone("erasure " + i, ERASED))));

      assertThat(tombstones().of("shop", ERASED, ERASED)).hasSize(40);
    }

    @Test
    void aBrokenFileIsNeverTakenForNobody() throws IOException {
      Files.writeString(file(), "[{");

      assertThatThrownBy(() -> tombstones().of("shop", ERASED, ERASED))
          .isInstanceOf(ProblemException.class)
          .hasMessageContaining("who was erased");
    }
  }
}
