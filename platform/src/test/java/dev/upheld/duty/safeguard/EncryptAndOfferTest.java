package dev.upheld.duty.safeguard;

import static dev.upheld.duty.safeguard.Results.figures;
import static dev.upheld.duty.safeguard.Results.reasons;
import static dev.upheld.duty.safeguard.Results.summary;
import static dev.upheld.probe.memory.TestPlace.notNull;
import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.Encrypt;
import dev.upheld.charter.promise.Promise.Offer;
import dev.upheld.connect.Answer.TransportFacts;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncryptAndOfferTest {
  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem eu = workspace.system("eu-main");
  private final MemorySystem us = workspace.system("us-main");

  @ParameterizedTest
  @CsvSource({
    "true, true, UPHELD",
    "true, false, UNPROVEN",
    "true, , UNPROVEN",
    "false, , BROKEN",
    "false, false, BROKEN",
  })
  void lines(boolean encrypted, Boolean refused, Verdict expected) {
    us.transport =
        new TransportFacts(
            encrypted,
            encrypted ? Optional.of("TLSv1.3") : Optional.empty(),
            Optional.ofNullable(refused),
            Optional.empty());
    assertThat(encrypt(Set.of()).verdict()).isEqualTo(expected);
  }

  @Test
  void onlyTheSystemsMeant() {
    us.transport = new TransportFacts(false, Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(encrypt(Set.of("eu-main")).verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(encrypt(Set.of("us-main")))).contains("us-main is in clear");
    assertThat(reasons(encrypt(Set.of("us-main")))).anyMatch(r -> r.contains("tls: require"));
    assertThat(encrypt(Set.of("elsewhere")).verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  /** AbsentProber does the same: what was not looked at is said. */
  @Test
  void partnersAreNamedAsNotAsked() {
    workspace.declared("partner", "IE");
    PromiseResult result = encrypt(Set.of());
    assertThat(figures(result, "listed")).containsExactly("not asked: nothing connects to it");
    assertThat(encrypt(Set.of("eu-main")).evidence().toString()).doesNotContain("not asked");
  }

  @Test
  void whoUsesTheSecondFactorShowsThatItWorks() {
    eu.table("account").text("totp").row("x").row((Object) null).row((Object) null);
    workspace.map(
        "eu-main",
        place("account", "accounts")
            .subject("customers", "id")
            .state("second-factor", notNull("totp")));
    PromiseResult result = offer("second-factor", Set.of("customers"));
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(result)).isEqualTo("1 of 3 (33.3 %) use second-factor.");
    assertThat(figures(result, "share")).containsExactly("33.3 %");
  }

  @Test
  void nobodyUsesItShowsNothing() {
    eu.table("account").text("totp").row((Object) null);
    workspace.map("eu-main", place("account", "accounts").state("second-factor", notNull("totp")));
    PromiseResult result = offer("second-factor", Set.of());
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("Nobody of 1 uses"));
  }

  @Test
  void whatNoPlaceBindsIsAGap() {
    eu.table("account").text("totp").row("x");
    workspace.map(
        "eu-main",
        place("account", "accounts")
            .subject("visitors", "id")
            .state("second-factor", notNull("totp")));
    assertThat(offer("second-factor", Set.of("customers")).verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  private PromiseResult encrypt(Set<String> systems) {
    return workspace
        .promise(new Encrypt(companyWide("transport", "encrypt"), systems))
        .result(Safeguard.probers());
  }

  private PromiseResult offer(String what, Set<String> subjects) {
    return workspace
        .promise(new Offer(companyWide("second-factor", "offer"), what, subjects))
        .result(Safeguard.probers());
  }
}
