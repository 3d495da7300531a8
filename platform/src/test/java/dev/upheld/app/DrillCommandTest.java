package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.register.StoredTombstones;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drills on the command line: shown first, done on a word, told as what they are. */
class DrillCommandTest {
  private static final String MAP =
      """
      system: main
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          fields: {email: {data: email, end: delete}, name: {data: name, end: delete}}
          technical: [id]
        purchase:
          activity: accounts
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {what: {data: application, end: delete}}
          technical: [id, customer_id]
      """;

  private final Path folder = TestFolders.create("drill");
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
        "create table customer (id serial primary key, email text unique not null, name text)",
        "create table purchase (id serial primary key, customer_id int not null references"
            + " customer (id), what varchar(12) not null)",
        "insert into customer (email, name) values ('ada@people.example', 'Ada')",
        "insert into purchase (customer_id, what) values (1, 'a lamp')",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
            + " figures text not null, at varchar(40) not null)");
    DemoWorkspace.copyTo(folder.resolve("ws"), database);
    Files.writeString(folder.resolve("ws/datamap/main.yaml"), MAP);
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

  private String one(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getObject(1));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  private void asBefore() {
    assertThat(one("select string_agg(email, ' ') from customer")).isEqualTo("ada@people.example");
    assertThat(one("select string_agg(what, ' ') from purchase")).isEqualTo("a lamp");
  }

  @Test
  void withoutAWordItIsOnlyShown() {
    Terminal.Run shown = terminal.run("drill", "ws", "--receipt", "drill.json");
    assertThat(shown.exit()).as(shown.all()).isZero();
    assertThat(shown.out())
        .contains("main / customer: 1 row would be planted", "Nothing was planted");
    assertThat(folder.resolve("drill.json")).doesNotExist();
    assertThat(one("select count(*) from upheld_act")).isEqualTo("0");
    asBefore();
  }

  @Test
  void itSaysOfItselfThatItIsADrillAndLeavesNoTombstone() throws IOException {
    Terminal.Run done = terminal.run("drill", "ws", "--yes", "--receipt", "drill.json");
    assertThat(done.exit()).as(done.all()).isZero();
    assertThat(done.out())
        .contains(
            "main / purchase: 1 row planted, 1 in the copy, 1 erased, 0 left",
            "nothing of them is left");
    assertThat(Files.readString(folder.resolve("drill.json")))
        .contains("{\"drill\":1,\"receipt\":\"{\\\"drill\\\":1", "signature");
    asBefore();
    try (Store open = Stores.open(store)) {
      Journal journal = new Journal(open, InstantSource.system());
      List<Entry> entries = journal.page(0, 500, "drill.ended");
      assertThat(entries).hasSize(1);
      assertThat(entries.getFirst().facts())
          .containsEntry("drill", true)
          .containsEntry("good", true);
      assertThat(journal.page(0, 500, "register.erased")).isEmpty();
      assertThat(new StoredTombstones(open, journal).of("main", Instant.EPOCH, Instant.now()))
          .as("nobody to erase again after a restore")
          .isEmpty();
    }
    assertThat(terminal.run("drill", "ws", "--yes", "--receipt", "drill.json").exit())
        .as("a receipt is not written over")
        .isEqualTo(2);
  }

  @Test
  void aForgottenTableEndsItWithOne() {
    database.execute(
        "create table mailing (address text)",
        "create function mailing() returns trigger language plpgsql as $$ begin insert into mailing"
            + " values (new.email); return new; end $$",
        "create trigger mailing after insert on customer for each row execute function mailing()",
        "insert into mailing values ('ada@people.example')");
    Terminal.Run red = terminal.run("drill", "ws", "--yes");
    assertThat(red.exit()).as(red.all()).isEqualTo(1);
    assertThat(red.out()).contains("left", "main/public.mailing.address: 1 row");
    assertThat(one("select string_agg(address, ' ') from mailing")).isEqualTo("ada@people.example");
    asBefore();
  }

  @Test
  void whatCannotBePlantedIsNotCountedAsDone() {
    database.execute("alter table customer add constraint never check (name = 'Ada' and id = 1)");
    Terminal.Run run = terminal.run("drill", "ws", "--yes");
    assertThat(run.exit()).as(run.all()).isEqualTo(3);
    assertThat(run.out()).contains("not planted", "main / customer");
    asBefore();
  }
}
