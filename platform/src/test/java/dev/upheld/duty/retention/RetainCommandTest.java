package dev.upheld.duty.retention;

import static dev.upheld.store.generated.Tables.RETENTION_OUTLOOK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Retention on the command line: nothing goes before somebody saw it and let it. */
class RetainCommandTest {
  private static final String RULE = "shop/visits/keep@shop/visit";

  private final Path folder = TestFolders.create("retain");
  private final TestDatabase database = Databases.postgres().freshDatabase();
  private final RetentionShop shop = new RetentionShop(database, folder.resolve("ws"));
  private final StoreAddress.External store = Stores.freshAddress();
  private final Terminal terminal =
      new Terminal(
          folder,
          Map.of(
              "SECRET",
              database.password(),
              "OWNER",
              store.ownerPassword().reveal(),
              "RUN",
              store.runPassword().reveal(),
              "UPHELD_HOME",
              folder.resolve("home").toString()));

  @BeforeEach
  void sets() throws IOException {
    shop.remembers();
    shop.execute(
        "INSERT INTO visit VALUES (1, '2020-01-01 10:00:00', 'a'), (2, CURRENT_TIMESTAMP, 'b'), (3, NULL, 'c'),"
            + " (4, CURRENT_TIMESTAMP + INTERVAL '9 days', 'd')");
    Files.writeString(
        folder.resolve("ws/server.yaml"),
        """
        store:
          url: %s
          owner: %s
          owner-password: env:OWNER
          run: %s
          run-password: env:RUN
        """
            .formatted(store.jdbcUrl(), store.owner(), store.run()));
  }

  private JsonNode json(String... words) {
    Terminal.Run run = terminal.run(with(words, "--format", "json"));
    assertThat(run.err()).isEmpty();
    return JsonMapper.builder().build().readTree(run.out());
  }

  private static String[] with(String[] words, String... more) {
    return Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
  }

  private String digest() {
    return json("retain", "plan", "ws", "--rule", RULE).at("/rules/0/digest").asString();
  }

  @Test
  void whatIsKeptByAReasonIsListedForReview() {
    Terminal.Run none = terminal.run("retain", "reviews", "ws");
    assertThat(none.exit()).isZero();
    assertThat(none.out()).contains("No promise rests on a criterion");
    shop.charter(
        "keep: {for: 180 days, from: collected, then: delete}",
        "keep: {criterion: while they visit, review: 12 months, then: delete}");
    Terminal.Run run = terminal.run("retain", "reviews", "ws");
    assertThat(run.exit()).isOne();
    assertThat(run.out())
        .contains(RULE, "overdue", "while they visit", "1 of 4 rows wait", "1 over 5 years");
    JsonNode line = json("retain", "reviews", "ws", "--rule", RULE).at("/reviews/0");
    assertThat(line.at("/due").asLong()).isOne();
    assertThat(line.at("/older-than-years/5").asLong()).isOne();
  }

  @Test
  void nothingGoesBeforeItWasReleasedAndThenItDoes() {
    Terminal.Run plan = terminal.run("retain", "plan", "ws", "--rule", RULE);
    assertThat(plan.exit()).isOne();
    assertThat(plan.out())
        .contains("not released", "due 1 row of 4", "would delete 1 row of visit")
        .contains("1 row without a clock", "1 row with a clock in the future")
        .contains(
            "in all 1 rule: 0 released, 0 cannot be carried out; rows due 1, of these on hold 0")
        .doesNotContain("an index would help", "no memory");

    assertThat(terminal.run("retain", "run", "ws").out()).contains("No rule is released");
    assertThat(shop.ids("visit")).hasSize(4);
    assertThat(terminal.run("retain", "release", RULE, "ws", "--digest", "another").exit())
        .isEqualTo(2);
    String digest = digest();
    assertThat(terminal.run("retain", "release", RULE, "ws", "--digest", digest).out())
        .contains("released: " + RULE + ", rows due now: 1");

    Terminal.Run run = terminal.run("retain", "run", "ws");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).contains("did delete 1 row of visit", "left 0 rows");
    assertThat(shop.ids("visit")).containsExactly("2", "3", "4");

    JsonNode status = json("retain", "status", "ws", "--rule", RULE);
    assertThat(status.at("/rules/0/released").asBoolean()).isTrue();
    assertThat(status.at("/rules/0/runs/0/due/past").asLong()).isOne();
    assertThat(status.at("/rules/0/runs/0/done/places/visit/deleted").asLong()).isOne();
    assertThat(status.at("/rules/0/runs/0/left/past").asLong()).isZero();
    assertThat(status.at("/rules/0/runs/0/left/unknown").asLong()).isOne();
  }

  private Terminal.Run hold(String... what) {
    return terminal.run(
        with(
            new String[] {"hold", "add", "ws"},
            with(what, "--reason-from", "why.txt", "--owner", "Legal", "--review", "2027-06-30")));
  }

  /** By the last line of a plan, and by the calendar. */
  private void saidToBeHeld(int due, int held) {
    JsonNode totals = json("retain", "plan", "ws", "--rule", RULE).at("/totals");
    assertThat(totals.at("/rules").asInt()).isOne();
    assertThat(totals.at("/released").asInt()).isOne();
    assertThat(totals.at("/unable").asInt()).isZero();
    assertThat(totals.at("/due").asInt()).isEqualTo(due);
    assertThat(totals.at("/held").asInt()).isEqualTo(held);
    JsonNode night = json("retain", "calendar", "ws", "--rule", RULE).at("/rules/0/nights/0");
    assertThat(night.at("/rows").asInt()).isEqualTo(due);
    assertThat(night.at("/held").asInt()).isEqualTo(held);
    assertThat(terminal.run("retain", "calendar", "ws", "--rule", RULE).out())
        .contains("  " + due + ", of these on hold " + held);
  }

  @Test
  void rowsOnHoldStayUntilItIsLifted() throws IOException {
    Files.writeString(folder.resolve("why.txt"), "Dispute 2026-17 is before the court.\n");
    shop.execute(
        "INSERT INTO visit VALUES (5, '2020-01-02 10:00:00', 'e'), (6, '2020-02-01 10:00:00', 'f')");
    terminal.run("retain", "release", RULE, "ws", "--digest", digest());

    for (String[] wrong :
        new String[][] {
          {"--row", "shop/visit"},
          {"--row", "shop/visits/1"},
          {"--row", "shop/visit/99"},
          {"--row", "shop/visit/one"},
          {"--rows", "shop/visit"},
          {"--rows", "shop/visit", "--from", "9", "--to", "1"},
          {"--rows", "shop/visit", "--by", "closed", "--from", "1"},
          {"--rows", "shop/visit", "--by", "seen_at", "--from", "1"},
          {"--activity", "sales"}
        }) {
      Terminal.Run run = hold(wrong);
      assertThat(run.exit()).as(String.join(" ", wrong) + run.all()).isEqualTo(2);
    }
    assertThat(terminal.run("hold", "list", "ws").out()).contains("Nobody is on hold");

    Terminal.Run one = hold("--row", "shop/visit/1");
    assertThat(one.out()).as(one.all()).contains("on hold: ", "shop/visit: 1 row now");
    Terminal.Run days =
        hold(
            "--rows",
            "shop/visit",
            "--by",
            "collected",
            "--from",
            "2020-01-02",
            "--to",
            "2020-01-31");
    assertThat(days.out()).as(days.all()).contains("shop/visit: 2 rows now");
    assertThat(terminal.run("hold", "list", "ws").out())
        .contains("shop/visit/1", "shop/visit by seen_at from 2020-01-02 to 2020-01-31", "Dispute");

    saidToBeHeld(3, 2);
    String id = one.out().lines().findFirst().orElseThrow().replace("on hold: ", "");
    Terminal.Run run = terminal.run("retain", "run", "ws");
    assertThat(run.out())
        .as(run.all())
        .contains("did delete 1 row of visit", "kept back 1 row: hold " + id);
    assertThat(shop.ids("visit")).containsExactly("1", "2", "3", "4", "5");

    assertThat(terminal.run("hold", "lift", "ws", "--id", id).out()).contains("lifted: 1");
    assertThat(terminal.run("hold", "lift", "ws", "--id", id).exit()).isOne();
    terminal.run("retain", "run", "ws");
    assertThat(shop.ids("visit")).containsExactly("2", "3", "4", "5");

    shop.map("  visit:\n", "  seen:\n    table: visit\n");
    assertThat(terminal.run("retain", "plan", "ws").all())
        .contains("is about table visit as place shop/visit", "Undo the change of the data map");
  }

  @Test
  void aRuleThereIsNotIsSaidEverywhere() {
    for (String command : new String[] {"plan", "run", "status", "calendar", "reviews"}) {
      Terminal.Run run = terminal.run("retain", command, "ws", "--rule", "shop/visit/keep");
      assertThat(run.exit()).as(command).isEqualTo(2);
      assertThat(run.all()).contains("no such rule");
    }
    assertThat(
            terminal
                .run("retain", "status", "ws", "--rule", "shop/visit/keep", "--on", "2026-11-22")
                .exit())
        .isEqualTo(2);
  }

  @Test
  void aRowOfAKeyOfSeveralColumnsIsHeld() throws IOException {
    Files.writeString(folder.resolve("why.txt"), "Dispute 2026-17 is before the court.\n");
    String place = "  visit:\n    activity: visits\n";
    shop.map(place, place + "    key: [id, ip]\n");
    terminal.run("retain", "release", RULE, "ws", "--digest", digest());
    assertThat(hold("--row", "shop/visit/1").all()).contains("id=..,ip=..");
    Terminal.Run set = hold("--row", "shop/visit/ip=a,id=1");
    assertThat(set.out()).as(set.all()).contains("shop/visit: 1 row now");
    assertThat(terminal.run("hold", "list", "ws").out()).contains("shop/visit/id=1,ip=a");
    terminal.run("retain", "run", "ws");
    assertThat(shop.ids("visit")).containsExactly("1", "2", "3", "4");
  }

  @Test
  void aChangedRuleIsReleasedAgain() {
    terminal.run("retain", "release", RULE, "ws", "--digest", digest());
    shop.charter("keep: {for: 180 days", "keep: {for: 90 days");
    assertThat(terminal.run("retain", "run", "ws").out()).contains("No rule is released");
    assertThat(terminal.run("retain", "status", "ws", "--rule", RULE).out())
        .contains("not released", "released as something else");
    assertThat(shop.ids("visit")).hasSize(4);
  }

  @Test
  void whatIsSaidOfTheRowsAboveIsPartOfARule() {
    String visits = shop.rule("visits/keep", "visit").digest();
    String before = shop.rule("support/keep", "ticket").digest();
    shop.map(
        "clocks: {contract-end: {column: left_at",
        "states: {gone: {column: left_at, is: not-null}}\n    clocks: {contract-end: {column: left_at");
    String mapped = shop.rule("support/keep", "ticket").digest();
    assertThat(mapped).isNotEqualTo(before);
    shop.charter("words: {is: \"pd:Communication\"}", "words: {is: \"pd:Username\"}");
    assertThat(shop.rule("visits/keep", "visit").digest()).isNotEqualTo(visits);
  }

  @Test
  void theCalendarNeverSaysAnOldCountAsANewOne() {
    assertThat(terminal.run("retain", "calendar", "ws", "--rule", RULE).exit()).isZero();
    shop.systems("user: \"" + database.user(), "user: \"nobody");
    Terminal.Run away = terminal.run("retain", "calendar", "ws", "--rule", RULE);
    assertThat(away.exit()).isEqualTo(3);
    assertThat(away.out()).contains("counted at ", "nobody could count now");
    JsonNode calendar = json("retain", "calendar", "ws", "--rule", RULE);
    assertThat(calendar.at("/rules/0/counted-now").asBoolean()).isFalse();
  }

  @Test
  void theCalendarOfOneRuleCountsThatRuleAlone() {
    terminal.run("retain", "calendar", "ws", "--rule", RULE);
    try (Store kept = Stores.open(store)) {
      assertThat(kept.dsl().fetchCount(RETENTION_OUTLOOK)).isOne();
    }
  }

  @Test
  void muchMoreThanWasSeenIsAskedAboutFirst() {
    String young =
        "INSERT INTO visit SELECT n, CURRENT_TIMESTAMP, 'x' FROM generate_series(100, 400) AS n";
    String old = "UPDATE visit SET seen_at = '2020-01-01 10:00:00' WHERE id BETWEEN 100 AND 300";
    shop.execute(young);
    terminal.run("retain", "release", RULE, "ws", "--digest", digest());
    shop.execute(old);
    Terminal.Run refused = terminal.run("retain", "run", "ws");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.out()).contains("202 of 305 rows, far more");
    assertThat(shop.ids("visit")).hasSize(305);
    Terminal.Run unsaid = terminal.run("retain", "release", RULE, "ws", "--digest", digest());
    assertThat(unsaid.exit()).isEqualTo(2);
    assertThat(unsaid.all()).contains("202 of 305", "--much");
    terminal.run("retain", "release", RULE, "ws", "--digest", digest(), "--much");
    assertThat(terminal.run("retain", "run", "ws").exit()).isZero();
    assertThat(shop.ids("visit")).hasSize(103);
  }

  @Test
  void withoutAStoreRulesCanOnlyBeLookedAt() throws IOException {
    Files.delete(folder.resolve("ws/server.yaml"));
    assertThat(terminal.run("retain", "plan", "ws", "--rule", RULE).out()).contains("due 1 row");
    Terminal.Run run = terminal.run("retain", "run", "ws");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.all()).contains("has no store");
  }

  @Test
  void aPausedRuleStandsStillAndSaysSo() {
    terminal.run("retain", "release", RULE, "ws", "--digest", digest());
    assertThat(terminal.run("retain", "pause", RULE, "ws", "--reason", "no").exit()).isEqualTo(2);
    assertThat(terminal.run("retain", "pause", RULE, "ws", "--reason", "An audit").out())
        .contains("paused: " + RULE);
    assertThat(terminal.run("retain", "run", "ws").out())
        .contains(RULE, "paused: since ", "An audit", "upheld retain resume")
        .doesNotContain("No rule is released");
    assertThat(terminal.run("retain", "status", "ws").out()).contains("paused: since ", "An audit");
    assertThat(
            json("retain", "status", "ws", "--rule", RULE).at("/rules/0/paused/reason").asString())
        .isEqualTo("An audit");
    assertThat(shop.ids("visit")).hasSize(4);
    assertThat(terminal.run("retain", "resume", RULE, "ws").out()).contains("resumed: " + RULE);
    assertThat(terminal.run("retain", "resume", RULE, "ws").exit()).isOne();
  }

  @Test
  void aRunHasACertificateThatCanBeChecked() throws IOException {
    terminal.run("retain", "release", RULE, "ws", "--digest", digest());
    JsonNode calendar = json("retain", "calendar", "ws", "--rule", RULE);
    assertThat(calendar.at("/rules/0/state").asString()).isEqualTo("nightly");
    assertThat(calendar.at("/rules/0/nights").size()).isEqualTo(14);
    assertThat(calendar.at("/rules/0/nights/0/rows").asLong()).isOne();
    assertThat(calendar.at("/rules/0/unknown").asLong()).isOne();
    assertThat(terminal.run("retain", "calendar", "ws", "--rule", RULE).out())
        .contains("night to ", "without a clock, never ended by guess: 1");

    assertThat(calendar.at("/rules/0/counted-now").asBoolean()).isTrue();

    String run = json("retain", "run", "ws", "--rule", RULE).at("/runs/0/run").asString();
    String today = LocalDate.now(ZoneId.of("Europe/Paris")).toString();
    JsonNode day = json("retain", "status", "ws", "--rule", RULE, "--on", today);
    assertThat(day.at("/rules/0/due/past").asLong()).isOne();
    assertThat(day.at("/rules/0/done/visit/deleted").asLong()).isOne();
    assertThat(terminal.run("retain", "status", "ws", "--rule", RULE, "--on", "2020-01-01").out())
        .contains("no run began on 2020-01-01 in Europe/Paris");

    assertThat(terminal.run("retain", "status", "ws").out()).contains("run " + run);
    assertThat(terminal.run("retain", "certificate", "7", "ws", "--out", "c.json").all())
        .contains("no such run")
        .doesNotContain("java");
    assertThat(terminal.run("retain", "certificate", run, "ws", "--out", "c.json").out())
        .contains("written: ");
    assertThat(terminal.run("retain", "certificate", run, "ws", "--out", "c.pdf").exit()).isZero();
    assertThat(Files.readAllBytes(folder.resolve("c.pdf"))).startsWith("%PDF".getBytes(UTF_8));
    assertThat(terminal.run("retain", "certificate", run, "ws", "--out", "c.json").exit())
        .isEqualTo(2);
    Terminal.Run genuine = terminal.run("retain", "verify", "c.json");
    assertThat(genuine.exit()).as(genuine.all()).isZero();
    assertThat(genuine.out()).contains("genuine", run);
    String forged =
        Files.readString(folder.resolve("c.json"))
            .replace("\\\"deleted\\\":1", "\\\"deleted\\\":7");
    Files.writeString(folder.resolve("forged.json"), forged);
    Terminal.Run refused = terminal.run("retain", "verify", "forged.json");
    assertThat(refused.exit()).isOne();
    assertThat(refused.out()).contains("not genuine");

    Path auditor = Files.createDirectory(folder.resolve("auditor"));
    Terminal elsewhere =
        new Terminal(folder, Map.of("UPHELD_HOME", auditor.resolve("home").toString()));
    Terminal.Run keyless = elsewhere.run("retain", "verify", "c.json");
    assertThat(keyless.exit()).isEqualTo(2);
    assertThat(keyless.all()).contains("no key here", "--key").doesNotContain("genuine");
    assertThat(auditor).isEmptyDirectory();
  }
}
