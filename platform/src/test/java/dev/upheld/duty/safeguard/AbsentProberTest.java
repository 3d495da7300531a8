package dev.upheld.duty.safeguard;

import static dev.upheld.duty.safeguard.Results.evidence;
import static dev.upheld.duty.safeguard.Results.figures;
import static dev.upheld.duty.safeguard.Results.reasons;
import static dev.upheld.duty.safeguard.Results.summary;
import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.Absent;
import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.connect.Description;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.MemoryTable;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbsentProberTest {
  /** Sound check digits, issuer ranges in use, nobody's: made for this test. */
  private static final String CARD = "4929 1234 5678 9015";

  private static final String TEST_CARD = "4242 4242 4242 4242";
  private static final String IBAN = "FR76 3000 6000 0112 3456 7890 189";

  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem eu = workspace.system("eu-main");
  private final MemorySystem us = workspace.system("us-main");

  @BeforeEach
  void someTables() {
    eu.table("ticket").whole("id").text("body").row(1L, "hello");
    us.table("notes").text("text").row("no number here");
  }

  @Test
  void nothingFoundInAllTablesIsUpheld() {
    PromiseResult result = cards();
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(result))
        .isEqualTo("No card number in any column of 2 of 2 tables (2 rows).");
  }

  @Test
  void oneCardNumberInATableNobodyMappedIsBroken() {
    us.existing("notes").row("please charge " + CARD + " thanks");
    PromiseResult result = cards();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).isEqualTo("1 card number found in us-main/notes (text).");
    assertThat(evidence(result).toString()).doesNotContain("4929");
  }

  @Test
  void numbersForTestsAreOnlyListed() {
    eu.existing("ticket").row(2L, "I tried " + TEST_CARD);
    PromiseResult result = cards();
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(figures(result, "numbers that issuers publish for tests")).containsExactly("found");
  }

  @Test
  void jsonAndBytesAndNumbersAreSearched() {
    eu.table("j").column("doc", Description.Type.JSON).row("{\"pan\": \"" + CARD + "\"}");
    assertThat(summary(cards())).contains("eu-main/j (doc)");
    eu.drop("j");
    eu.table("n").whole("pan").row(4929123456789015L);
    assertThat(summary(cards())).contains("eu-main/n (pan)");
    eu.drop("n");
    eu.table("b").column("raw", Description.Type.BYTES).row((Object) CARD.getBytes(UTF_8));
    assertThat(summary(cards())).contains("eu-main/b (raw)");
  }

  @Test
  void amongManyLongNumbersAFewPassByChance() {
    for (long i = 0; i < 200; i++) {
      eu.existing("ticket").row(4_929_123_456_789_000L + i * 7, "x");
    }
    PromiseResult result = cards();
    assertThat(result.verdict()).isEqualTo(Verdict.AT_RISK);
    assertThat(summary(result)).contains("as many as chance gives");
  }

  @Test
  void oneQuestionForEachTableWhileNothingIsFound() {
    cards();
    assertThat(eu.asked).hasSize(1);
    eu.existing("ticket").row(2L, CARD);
    cards();
    assertThat(eu.asked).hasSize(3); // and the numbers alone once more
  }

  @Test
  void oneAmongThousandsThatDoNotPassIsNoChance() {
    for (long i = 0; i < 400; i++) {
      eu.existing("ticket").row(1_000_000_000_000_000L + i, "x"); // begins like no issuer's
    }
    eu.existing("ticket").row(4_929_123_456_789_015L, "x");
    assertThat(cards().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void ibansAreAllowedWhereTheCharterSaysSo() {
    eu.table("invoice").text("iban", "note").row(IBAN, "paid");
    workspace.map("eu-main", place("invoice", "billing").field("iban", "iban"));
    assertThat(ibans(Set.of()).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(ibans(Set.of("iban")).verdict()).isEqualTo(Verdict.UPHELD);
    eu.existing("invoice").row(null, "refund to " + IBAN);
    PromiseResult result = ibans(Set.of("iban"));
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).isEqualTo("1 IBAN found in eu-main/invoice (note).");
  }

  @Test
  void whatCannotBeReadOrListedIsUnproven() {
    eu.existing("ticket").unreadable("body");
    assertThat(cards().verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(cards())).anyMatch(r -> r.contains("may not read body"));
  }

  @Test
  void hiddenSchemasAreUnproven() {
    eu.blind("The schema secret cannot be listed.");
    assertThat(cards().verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void viewsShowOtherTablesRows() {
    eu.table("v").kind(Description.TableKind.VIEW).text("body").row(CARD);
    assertThat(cards().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void materialisedViewsKeepRowsOfTheirOwn() {
    MemoryTable copy = eu.table("m").kind(Description.TableKind.MATERIALIZED_VIEW).text("body");
    copy.blind("is a materialised view, may hide rows").row("nothing");
    assertThat(cards().verdict()).isEqualTo(Verdict.UPHELD);
    copy.row(CARD);
    assertThat(cards().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void rowsHiddenFromTheAccountAreUnproven() {
    eu.existing("ticket").blind("row-level security is in force");
    assertThat(cards().verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void partnersAreNamedAsNotSearched() {
    workspace.declared("partner", "IE");
    PromiseResult result = cards();
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(figures(result, "listed")).containsExactly("not searched: nothing connects to it");
  }

  @Test
  void partsThatMayHoldItAreExceptedAndNothingBesideThem() {
    MemoryTable extra = eu.table("extra").whole("id").text("doc", "name", "val");
    workspace.map(
        "eu-main",
        place("extra", "billing").field("doc->pay.iban", "iban").field("val[name=iban]", "iban"));
    extra.row(1L, "{\"pay\": {\"iban\": \"%s\"}}".formatted(IBAN), "iban", IBAN);
    assertThat(ibans(Set.of()).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(ibans(Set.of("iban")).verdict()).isEqualTo(Verdict.UPHELD);
    extra.row(2L, "{\"pay\": {\"old\": \"%s\"}}".formatted(IBAN), "note", "x");
    PromiseResult path = ibans(Set.of("iban"));
    assertThat(path.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(path)).contains("1 IBAN found in eu-main/extra (doc)");
    extra.rows.removeLast();
    extra.row(2L, "{\"%s\": 1}".formatted(IBAN), "note", "x");
    assertThat(ibans(Set.of("iban")).verdict()).isEqualTo(Verdict.BROKEN);
    extra.rows.removeLast();
    extra.row(2L, null, "note", "x " + IBAN);
    PromiseResult key = ibans(Set.of("iban"));
    assertThat(key.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(key)).contains("1 IBAN found in eu-main/extra (val)");
  }

  private PromiseResult cards() {
    return workspace
        .promise(new Absent(companyWide("card-numbers", "absent"), Forbidden.CARD_NUMBER, Set.of()))
        .result(Safeguard.probers());
  }

  private PromiseResult ibans(Set<String> except) {
    return workspace
        .promise(new Absent(companyWide("card-numbers", "absent"), Forbidden.IBAN, except))
        .result(Safeguard.probers());
  }
}
