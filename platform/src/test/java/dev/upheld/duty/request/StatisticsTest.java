package dev.upheld.duty.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void countsByRightAndMonthWhatBecameOfThem() {
    try (House house = new House()) {
      CaseRef done = house.letter("access");
      CaseRef refused = house.letter("erasure");
      house.letter("access");
      CaseRef passed = house.letter("access");
      house.days(4);
      finish(house, done);
      house
          .requests
          .handling()
          .refuse(
              refused,
              "erasure",
              new Handling.Refusal(Handling.NOT_COVERED, "A claim of yours is before a court."),
              House.OFFICER);
      house.requests.handling().forward(passed, "Another company, 22 November", House.OFFICER);
      house.days(40);

      Statistics statistics = house.requests.inbox().statistics();

      assertThat(statistics.byRight())
          .containsExactly(
              new Statistics.Line("access", 3, 1, 0, 1, 1, 1, OptionalLong.of(4)),
              new Statistics.Line("erasure", 1, 0, 1, 0, 0, 0, OptionalLong.of(4)));
      assertThat(statistics.all())
          .isEqualTo(new Statistics.Line("", 4, 1, 1, 1, 1, 1, OptionalLong.of(4)));
      assertThat(statistics.byMonth()).hasSize(1);
      assertThat(statistics.csv())
          .contains("right,access,3,1,0,1,1,1,4\r\n", "all,,4,1,1,1,1,1,4\r\n")
          .doesNotContain("Ada", "@");
      assertThat(house.requests.inbox().due()).extracting(CaseLine::ref).hasSize(1);
    }
  }

  @Test
  void nothingIsNoFigure() {
    try (House house = new House()) {
      Statistics statistics = house.requests.inbox().statistics();
      assertThat(statistics.byRight()).isEmpty();
      assertThat(statistics.all().days()).isEmpty();
    }
  }

  private static void finish(House house, CaseRef ref) {
    Handling handling = house.requests.handling();
    handling.prove(ref, "call-back", House.OFFICER);
    handling.task(
        ref,
        new Handling.NewTask("Copy", java.util.Optional.empty(), house.requests.today()),
        House.OFFICER);
    UUID task = house.file(ref).tasks().getFirst().id();
    handling.done(ref, task, "Done", House.OFFICER);
    handling.finish(ref, "Here is your copy.", House.OFFICER);
  }
}
