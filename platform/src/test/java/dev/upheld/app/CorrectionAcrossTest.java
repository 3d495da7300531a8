package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An address that names the person in another system is corrected there first, and goes on. */
class CorrectionAcrossTest {
  private static final String[] REQUEST = {
    "--subject-from", "ada.yaml", "--right", "rectification"
  };

  @TempDir Path folder;
  private final TestDatabase shop = Databases.postgres().freshDatabase();
  private final TestDatabase desk = Databases.mariadb().freshDatabase();

  @SuppressWarnings("NullAway.Init") // set before each test
  private Terminal terminal;

  @BeforeEach
  void twoSystems() throws IOException {
    String memory =
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null, figures"
            + " text not null, at varchar(40) not null)";
    shop.execute(
        "create table customer (id int primary key, email varchar(90))",
        "insert into customer values (1, 'ada@people.example'), (2, 'bob@people.example')",
        memory);
    desk.execute(
        "create table ticket (id int primary key, client varchar(90), body varchar(90))",
        "insert into ticket values (1, 'ada@people.example', 'x'), (2, 'bob@people.example', 'y')",
        memory);
    DemoWorkspace.copyTo(folder.resolve("privacy"));
    write(
        "systems.yaml",
        """
        systems:
          shop: {kind: postgres, host: 127.0.0.1, port: %d, database: "%s", user: "%s", password: "env:SHOP", tls: "off"}
          desk: {kind: mariadb, host: 127.0.0.1, port: %d, database: "%s", user: "%s", password: "env:DESK", tls: "off"}
        """
            .formatted(
                shop.port(),
                shop.database(),
                shop.user(),
                desk.port(),
                desk.database(),
                desk.user()));
    maps();
    Files.writeString(folder.resolve("ada.yaml"), "customers: 1\n");
    Files.writeString(folder.resolve("right.yaml"), "email: lovelace@people.example\n");
    terminal =
        new Terminal(
            folder,
            Map.of(
                "SHOP",
                shop.password(),
                "DESK",
                desk.password(),
                "UPHELD_HOME",
                folder.resolve("home").toString()));
  }

  private void maps() throws IOException {
    Files.deleteIfExists(folder.resolve("privacy/datamap/main.yaml"));
    write(
        "datamap/shop.yaml",
        """
        system: shop
        places:
          customer:
            activity: accounts
            subject: {customers: id}
            fields: {email: {data: email, end: delete}}
            technical: [id]
        """);
    write(
        "datamap/desk.yaml",
        """
        system: desk
        places:
          ticket:
            activity: support
            links: {client: {to: shop/customer.email, kind: owns}}
            fields: {body: {data: message-content, end: redact}}
            technical: [id, client]
        """);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve("privacy").resolve(file), text);
  }

  private Run request(String verb, String... more) {
    String[] words = new String[REQUEST.length + 4 + more.length];
    words[0] = "request";
    words[1] = verb;
    System.arraycopy(REQUEST, 0, words, 2, REQUEST.length);
    words[REQUEST.length + 2] = "--change-from";
    words[REQUEST.length + 3] = "right.yaml";
    System.arraycopy(more, 0, words, REQUEST.length + 4, more.length);
    return terminal.run(words);
  }

  private static String text(TestDatabase database, String select) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(select)) {
      return row.next() ? row.getString(1) : "";
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void bothSystemsAreCorrectedAndAnInterruptedRunGoesOn() {
    Run plan = request("plan");
    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.out()).contains("follows in client (email) in 1 row", "corrects email");
    Matcher digest = Pattern.compile("plan ([0-9a-f]{64})").matcher(plan.out());
    assertThat(digest.find()).isTrue();
    shop.execute("alter table upheld_act rename to elsewhere");

    Run half = request("run", "--approve", digest.group(1));

    assertThat(half.exit()).isEqualTo(3);
    assertThat(text(desk, "select client from ticket where id = 1")).startsWith("lovelace@");
    assertThat(text(shop, "select email from customer where id = 1")).startsWith("ada@");

    shop.execute("alter table elsewhere rename to upheld_act");
    Run whole = request("run", "--approve", digest.group(1));

    assertThat(whole.exit()).as(whole.out() + whole.err()).isZero();
    assertThat(text(shop, "select email from customer where id = 1")).startsWith("lovelace@");
    assertThat(text(desk, "select client from ticket where id = 2")).startsWith("bob@");
    assertThat(text(shop, "select email from customer where id = 2")).startsWith("bob@");
  }
}
