package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Clock.Reading;
import dev.upheld.datamap.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * In Paris the hour from two to three came twice on 25 October 2026, first at 00:00Z and again at
 * 01:00Z. A clock without zone does not say which is meant: nothing may go early for that.
 */
public interface RepeatedHourContract extends Lab {
  Instant FIRST = Instant.parse("2026-10-25T00:30:00Z");
  Instant AGAIN_EARLY = Instant.parse("2026-10-25T01:05:00Z");
  Instant AGAIN = Instant.parse("2026-10-25T01:30:00Z");

  private long past(Clock clock, Instant limit, List<Condition> exempt) {
    Due due = new Due.Before(new BoundClock("collected", clock, BoundClock.Missing.UNKNOWN), limit);
    return answer(
            new Question.CountDue(
                table("repeated"), due, Optional.empty(), exempt, limit.plusSeconds(1), PARIS))
        .past();
  }

  private void repeated() {
    database()
        .execute(
            "drop table if exists repeated",
            "create table repeated (at " + words().local() + " not null, said varchar(40))",
            "insert into repeated values ('2026-10-25 01:50:00', '2026-10-25T01:50:00'),"
                + " ('2026-10-25 02:00:00', '2026-10-25T02:00:00'),"
                + " ('2026-10-25 02:10:00', '2026-10-25T02:10:00'),"
                + " ('2026-10-25 03:10:00', '2026-10-25T03:10:00')");
  }

  @Test
  default void aRowOfTheHourThatComesTwiceIsPastWhenItsLaterReadingIs() {
    repeated();
    for (Clock clock :
        List.of(new Clock.Column("at", Reading.NATIVE), new Clock.Column("said", Reading.NATIVE))) {
      assertThat(past(clock, FIRST, List.of())).as("%s, first", clock).isEqualTo(1);
      assertThat(past(clock, AGAIN_EARLY, List.of())).as("%s, again", clock).isEqualTo(2);
      assertThat(past(clock, AGAIN, List.of())).as("%s, later", clock).isEqualTo(3);
    }
  }

  @Test
  default void anExemptionUntilTheHourThatComesTwiceLastsToItsLaterReading() {
    repeated();
    Clock clock = new Clock.Column("at", Reading.NATIVE);
    Instant all = Instant.parse("2026-12-01T00:00:00Z");
    Due due = new Due.Before(new BoundClock("collected", clock, BoundClock.Missing.UNKNOWN), all);
    Question.CountDue question =
        new Question.CountDue(
            table("repeated"),
            due,
            Optional.empty(),
            List.of(new Condition.NotYet(clock)),
            FIRST,
            PARIS);
    assertThat(answer(question).exempt()).isEqualTo(3);
  }
}
