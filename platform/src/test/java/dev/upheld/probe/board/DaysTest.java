package dev.upheld.probe.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DaysTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @Test
  void aDayLastsToItsEndInTheZoneItIsMeantIn() {
    assertThat(Days.lastInstant("2027-06-30", PARIS))
        .contains(Instant.parse("2027-06-30T21:59:59.999Z"));
  }

  @Test
  void whatIsNoDayOrHasNoEndInTimeIsNone() {
    for (String no : new String[] {"", "tomorrow", "2027-02-30", "+999999999-12-31"}) {
      assertThat(Days.lastInstant(no, PARIS)).as(no).isEmpty();
    }
    assertThat(Days.lastInstant("-999999999-01-01", PARIS)).isPresent();
  }
}
