package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds on the command line: set, seen, in the way of an erasure, lifted. */
class HoldCommandTest {
  private static final String MAP =
      """
      system: main
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          fields: {email: {data: email, end: delete}, name: {data: name, end: delete}}
          technical: [id]
      """;

  private static final String[] PLAN = {
    "request", "plan", "ws", "--subject-from", "ada.yaml", "--right", "erasure"
  };

  private final Path folder = TestFolders.create("hold");
  private final TestDatabase database = Databases.postgres().freshDatabase();
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
    database.execute(
        "create table customer (id int primary key, email text, name text)",
        "insert into customer values (1, 'ada@people.example', 'Ada')",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
            + " figures text not null, at varchar(40) not null)");
    DemoWorkspace.copyTo(folder.resolve("ws"), database);
    Files.writeString(folder.resolve("ws/datamap/main.yaml"), MAP);
    Files.writeString(folder.resolve("ada.yaml"), "email: ' Ada@people.example'\n");
    Files.writeString(folder.resolve("number.yaml"), "customers: 1\n");
    Files.writeString(folder.resolve("why.txt"), "Dispute 2026-17 is before the court.\n");
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

  private Terminal.Run add(String review, String... more) {
    String[] words = {
      "hold",
      "add",
      "ws",
      "--subject-from",
      "number.yaml",
      "--reason-from",
      "why.txt",
      "--owner",
      "Legal",
      "--review",
      review
    };
    return terminal.run(
        java.util.stream.Stream.of(words, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  @Test
  void whoIsOnHoldIsNotPlannedUntilItIsLifted() {
    assertThat(terminal.run(PLAN).out()).contains("deletes 1 row");
    assertThat(terminal.run("hold", "list", "ws").out()).contains("Nobody is on hold");
    assertThat(add("soon").exit()).isEqualTo(2);
    assertThat(add("2027-06-30").out()).contains("on hold: ", "main/customer: 1 row now");

    Terminal.Run refused = terminal.run(PLAN);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.all())
        .contains("Nothing of this person may be erased for now")
        .doesNotContain("Dispute", "da@");
    assertThat(terminal.run("hold", "list", "ws").out()).contains("2027-06-30", "Legal", "Dispute");

    Terminal.Run lifted = terminal.run("hold", "lift", "ws", "--subject-from", "ada.yaml");
    assertThat(lifted.out()).as("set by number, lifted by address").contains("lifted: 1");
    assertThat(terminal.run("hold", "lift", "ws", "--subject-from", "ada.yaml").exit()).isOne();
    assertThat(terminal.run(PLAN).out()).contains("deletes 1 row");
  }

  @Test
  void aPersonWhomNoSystemKnowsIsOnHoldAllTheSameAndThatIsSaid() throws IOException {
    Files.writeString(folder.resolve("number.yaml"), "customers: 999\n");
    assertThat(add("2027-06-30").out())
        .contains("on hold: ", "No system has a row of that person now")
        .doesNotContain("999");
    assertThat(terminal.run("hold", "list", "ws").out()).contains("2027-06-30");
  }

  @Test
  void aSecretHoldIsListedOnlyWhenAskedFor() {
    assertThat(add("2027-06-30", "--secret").exit()).isZero();
    assertThat(terminal.run("hold", "list", "ws").out()).contains("Nobody is on hold");
    assertThat(terminal.run("hold", "list", "ws", "--secret").out()).contains("secret", "Dispute");
    assertThat(terminal.run("hold", "list", "ws", "--subject-from", "ada.yaml").out())
        .contains("Nobody is on hold");
  }

  @Test
  void aPersonOfWhomARowIsOnHoldIsNotErased() {
    Terminal.Run set =
        terminal.run(
            "hold",
            "add",
            "ws",
            "--activity",
            "accounts",
            "--reason-from",
            "why.txt",
            "--owner",
            "Legal",
            "--review",
            "2027-06-30");
    assertThat(set.out()).as(set.all()).contains("main/customer: 1 row now");
    Terminal.Run refused = terminal.run(PLAN);
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.all())
        .contains("Nothing of this person may be erased for now")
        .doesNotContain("Dispute", "accounts");
    assertThat(terminal.run("hold", "list", "ws").out()).contains("activity accounts:");
    String id = set.out().lines().findFirst().orElseThrow().replace("on hold: ", "");
    assertThat(terminal.run("hold", "lift", "ws", "--id", id).exit()).isZero();
    assertThat(terminal.run(PLAN).out()).contains("deletes 1 row");
  }

  @Test
  void withoutAStoreNothingIsSetAndNothingIsInTheWay() throws IOException {
    Files.delete(folder.resolve("ws/server.yaml"));
    Terminal.Run refused = add("2027-06-30");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.all()).contains("has no store");
    assertThat(terminal.run(PLAN).out()).contains("deletes 1 row");
  }
}
