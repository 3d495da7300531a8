package dev.upheld.duty.safeguard;

import static dev.upheld.duty.safeguard.Results.evidence;
import static dev.upheld.duty.safeguard.Results.reasons;
import static dev.upheld.duty.safeguard.Results.summary;
import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.companyWide;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.Apart;
import dev.upheld.charter.promise.Promise.Form;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.MemoryTable;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApartProberTest {
  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem eu = workspace.system("eu-main");
  private final MemorySystem us = workspace.system("us-main");
  private final MemoryTable log =
      eu.table("request_log").whole("id").text("path", "trace").key("id");
  private final MemoryTable account =
      eu.table("account").whole("id").text("email", "login", "browser", "ip").key("id");
  private final TestPlace accounts =
      place("account", "accounts")
          .key("id")
          .subject("customers", "id")
          .field("email", "email")
          .field("login", "login")
          .field("browser", "browser")
          .field("ip", "ip-half");

  @BeforeEach
  void twoStores() {
    log.row(1L, "/home", "t-1").row(2L, "/home", "t-2");
    account.row(1L, "jane@customer.example", "jane", "Firefox", "10.1.0.0");
    account.row(2L, "john@customer.example", "john", "Firefox", "10.2.0.0");
    workspace
        .term("email", "pd:EmailAddress")
        .term("login", "pd:Username")
        .term("browser", "pd:BrowserFingerprint")
        .term("ip-half", "pd:IPAddress")
        .map("eu-main", place("request_log", "request-log").key("id").field("trace", "log"))
        .map("eu-main", accounts)
        .promise(new Form(header("accounts", "form"), "ip-half", new ValueForm.HalfIp()));
  }

  @Test
  void storesThatShareNothingAreUpheldThoughRowNumbersAreEqual() {
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(result)).contains("2 of 2 places");
  }

  @Test
  void browsersAndHalfAddressesJoinNobody() {
    log.text("agent", "client").row(3L, "/home", "t-3", "Firefox", "10.1.0.0");
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void aLoginInTheLogIsBroken() {
    log.row(3L, "/home", "jane");
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "1 value of eu-main/request_log.trace is also in eu-main/account.login, so the rows can be joined.");
    assertThat(evidence(result).toString()).doesNotContain("jane");
  }

  @Test
  void anUndeclaredColumnOfTheLogIsComparedAsWell() {
    log.text("x1").row(3L, "/home", "t-3", "john@customer.example");
    assertThat(measure().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aColumnThatIsCalledLikeAPartSinglesOutAsWell() {
    account.text("mail[kind=home]");
    accounts.field("\"mail[kind=home]\"", "email");
    workspace.map("eu-main", accounts);
    account.row(3L, "sam@customer.example", "sam", "Firefox", "10.3.0.0", "sam@home.example");
    log.row(3L, "/home", "sam@home.example");
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("eu-main/account.mail[kind=home]");
  }

  @Test
  void emptyValuesJoinNobody() {
    log.row(3L, "/home", "");
    account.row(3L, "", "", "", "");
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void acrossSystems() {
    us.table("account").whole("id").text("email").key("id").row(7L, "sam@customer.example");
    workspace.map("us-main", place("account", "accounts").key("id").field("email", "email"));
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
    log.row(3L, "/home", "sam@customer.example");
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("us-main/account.email");
  }

  @Test
  void aLinkTheMapDeclaresBetweenSystemsIsBrokenWhateverTheValuesAre() {
    us.table("person").whole("id").text("code").key("id");
    workspace.map(
        "us-main",
        place("person", "accounts").key("id").elsewhere("code", "eu-main", "request_log", "trace"));
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo("The data map itself links eu-main/request_log with us-main/person.");
  }

  @Test
  void aDeclaredLinkIsToldOfASystemThatDoesNotAnswer() {
    us.table("person").whole("id").text("code").key("id");
    workspace.map(
        "us-main",
        place("person", "accounts").key("id").elsewhere("code", "eu-main", "request_log", "trace"));
    workspace.declared("us-main", "US");
    assertThat(measure().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aThirdPlaceThatBothAreLinkedWithJoinsThem() {
    us.table("person").whole("id").text("code").key("id");
    workspace
        .map("us-main", place("person", "billing").key("id").field("code", "code"))
        .map(
            "eu-main",
            place("request_log", "request-log")
                .key("id")
                .field("trace", "log")
                .elsewhere("trace", "us-main", "person", "code"))
        .map("eu-main", accounts.elsewhere("login", "us-main", "person", "code"));
    PromiseResult result =
        measure(
            new Apart(companyWide("apart", "apart"), Set.of("request-log"), Set.of("accounts")));
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "The data map links both eu-main/request_log and eu-main/account with us-main/person.");
  }

  @Test
  void aLinkToWhatIsNotKeptApartIsNoFault() {
    us.table("person").whole("id").text("code").key("id");
    workspace
        .map("us-main", place("person", "billing").key("id"))
        .map("eu-main", accounts.elsewhere("login", "us-main", "person", "code"));
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void withoutSuspectsNothingIsReadTwice() {
    measure();
    assertThat(eu.asked.stream().filter(q -> q instanceof Question.Fingerprint)).hasSize(4);
  }

  @Test
  void numbersJoinWhereTheirNamesAgree() {
    log.whole("account_id").row(3L, "/home", "t-3", 2L);
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .isEqualTo(
            "1 value of eu-main/request_log.account_id is also in account.id, so the rows can be joined.");
  }

  @Test
  void numbersOfOtherThingsDoNot() {
    log.whole("server_id").row(3L, "/home", "t-3", 2L);
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void aForeignKeyJoinsAlsoByDetours() {
    eu.table("session").whole("id", "account_id").key("id").pointing("account_id", "account", "id");
    log.whole("session_id");
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
    log.pointing("session_id", "session", "id");
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("foreign keys of request_log lead to both");
  }

  @Test
  void aThirdTableMayJoinThem() {
    eu.table("bridge")
        .whole("log", "acc")
        .pointing("log", "request_log", "id")
        .pointing("acc", "account", "id");
    assertThat(summary(measure())).contains("foreign keys of bridge lead to both");
  }

  @Test
  void aLinkOfTheDataMapJoins() {
    log.whole("who");
    workspace.map(
        "eu-main",
        place("request_log", "request-log")
            .key("id")
            .field("trace", "log")
            .link("who", "account", "id"));
    assertThat(summary(measure())).contains("The data map itself links");
  }

  @Test
  void onePlaceForBothIsBroken() {
    workspace.map("eu-main", place("request_log", "request-log", "accounts").key("id"));
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result)).contains("holds data of both");
  }

  @Test
  void onlyFromWhatIsNamed() {
    log.row(3L, "/home", "jane");
    Apart apart =
        new Apart(companyWide("apart", "apart"), Set.of("request-log"), Set.of("billing"));
    assertThat(measure(apart).verdict()).isEqualTo(Verdict.UNPROVEN); // nothing bound to billing
  }

  @Test
  void whatCannotBeReadIsUnproven() {
    account.unreadable("email");
    PromiseResult result = measure();
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("may not read email"));
  }

  @Test
  void identifiersOfUnknownWordsAreKnownByTheirNames() {
    account.text("phone_number").row(3L, "a", "b", "c", "d", "+33612345678");
    workspace.map("eu-main", accounts.field("phone_number", "contact"));
    log.row(3L, "/home", "+33612345678");
    assertThat(measure().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void keysThatAreUniqueEverywhereAreCompared() {
    eu.table("app").column("uid", Description.Type.UUID).key("uid").row("0b1c");
    workspace.map("eu-main", place("app", "accounts").key("uid"));
    log.row(3L, "/home", "0b1c");
    assertThat(summary(measure())).contains("eu-main/app.uid");
  }

  @Test
  void identifiersWithinDocumentsAndKeysAreNotCompared() {
    eu.table("extra").whole("id").text("profile", "name", "value").key("id");
    workspace.map(
        "eu-main", place("extra", "accounts").key("id").field("profile->theme.browser", "browser"));
    assertThat(measure().verdict()).isEqualTo(Verdict.UPHELD);
    for (String part : Set.of("profile->mail", "value[name=mail]")) {
      workspace.map("eu-main", place("extra", "accounts").key("id").field(part, "email"));
      PromiseResult result = measure();
      assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
      assertThat(reasons(result)).anyMatch(r -> r.contains("The values of " + part));
    }
  }

  private PromiseResult measure() {
    return measure(new Apart(companyWide("apart", "apart"), Set.of("request-log"), Set.of()));
  }

  private PromiseResult measure(Apart apart) {
    return workspace.promise(apart).run(Safeguard.probers()).results().stream()
        .filter(r -> r.promise().id().equals(apart.id()))
        .findFirst()
        .orElseThrow();
  }
}
