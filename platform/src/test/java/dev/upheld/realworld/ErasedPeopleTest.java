package dev.upheld.realworld;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.ActSession;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Bystanders;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.ErasureGround;
import dev.upheld.engine.ErasureOrder;
import dev.upheld.engine.PlaceStep;
import dev.upheld.engine.Plan;
import dev.upheld.engine.PlanJson;
import dev.upheld.engine.Planned;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Subject;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People erased from databases of other people's programs, as their makers made them. */
class ErasedPeopleTest {

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Override
    TestServer encrypted() {
      return Databases.postgresTls();
    }

    /** Payments lie in partitions, and only these have foreign keys; triggers, views. */
    @Test
    void aCustomerOfPagila() throws IOException {
      Trial trial = trial("pagila", Pagila::load, m -> m, Set.of(), Set.of("payments"));

      Map<String, PlaceStep> steps =
          trial.erase(Map.of("email", "MARY.SMITH@sakilacustomer.org"), "MARY.SMITH@");

      assertThat(at(steps, "customer").counts().deleted()).isEqualTo(1);
      assertThat(at(steps, "rental").counts().deleted()).isEqualTo(32);
      assertThat(at(steps, "payment").counts().deleted()).isEqualTo(32);
      assertThat(steps).doesNotContainKey("staff");
    }

    /** What the books keep still points at a rental and at its customer: both are emptied. */
    @Test
    void aCustomerOfPagilaWhosePaymentsAreKept() throws IOException {
      Trial trial = trial("pagila", Pagila::load, m -> m, Set.of("payments"), Set.of());

      Map<String, PlaceStep> steps =
          trial.erase(Map.of("email", "MARY.SMITH@sakilacustomer.org"), "MARY.SMITH@");

      assertThat(at(steps, "payment").kept().getFirst().rows()).isEqualTo(32);
      assertThat(at(steps, "customer").counts().husks()).isEqualTo(1);
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Override
    TestServer encrypted() {
      return Databases.mariadbTls();
    }
  }

  abstract static class Contract {
    @TempDir Path folder;

    abstract TestServer server();

    /** Takes encrypted connections only, as some of the workspaces want. */
    abstract TestServer encrypted();

    Trial trial(
        String name,
        Function<TestServer, TestDatabase> load,
        UnaryOperator<String> decided,
        Set<String> keep,
        Set<String> erase)
        throws IOException {
      boolean secret = name.equals("keycloak") || name.equals("killbill");
      TestDatabase database = load.apply(secret ? encrypted() : server());
      Workspace workspace = RealWorkspace.read(name, database, folder, decided).workspace();
      ErasureOrder order = new ErasureOrder(ErasureGround.NO_LONGER_NECESSARY, keep, erase, false);
      return new Trial(database, workspace, order);
    }

    /** Invoices are kept whole, so the customer cannot go. */
    @Test
    void aCustomerOfChinook() throws IOException {
      Trial trial = trial("chinook", Chinook::load, m -> m, Set.of(), Set.of("invoicing"));

      Map<String, PlaceStep> steps =
          trial.erase(
              Map.of("email", "luisg@embraer.com.br"),
              "luisg@embraer",
              "Gon\u00e7alves",
              "3923-5555");

      assertThat(at(steps, "customer").counts().husks()).isEqualTo(1);
      assertThat(at(steps, "invoice").counts().touched()).isZero();
    }

    /** With invoices that go as well, and employees who point at each other. */
    @Test
    void aCustomerOfChinookWithAllInvoices() throws IOException {
      Trial trial =
          trial(
              "chinook",
              Chinook::load,
              m -> m.replace("end: keep", "end: delete"),
              Set.of(),
              Set.of("invoicing"));

      Map<String, PlaceStep> steps =
          trial.erase(Map.of("email", "luisg@embraer.com.br"), "luisg@embraer", "3923-5555");

      assertThat(at(steps, "customer").counts().deleted()).isEqualTo(1);
      assertThat(at(steps, "invoice").counts().deleted()).isEqualTo(7);
      assertThat(at(steps, "invoice_line").counts().deleted()).isEqualTo(38);
    }

    /** Others report to him, and customers have him as their contact: all let go. */
    @Test
    void anEmployeeOfChinook() throws IOException {
      Trial trial = trial("chinook", Chinook::load, m -> m, Set.of(), Set.of());

      Map<String, PlaceStep> steps =
          trial.erase(Map.of("email", "nancy@chinookcorp.com"), "nancy@chinook", "Edwards");

      assertThat(at(steps, "employee").counts().deleted()).isEqualTo(1);
      assertThat(at(steps, "employee").detached().values()).containsExactly(3L);
    }

    /** Unique addresses, two places over one table, composite keys. */
    @Test
    void aUserOfKeycloak() throws IOException {
      Trial trial =
          trial("keycloak", Keycloak::load, ErasedPeopleTest::session, Set.of(), Set.of());

      Map<String, PlaceStep> steps =
          trial.erase(
              Map.of("email", "ines.moreau@lodge.example"),
              "ines",
              "Moreau",
              "+33 1 99",
              "192.0.2.17,");

      assertThat(at(steps, "user").counts().deleted()).isEqualTo(1);
    }

    /** No foreign key at all: the data map alone says what belongs to what. */
    @Test
    void anAccountOfKillBill() throws IOException {
      Trial trial =
          trial(
              "killbill",
              KillBill::load,
              ErasedPeopleTest::billing,
              Set.of(),
              Set.of("invoicing", "payments"));

      Map<String, PlaceStep> steps =
          trial.erase(
              Map.of("email", "liisa.koski@koski.example"), "koski", "meter-1001", "+358 20");

      assertThat(at(steps, "accounts").counts().deleted()).isEqualTo(1);
    }
  }

  private static PlaceStep at(Map<String, PlaceStep> steps, String place) {
    return Objects.requireNonNull(steps.get(place), place);
  }

  /** What belongs to a session belongs to its user, whatever the engine's spelling. */
  private static String session(String map) {
    String id = map.contains("USER_ENTITY") ? "USER_SESSION_ID" : "user_session_id";
    return map.replaceFirst(
        "(  client-session:\n(?:.*\n){2})",
        "$1    links: {" + id + ": {to: session." + id + ", kind: owns}}\n");
  }

  /**
   * Fields without an end get one, and records that only name their account's number belong to it.
   */
  private static String billing(String map) {
    String ended = map.replaceAll("\\{data: ([a-z-]+)}", "{data: $1, end: delete}");
    StringBuilder linked = new StringBuilder();
    for (String place : Pattern.compile("(?m)^(?=  [a-z_]+:$)").split(ended, -1)) {
      boolean named = place.contains("account_record_id") && !place.startsWith("  audit_log");
      linked.append(
          named ? owned(place, "account_record_id: {to: accounts.record_id, kind: owns}") : place);
    }
    return linked
        .toString()
        .replace(
            "  account_history:\n    activity: accounts\n    key: [record_id]\n",
            "  account_history:\n    activity: accounts\n    key: [record_id]\n    links: {target_record_id: {to: accounts.record_id, kind: owns}}\n");
  }

  private static String owned(String place, String link) {
    return place.contains("    links:\n")
        ? place.replace("    links:\n", "    links:\n      " + link + "\n")
        : place.replace("    fields:\n", "    links: {" + link + "}\n    fields:\n");
  }

  /** A database, what its owner says of it, and what an officer decided. */
  record Trial(TestDatabase database, Workspace workspace, ErasureOrder order) {

    private Erasing erasing() {
      return new Erasing(
          Trial::open,
          InstantSource.fixed(RealWorkspace.NOW),
          new KeyedHash(
              Secret.of("a key for tests of 32 bytes.....".getBytes(StandardCharsets.US_ASCII))));
    }

    private static ActSession open(SystemEntry entry) {
      return ActConnector.of(entry.access().orElseThrow().kind())
          .orElseThrow()
          .act(entry, entry.access().orElseThrow());
    }

    private Planned plan(Map<String, String> person) {
      return erasing().plan(workspace, Subject.of(person), order, Progress.SILENT);
    }

    /** Plans, acts and looks: exactly what was planned, no word left, and nothing left to do. */
    Map<String, PlaceStep> erase(Map<String, String> person, String... words) {
      Bystanders before = Bystanders.of(database);
      assertThat(before.holding(words)).isNotEmpty();
      Planned planned = plan(person);
      Plan plan = planned.plan();
      assertThat(plan.undecided()).isEmpty();
      assertThat(Bystanders.of(database)).isEqualTo(before);

      Receipt receipt = erasing().act(planned, plan, true, Progress.SILENT);

      assertThat(receipt.systems().getFirst().trouble()).isEmpty();
      Bystanders after = Bystanders.of(database);
      before.changedExactly(after, plan.systems().getFirst());
      assertThat(after.holding(words)).isEmpty();
      Planned again = plan(person);
      assertThat(again.plan().touched()).as(PlanJson.of(again.plan()).toString()).isZero();
      assertThat(erasing().act(again, again.plan(), true, Progress.SILENT).isWhole()).isTrue();
      assertThat(Bystanders.of(database)).isEqualTo(after);
      return plan.systems().getFirst().steps().stream()
          .collect(Collectors.toMap(PlaceStep::place, s -> s));
    }
  }
}
