package dev.upheld.duty.safeguard;

import static dev.upheld.duty.safeguard.Results.evidence;
import static dev.upheld.duty.safeguard.Results.reasons;
import static dev.upheld.duty.safeguard.Results.summary;
import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.HoldOnly;
import dev.upheld.connect.Description;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.MemoryTable;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Promises to hold nothing else, where columns are bound in parts. */
class PartLookTest {
  private static final String BOUND =
      "{\"contact\": {\"email\": \"jane@customer.example\"}, \"settings\": {\"theme\": \"dark\"}%s}";

  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem system = workspace.system("eu-main");
  private final MemoryTable account =
      system.table("account").whole("id").column("profile", Description.Type.JSON);
  private final MemoryTable attribute =
      system.table("user_attribute").whole("id").text("name", "value");

  private PromiseResult documents(String... more) {
    for (int i = 0; i < 3; i++) {
      for (String one : more) {
        account.row((long) i, BOUND.formatted(one));
      }
    }
    return measure(
        place("account", "accounts")
            .key("id")
            .technical("id", "profile->settings.*")
            .field("profile->contact.email", "email"));
  }

  private PromiseResult keys() {
    return measure(
        place("user_attribute", "accounts")
            .key("id")
            .technical("id", "value[name=theme]")
            .field("value[name=email]", "email"));
  }

  private PromiseResult measure(TestPlace bound) {
    workspace
        .map("eu-main", bound)
        .promise(new HoldOnly(header("accounts", "hold-only"), Set.of("email")));
    return workspace.result(Safeguard.probers());
  }

  @Test
  void whatIsBoundIsFine() {
    assertThat(documents("").verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void aColumnThatIsCalledLikeABoundPartIsNotThatPart() {
    account.text("profile->contact.email");
    account.row(7L, BOUND.formatted(""), "john@mail.example");
    PromiseResult result = documents("");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .contains("The column profile->contact.email in eu-main/account is not in the data map");
  }

  @Test
  void aBoundColumnThatIsCalledLikeAPartIsKnown() {
    account.text("mail[kind=home]");
    for (long i = 0; i < 5; i++) {
      account.row(i, BOUND.formatted(""), "john@mail.example");
    }
    TestPlace bound =
        place("account", "accounts")
            .key("id")
            .technical("id", "profile->settings.*")
            .field("profile->contact.email", "email")
            .field("\"mail[kind=home]\"", "email");
    assertThat(measure(bound).verdict()).isEqualTo(Verdict.UPHELD);
    workspace.term("email", "pd:PostalCode");
    PromiseResult changed = measure(bound);
    assertThat(changed.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(changed)).contains("mail[kind=home]").contains("is bound to email, but");
  }

  @Test
  void anUndeclaredPathThatIsPersonalIsBroken() {
    PromiseResult result = documents(", \"birth_date\": \"1970-03-12\"");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .contains("The column profile->birth_date in eu-main/account is not in the data map")
        .contains("BirthDate");
    assertThat(evidence(result).toString()).doesNotContain("1970").doesNotContain("jane");
  }

  @Test
  void anUndeclaredPathThatMayBePersonalIsAtRisk() {
    assertThat(documents(", \"note\": \"said so and so\"").verdict()).isEqualTo(Verdict.AT_RISK);
  }

  @Test
  void anUndeclaredPathThatIsNotPersonalIsListed() {
    PromiseResult result = documents(", \"created_at\": \"2026-01-01T10:00:00Z\"");
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(evidence(result).toString()).contains("profile->created_at");
  }

  @Test
  void aMailAddressInAnyRowBesideWhatIsBoundIsBroken() {
    for (int i = 0; i < 1_000; i++) {
      account.row((long) i, BOUND.formatted(""));
    }
    account.row(1_001L, "{\"settings\": {\"theme\": \"john@mail.example\"}}");
    PromiseResult result = documents("");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "The column profile in eu-main/account holds a mail address in 1 value beside the parts"
                + " that the data map binds.");
  }

  @Test
  void addressesAsKeysAreBrokenAndNotShown() {
    PromiseResult result = documents(", \"by\": {\"john@mail.example\": 1}");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(result).toString()).contains("profile->by.*").doesNotContain("john");
  }

  @Test
  void aTechnicalPathThatHoldsSomethingElseIsDoubted() {
    PromiseResult result =
        measureDocuments(
            "{\"contact\": {\"email\": \"jane@customer.example\"}, \"settings\": {\"theme\": \"dark\","
                + " \"zoom\": 100, \"a\": [\"x\", \"y\"], \"callback\": \"+33 6 12 34 56 78\"}}");
    assertThat(result.verdict()).isEqualTo(Verdict.AT_RISK);
    assertThat(summary(result))
        .isEqualTo(
            "The column profile->settings.* in eu-main/account is technical by the data map, but"
                + " 100 % of 9 sampled values are telephone numbers. A person must look.");
    assertThat(evidence(result).toString()).doesNotContain("+33").doesNotContain("callback");
  }

  @Test
  void aBoundPathThatHoldsSomethingElseIsBroken() {
    workspace.term("email", "pd:PostalCode");
    PromiseResult result = documents("");
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "The column profile->contact.email in eu-main/account is bound to email, but 100 % of 3"
                + " sampled values are mail addresses.");
    assertThat(result.drift())
        .anyMatch(d -> d.column().equals(Optional.of("profile->contact.email")));
  }

  @Test
  void whatIsBoundBelowATechnicalPathIsNotDoubted() {
    for (long i = 0; i < 9; i++) {
      account.row(i, BOUND.formatted(""));
    }
    TestPlace bound =
        place("account", "accounts")
            .key("id")
            .technical("id", "profile->*")
            .field("profile->contact.email", "email");
    assertThat(measure(bound).verdict()).isEqualTo(Verdict.UPHELD);
  }

  private PromiseResult measureDocuments(String document) {
    for (long i = 0; i < 9; i++) {
      account.row(i, document);
    }
    return documents();
  }

  @Test
  void knownKeysThatHoldSomethingElseAreDoubted() {
    attributes();
    for (long i = 0; i < 9; i++) {
      attribute.row(i, "theme", "+33 6 12 34 56 7" + i);
    }
    PromiseResult technical = keys();
    assertThat(technical.verdict()).isEqualTo(Verdict.AT_RISK);
    assertThat(summary(technical))
        .contains("The column value[name=theme] in eu-main/user_attribute is technical")
        .contains("telephone numbers")
        .doesNotContain("+33");
    workspace.term("email", "pd:PostalCode");
    PromiseResult bound = keys();
    assertThat(bound.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(bound))
        .contains("The column value[name=email] in eu-main/user_attribute is bound to email, but");
  }

  @Test
  void documentsTooLongToOpenLeaveItUnproven() {
    account.row(9L, "{\"settings\": {\"l\": [" + "1,".repeat(3_000) + "1]}}");
    assertThat(documents("").verdict()).isEqualTo(Verdict.UPHELD);
    account.row(9L, "{\"n\": [" + "1,".repeat(3_000) + "1]}");
    PromiseResult result = documents("");
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("too long to be opened whole"));
  }

  private void attributes() {
    for (long i = 0; i < 5; i++) {
      attribute.row(i, "email", "user" + i + "@customer.example").row(i, "theme", "dark");
    }
  }

  @Test
  void keysThatAreBoundAreFine() {
    attributes();
    assertThat(keys().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void anUndeclaredKeyThatIsPersonalIsBroken() {
    attributes();
    attribute.row(7L, "phone", "+33 6 12 34 56 78").row(8L, "phone", "+33 6 12 34 56 79");
    PromiseResult result = keys();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .contains("The column value[name=phone] in eu-main/user_attribute is not in the data map");
    assertThat(evidence(result).toString()).doesNotContain("+33");
  }

  @Test
  void anUndeclaredKeyThatMayBeDataIsNotShown() {
    attributes();
    attribute.row(7L, "jane.doe@mail.example", "x").row(8L, null, "dark");
    PromiseResult result = keys();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(evidence(result).toString()).doesNotContain("jane.doe");
  }

  @Test
  void aKeyWithoutAValueIsNotThatOfTheNextRow() {
    attributes();
    for (long i = 0; i < 4; i++) {
      attribute.row(i, "theme", null).row(i, null, "+33 6 12 34 56 7" + i);
    }
    PromiseResult result = keys();
    assertThat(result.verdict()).isNotEqualTo(Verdict.UPHELD);
    assertThat(summary(result)).contains("has keys that are not shown");
  }

  @Test
  void aMailAddressUnderATechnicalKeyIsBroken() {
    attributes();
    attribute.row(7L, "theme", "john@mail.example");
    PromiseResult result = keys();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("beside the parts that the data map binds");
  }

  @Test
  void aKeyInOtherLettersIsAnother() {
    attributes();
    attribute.row(7L, "Email", "a@mail.example").row(8L, "Email", "b@mail.example");
    assertThat(summary(keys())).contains("value[name=Email]");
  }

  @Test
  void aColumnThatIsGoneIsSaid() {
    account.drop("profile");
    assertThat(reasons(documents())).anyMatch(r -> r.contains("The column profile does not exist"));
  }
}
