package dev.upheld.datamap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.RunWindow.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Hours by the clock on the wall, over midnight and where clocks change. */
class RunWindowTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Hours hours(String from, String to) {
    return new Hours(LocalTime.parse(from), LocalTime.parse(to));
  }

  private static Instant at(String utc) {
    return Instant.parse(utc);
  }

  @Test
  void overMidnight() {
    Hours night = hours("22:00", "05:00");
    assertThat(night.isOpen(at("2026-11-22T20:59:59Z"), PARIS)).isFalse();
    assertThat(night.isOpen(at("2026-11-22T21:00:00Z"), PARIS)).isTrue();
    assertThat(night.isOpen(at("2026-11-23T03:59:59Z"), PARIS)).isTrue();
    assertThat(night.isOpen(at("2026-11-23T04:00:00Z"), PARIS)).isFalse();
    assertThat(night.opens(at("2026-11-23T04:00:00Z"), PARIS))
        .isEqualTo(at("2026-11-23T21:00:00Z"));
    assertThat(night.length()).isEqualTo(Duration.ofHours(7));
  }

  @Test
  void withinADay() {
    Hours noon = hours("12:00", "13:30");
    assertThat(noon.isOpen(at("2026-11-22T11:00:00Z"), PARIS)).isTrue();
    assertThat(noon.isOpen(at("2026-11-22T12:30:00Z"), PARIS)).isFalse();
    assertThat(noon.opens(at("2026-11-22T10:00:00Z"), PARIS)).isEqualTo(at("2026-11-22T11:00:00Z"));
    assertThat(noon.length()).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void theHourThatSpringLeavesOutNeverComesAndTheOneThatAutumnRepeatsComesTwice() {
    Hours hour = hours("02:00", "03:00");
    assertThat(hour.isOpen(at("2026-03-29T00:59:59Z"), PARIS)).isFalse();
    assertThat(hour.isOpen(at("2026-03-29T01:00:00Z"), PARIS)).isFalse();
    assertThat(hour.isOpen(at("2026-10-25T00:30:00Z"), PARIS)).isTrue();
    assertThat(hour.isOpen(at("2026-10-25T01:30:00Z"), PARIS)).isTrue();
    assertThat(hour.opens(at("2026-03-28T12:00:00Z"), PARIS)).isEqualTo(at("2026-03-30T00:00:00Z"));
  }
}
