package dev.upheld.connect.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks in files are read as the databases compare them. */
class MomentsTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Optional<Instant> read(String text, Description.Type type, Clock.Reading reading)
      throws Unreadable {
    return Moments.of(text, type, reading, PARIS);
  }

  private static Optional<Instant> read(String text, Description.Type type) throws Unreadable {
    return read(text, type, Clock.Reading.NATIVE);
  }

  @Test
  void aDayLastsToItsEndAndAnHourThatComesAgainCountsAsTheLater() throws Unreadable {
    assertThat(read("2026-01-01", Description.Type.DATE))
        .contains(Instant.parse("2026-01-01T22:59:59.999999999Z"));
    assertThat(read("2026-10-25 02:30:00", Description.Type.TIMESTAMP))
        .contains(Instant.parse("2026-10-25T01:30:00Z"));
    assertThat(read("2026-01-01 10:00:00.5+00", Description.Type.TIMESTAMP_WITH_ZONE))
        .contains(Instant.parse("2026-01-01T10:00:00.500Z"));
    assertThat(read("2026-01-01 10:00:00", Description.Type.TIMESTAMP_WITH_ZONE))
        .contains(Instant.parse("2026-01-01T10:00:00Z"));
  }

  @Test
  void whatStandsForNothingIsNoTime() throws Unreadable {
    assertThat(read("0", Description.Type.WHOLE, Clock.Reading.EPOCH_SECONDS)).isEmpty();
    assertThat(read("0", Description.Type.WHOLE, Clock.Reading.EPOCH_MILLIS)).isEmpty();
    assertThat(read("1500", Description.Type.WHOLE, Clock.Reading.EPOCH_MILLIS))
        .contains(Instant.parse("1970-01-01T00:00:01.500Z"));
    assertThat(read("0000-00-00 00:00:00", Description.Type.TIMESTAMP)).isEmpty();
    assertThat(read("soon", Description.Type.TEXT)).isEmpty();
    assertThatThrownBy(() -> read("infinity", Description.Type.TIMESTAMP))
        .hasMessageContaining("no time");
  }
}
