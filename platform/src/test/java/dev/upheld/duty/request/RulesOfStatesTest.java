package dev.upheld.duty.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.model.Charter;
import dev.upheld.duty.request.State.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pure rules: which step leads where, what is offered, by when. */
class RulesOfStatesTest {
  private static final String STEPS =
      """
      received        ask-identity=identity-asked forward=forwarded prove=identity-proved refuse=refused withdraw=withdrawn
      identity-asked  ask-identity=identity-asked forward=forwarded prove=identity-proved refuse=refused withdraw=withdrawn
      identity-proved ask-identity=identity-asked finish=done forward=forwarded plan=planned refuse=refused withdraw=withdrawn
      planned         approve=approved finish=done forward=forwarded plan=planned refuse=refused withdraw=withdrawn
      approved        finish=done forward=forwarded plan=planned refuse=refused run=running withdraw=withdrawn
      running         finish=done plan=planned run=running
      done
      refused
      forwarded
      withdrawn
      """;

  @Test
  void everyStepLeadsWhereTheTableSaysAndNowhereElse() {
    List<String> lines = new ArrayList<>();
    for (State state : State.values()) {
      List<String> steps =
          Arrays.stream(Step.values())
              .flatMap(
                  step ->
                      state.after(step).stream()
                          .map(
                              to ->
                                  step.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                                      + "="
                                      + to.word()))
              .sorted()
              .toList();
      lines.add(
          String.format(java.util.Locale.ROOT, "%-15s %s", state.word(), String.join(" ", steps))
              .strip());
    }
    assertThat(lines).isEqualTo(STEPS.lines().map(String::strip).toList());
  }

  @Test
  void nothingIsDoneBeforeItIsClearWhoAsks() {
    for (State state : State.values()) {
      if (!state.proved()) {
        assertThat(state.after(Step.PLAN)).isEmpty();
        assertThat(state.after(Step.RUN)).isEmpty();
        assertThat(state.after(Step.FINISH)).isEmpty();
      }
    }
  }

  @Test
  void whatTheLawGivesIsOfferedAndWhatOnlyThePromiseGivesToo() {
    Charter clouder = House.charter("clouder");
    assertThat(Offers.of(clouder).stream().map(Offer::right))
        .contains("access", "portability", "objection", Offer.OTHER)
        .doesNotContain("information", "complaint", "notify-recipients");
    Offer portability = Offers.of(clouder, "portability").orElseThrow();
    assertThat(portability.promised()).isFalse();
    assertThat(portability.byLaw()).containsExactly("GDPR Art. 20");
    Offer restriction =
        Offers.of(House.charter("clever-cloud-morocco"), "restriction").orElseThrow();
    assertThat(restriction.byLaw()).isEmpty();
    assertThat(restriction.promised()).isTrue();
  }

  private static Due due(String example, String right, String received) {
    return Dates.of(
        House.charter(example),
        List.of(right),
        new Dates.Clock(LocalDate.parse(received), List.of(), false, LocalDate.parse(received)));
  }

  @Test
  void theEarliestOfLawAndPromiseCounts() {
    assertThat(due("clever-cloud", "access", "2026-03-05").by()).isEqualTo("2026-04-07");
    assertThat(due("demo", "access", "2026-03-05").by())
        .as("a promised month does not roll")
        .isEqualTo("2026-04-05");
    assertThat(due("clever-cloud-morocco", "access", "2026-11-02").by()).isEqualTo("2026-11-12");
    assertThat(due("demo", "withdraw-consent", "2026-11-02").by()).isEqualTo("2026-11-02");
    assertThat(due("demo", Offer.OTHER, "2026-11-02").by()).isEqualTo("2026-12-02");
  }
}
