package dev.upheld.datamap.values;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.values.BirthDates.Look;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class BirthDatesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static Look look(int count, ToIntFunction<Random> daysAgo, long seed) {
    Random random = new Random(seed);
    BirthDates dates = new BirthDates();
    for (int i = 0; i < count; i++) {
      dates.add(TODAY.minusDays(daysAgo.applyAsInt(random)));
    }
    return dates.look(TODAY);
  }

  @Test
  void peopleOfAllAgesLookLikeIt() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(look(100, r -> 365 * 18 + r.nextInt(365 * 60), seed)).isEqualTo(Look.PLAUSIBLE);
      assertThat(look(40, r -> (int) (365 * (40 + 9 * r.nextGaussian())), seed))
          .as("seed %d", seed)
          .isEqualTo(Look.PLAUSIBLE);
    }
  }

  /** The head of a table in which they stand in order is no evidence that they are events. */
  @Test
  void datesOfAFewYearsLongAgoMayBeEither() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(look(100, r -> 365 * 16 + r.nextInt(365 * 6), seed)).isEqualTo(Look.UNCLEAR);
      assertThat(look(100, r -> 365 * 26, seed)).isEqualTo(Look.UNCLEAR);
    }
  }

  @Test
  void datesOfEventsDoNot() {
    for (long seed = 0; seed < 200; seed++) {
      assertThat(look(100, r -> r.nextInt(365 * 3), seed)).isEqualTo(Look.UNLIKELY);
      assertThat(look(100, r -> r.nextInt(365 * 20), seed)).isEqualTo(Look.UNLIKELY);
      assertThat(look(100, r -> -r.nextInt(365 * 10), seed)).isEqualTo(Look.UNLIKELY);
      assertThat(look(100, r -> 365 * 100 + r.nextInt(365 * 100), seed)).isEqualTo(Look.UNLIKELY);
    }
  }

  @Test
  void aHandfulSaysNothing() {
    assertThat(look(19, r -> 365 * 18 + r.nextInt(365 * 60), 1)).isEqualTo(Look.UNCLEAR);
    assertThat(new BirthDates().look(TODAY)).isEqualTo(Look.UNCLEAR);
  }
}
