package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upheld request --right rectification} over a real database, from plan to receipt. */
class CorrectionCommandTest {
  private static final String MAP =
      """
      system: main
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          fields: {email: {data: email, end: delete}, hash: {data: password, end: delete}}
          technical: [id]
        purchase:
          activity: accounts
          links: {customer: {to: customer.email, kind: owns}}
          fields: {what: {data: application, end: delete}}
          technical: [id, customer]
      """;

  @TempDir Path folder;
  private final TestDatabase database = Databases.postgres().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private Terminal terminal;

  @BeforeEach
  void twoPeople() throws IOException {
    database.execute(
        "create table customer (id int primary key, email text, hash text)",
        "create table purchase (id int primary key, customer text, what text)",
        "insert into customer values (1, 'ada@people.example', 'h1'), (2, 'bob@people.example',"
            + " 'h2')",
        "insert into purchase select n, (array['bob', 'ada'])[1 + n % 2] || '@people.example', 'x'"
            + " from generate_series(1, 10) n",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null, figures"
            + " text not null, at varchar(40) not null)");
    DemoWorkspace.copyTo(folder.resolve("privacy"), database);
    Files.writeString(folder.resolve("privacy/datamap/main.yaml"), MAP);
    Files.writeString(folder.resolve("ada.yaml"), "email: ada@people.example\n");
    Files.writeString(folder.resolve("right.yaml"), "email: {to: lovelace@people.example}\n");
    terminal =
        new Terminal(
            folder,
            Map.of(
                "SECRET", database.password(), "UPHELD_HOME", folder.resolve("home").toString()));
  }

  private Run correction(String verb, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of("request", verb, "--subject-from", "ada.yaml", "--right", "rectification"));
    words.addAll(List.of(more));
    return terminal.run(words.toArray(String[]::new));
  }

  private static String digest(Run plan) {
    Matcher matcher = Pattern.compile("plan ([0-9a-f]{64})").matcher(plan.out());
    assertThat(matcher.find()).as(plan.out() + plan.err()).isTrue();
    return matcher.group(1);
  }

  @Test
  void whatIsWrongIsCorrectedByTheApprovedPlanAndOnlyOnce() throws IOException {
    Run plan = correction("plan", "--change-from", "right.yaml");
    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.out())
        .contains("corrects email (email) in 1 row", "follows in customer (email) in 5 rows");
    assertThat(plan.out() + plan.err()).doesNotContain("@people");

    Run unapproved = correction("run", "--change-from", "right.yaml");
    assertThat(unapproved.exit()).isEqualTo(1);

    String[] approved = {
      "--change-from", "right.yaml", "--approve", digest(plan), "--receipt", "receipt.json"
    };
    Run done = correction("run", approved);
    assertThat(done.exit()).as(done.out() + done.err()).isZero();
    String receipt = Files.readString(folder.resolve("receipt.json"));
    assertThat(receipt).contains("signature").doesNotContain("@people");

    approved[5] = "again.json";
    assertThat(correction("run", approved).exit()).isZero();
    assertThat(Files.readString(folder.resolve("again.json"))).isEqualTo(receipt);
    assertThat(kept()).contains("lovelace").doesNotContain("ada@");
  }

  private String kept() throws IOException {
    try (java.sql.Connection connection = database.connect();
        java.sql.Statement statement = connection.createStatement();
        java.sql.ResultSet row =
            statement.executeQuery(
                "select string_agg(email, ' ') || (select string_agg(customer, ' ') from purchase)"
                    + " from customer")) {
      assertThat(row.next()).isTrue();
      return row.getString(1);
    } catch (java.sql.SQLException e) {
      throw new IOException(e);
    }
  }

  @Test
  void wrongUseIsTold() throws IOException {
    assertThat(correction("plan").err()).contains("--change-from");
    Files.writeString(folder.resolve("odd.yaml"), "email: [a, b]\n");
    assertThat(correction("plan", "--change-from", "odd.yaml").err()).contains("name: their name");
    Files.writeString(folder.resolve("secret.yaml"), "password: hunter2\n");
    Run secret = correction("plan", "--change-from", "secret.yaml");
    assertThat(secret.exit()).isEqualTo(2);
    assertThat(secret.err())
        .contains("No place of the data map holds password")
        .doesNotContain("hunter2");
  }
}
