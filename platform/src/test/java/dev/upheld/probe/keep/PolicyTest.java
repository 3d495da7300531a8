package dev.upheld.probe.keep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Freshness;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {
  /** Five hours behind UTC in winter. */
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @TempDir private Path root;

  @Test
  void aDayBeginsAndIsReadInTheCompanysZone() {
    MovingClock clock = new MovingClock(Instant.parse("2026-11-22T23:00:00Z"));
    List<LocalDate> read = new ArrayList<>();
    try (Store store = Stores.fresh();
        Policy policy =
            new Policy(
                root,
                day -> {
                  read.add(day);
                  return new WorkspaceReading(Optional.empty(), List.of());
                },
                keeper(store, clock),
                clock,
                NEW_YORK)) {
      assertThat(policy.refresh()).isTrue();
      clock.set(Instant.parse("2026-11-23T04:59:00Z")); // midnight of UTC is past
      assertThat(policy.refresh()).isFalse();
      clock.set(Instant.parse("2026-11-23T05:00:00Z"));
      assertThat(policy.refresh()).isTrue();
    }
    assertThat(read).containsExactly(LocalDate.of(2026, 11, 22), LocalDate.of(2026, 11, 23));
  }

  private static Keeper keeper(Store store, MovingClock clock) {
    return new Keeper(
        store, new Journal(store, clock), clock, p -> Freshness.daily(), Teller.NOBODY);
  }
}
