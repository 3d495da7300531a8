package dev.upheld.connect.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.logs.StampForm;
import dev.upheld.datamap.logs.StampForm.Reading;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Time stamps of lines and names, as many programs write them, and as nobody should. */
class StampFormTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static Reading read(String pattern, String text) {
    return StampForm.of(pattern).orElseThrow().read(text, 0, PARIS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso|2026-01-31T08:00:00Z rest|2026-01-31T08:00:00Z",
        "iso|2026-01-31 08:00:00,123 rest|2026-01-31T07:00:00.123Z",
        "iso|2026-01-31T08:00:00.5+02:00]|2026-01-31T06:00:00.5Z",
        "iso|2026-01-31T08:00:00+0200]|2026-01-31T06:00:00Z",
        "iso|2026-07-01 08:00|2026-07-01T06:00:00Z",
        "iso|2026-01-31|2026-01-30T23:00:00Z",
        "iso|2026-01-31 08:00:00 +0300 rest|2026-01-31T05:00:00Z",
        "iso|2026-01-31 08:00:00 -08:00|2026-01-31T16:00:00Z",
        "iso|2026-01-31 08:00:00.5 UTC [7] LOG|2026-01-31T08:00:00.5Z",
        "iso|2026-01-31T08:00:00 GMT|2026-01-31T08:00:00Z",
        "iso|2026-01-31T08:00:00UTC x|2026-01-31T08:00:00Z",
        "iso|2026-01-31 08:00:00 UTC+3 x|2026-01-31T05:00:00Z",
        "iso|2026-01-31 08:00:00 +03 [7] LOG|2026-01-31T05:00:00Z",
        "iso|2026-01-31 08:00:00 -12 items|2026-01-31T07:00:00Z",
        "iso|2026-01-31 08:00:00.123 CET [7] LOG|2026-01-31T07:00:00.123Z",
        "iso|2026-10-25 02:30:00 CET|2026-10-25T01:30:00Z",
        "iso|2026-10-25 02:30:00 CEST|2026-10-25T00:30:00Z",
        "iso|2026-01-31 08:00:00 GET /|2026-01-31T07:00:00Z",
        "iso|2026-01-31 08:00:00 INFO x|2026-01-31T07:00:00Z",
        "yyyy-MM-dd HH:mm:ss|2026-01-31 08:00:00 +0300|2026-01-31T05:00:00Z",
        "dd/MMM/yyyy:HH:mm:ss Z|31/Jan/2026:08:00:00 +0100] x|2026-01-31T07:00:00Z",
        "yyyy-MM-dd|2026-01-31.log|2026-01-30T23:00:00Z",
        "yyyyMMddHH|2026013108|2026-01-31T07:00:00Z",
        "yyyy-MM|2026-02.log|2026-01-31T23:00:00Z",
        "yyyy'year'MM|2026year02|2026-01-31T23:00:00Z",
        "epoch-seconds|1767225600 x|2026-01-01T00:00:00Z",
        "epoch-millis|1767225600123 x|2026-01-01T00:00:00.123Z",
      })
  void readsWhatProgramsWrite(String pattern, String text, String first) {
    assertThat(read(pattern, text))
        .isInstanceOfSatisfying(
            Reading.At.class,
            at -> {
              assertThat(at.first()).isEqualTo(Instant.parse(first));
              assertThat(at.last()).isAfterOrEqualTo(at.first());
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iso|2026-02-30 08:00:00",
        "iso|2026-13-01",
        "dd/MMM/yyyy:HH:mm:ss Z|31/Jan/2026:25:00:00 +0100",
        "yyyy-MM-dd|2026-02-29",
        "epoch-seconds|99999999999999999999",
        "epoch-seconds|1767225600123 in thousandths",
        "iso|2026-01-31 08:00:00 PST x",
        "iso|2026-01-31 08:00:00 CEST x",
        "iso|2026-01-31 08:00:00 +9900 x",
      })
  void aDateThatNoCalendarHasIsBad(String pattern, String text) {
    assertThat(read(pattern, text)).isInstanceOf(Reading.Bad.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "\tat Foo.bar(Foo.java:7)", "26-1-1", "\u0000\u0000", "-2026-01-31"})
  void whatIsNoStampIsNone(String text) {
    assertThat(read("iso", text)).isInstanceOf(Reading.None.class);
    assertThat(read("dd/MMM/yyyy:HH:mm:ss Z", text)).isInstanceOf(Reading.None.class);
    assertThat(read("epoch-seconds", text.replaceAll("[0-9]", "")))
        .isInstanceOf(Reading.None.class);
  }

  /** A number of a file or of an answer is no time. */
  @ParameterizedTest
  @ValueSource(strings = {"1", "200 OK", "20260131 x"})
  void aSmallNumberIsNoTime(String text) {
    assertThat(read("epoch-seconds", text)).isInstanceOf(Reading.None.class);
    assertThat(read("epoch-millis", text)).isInstanceOf(Reading.None.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MMM d HH:mm:ss", "HH:mm", "nonsense{", "", "yyyy", "'only text'"})
  void whatNamesNoMonthOfAYearIsNoForm(String pattern) {
    assertThat(StampForm.of(pattern)).isEmpty();
  }

  @Test
  void theHourThatAnAutumnNightHasTwiceMayBeEither() {
    Reading.At at = (Reading.At) read("iso", "2026-10-25 02:30:00");
    assertThat(at.first()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    assertThat(at.last())
        .isBetween(Instant.parse("2026-10-25T01:30:00Z"), Instant.parse("2026-10-25T01:30:01Z"));
  }

  /** Whatever stands there: never a throw, and what a formatter wrote is read back. */
  @Test
  void readsWhateverComes() {
    long seed = Long.getLong("upheld.seed", System.nanoTime());
    Random random = new Random(seed);
    List<String> patterns =
        List.of("iso", "epoch-seconds", "epoch-millis", "dd/MMM/yyyy:HH:mm:ss Z", "yyyyMMdd");
    List<StampForm> forms = patterns.stream().map(p -> StampForm.of(p).orElseThrow()).toList();
    DateTimeFormatter common =
        DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH);
    for (int i = 0; i < 50_000; i++) {
      LocalDateTime time =
          LocalDateTime.ofEpochSecond(random.nextLong(0, 4_000_000_000L), 0, ZoneOffset.UTC);
      String written = common.format(time.atOffset(ZoneOffset.ofHours(random.nextInt(-12, 13))));
      assertThat(forms.get(3).read(written, 0, PARIS))
          .as("-Dupheld.seed=" + seed + " " + written)
          .isInstanceOf(Reading.At.class);
      String spoilt = spoil(random, random.nextBoolean() ? written : time.toString());
      for (StampForm form : forms) {
        assertThat(form.read(spoilt, random.nextInt(spoilt.length() + 1), PARIS)).isNotNull();
      }
    }
  }

  private static String spoil(Random random, String text) {
    StringBuilder spoilt = new StringBuilder(text);
    for (int i = random.nextInt(4); i >= 0 && !spoilt.isEmpty(); i--) {
      int at = random.nextInt(spoilt.length());
      switch (random.nextInt(4)) {
        case 0 -> spoilt.deleteCharAt(at);
        case 1 -> spoilt.insert(at, (char) random.nextInt(0x110));
        case 2 -> spoilt.setCharAt(at, "0123456789+-:,.TZ /".charAt(random.nextInt(19)));
        default -> spoilt.insert(at, spoilt.substring(at));
      }
    }
    return spoilt.toString();
  }
}
