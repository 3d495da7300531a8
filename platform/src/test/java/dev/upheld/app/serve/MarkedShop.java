package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.access.Permission;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A shop with two customers and a column that marks whose data is kept still, and a server. */
final class MarkedShop implements AutoCloseable {
  private static final String MAP =
      """
      system: main
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          restriction: {column: frozen, value: true}
          fields: {email: {data: email, end: delete}, name: {data: name, end: delete}}
          technical: [id, frozen]
        purchase:
          activity: accounts
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {what: {data: application, end: delete}}
          technical: [id, customer_id]
      """;

  final TestDatabase database;
  final Path folder = TestFolders.create("marked-shop");
  final RunningServer server;

  MarkedShop(TestDatabase database) {
    this(database, MAP, Map.of());
  }

  private MarkedShop(TestDatabase database, String map, Map<String, String> settings) {
    this.database = database;
    database.execute(
        "create table customer (id int primary key, email varchar(100), name varchar(100),"
            + " frozen boolean not null default false)",
        "create table purchase (id int primary key, customer_id int, what varchar(100),"
            + " foreign key (customer_id) references customer (id))",
        "insert into customer (id, email, name) values (1, 'ada@people.example', 'Ada'),"
            + " (2, 'bob@people.example', 'Bob')",
        "insert into purchase values (1, 1, 'a lamp'), (2, 2, 'a rug'), (3, 1, 'a chair')",
        "create table upheld_act (act varchar(80) primary key, plan varchar(64) not null,"
            + " figures text not null, at varchar(40) not null)");
    DemoWorkspace.copyTo(folder, database);
    try {
      Files.writeString(folder.resolve("datamap/main.yaml"), map);
      if (!settings.isEmpty()) {
        withAChat();
      }
      Path charter = folder.resolve("charter.yaml");
      String kept = "keep: {until: unsubscribed, then: delete}\n    recipients: ";
      String text = Files.readString(charter);
      assertThat(text).contains(kept + "[]");
      Files.writeString(charter, text.replace(kept + "[]", kept + "[{who: chatline, for: mail}]"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server = RunningServer.of(folder, Map.of("SECRET", database.password()), settings);
  }

  /** One with a system beside the database that no program reaches, and these settings. */
  static MarkedShop chatting(TestDatabase database, Map<String, String> settings) {
    return new MarkedShop(database, MAP, settings);
  }

  private void withAChat() throws IOException {
    Files.writeString(
        folder.resolve("systems.yaml"),
        "  chat: {kind: partner, operator: chatline}\n",
        StandardOpenOption.APPEND);
    Files.writeString(
        folder.resolve("datamap/chat.yaml"),
        """
        system: chat
        places:
          conversation:
            activity: support
            subject: {customers: customer}
            fields: {body: {data: message-content, end: delete}}
            technical: [id]
        """);
  }

  /** One whose data map names no marker. */
  static MarkedShop unmarked(TestDatabase database) {
    return new MarkedShop(
        database, MAP.replace("restriction: {column: frozen, value: true}\n    ", ""), Map.of());
  }

  @Override
  public void close() {
    server.close();
  }

  /** A letter that asks for rights; its page. */
  String letter(Browser browser, String email, String... rights) {
    return numbered(browser, "", email, rights);
  }

  /** The same, with numbers by which the systems know whoever asks. */
  String numbered(Browser browser, String identifiers, String email, String... rights) {
    browser.get("/requests/new");
    List<String> form =
        new ArrayList<>(
            List.of(
                "channel",
                "letter",
                "received",
                "2026-11-20",
                "name",
                "Ada Lovelace",
                "email",
                email,
                "language",
                "en",
                "details",
                "Please",
                "identifiers",
                identifiers));
    String query =
        Stream.of(rights).map("right="::concat).collect(Collectors.joining("&", "?", ""));
    Page page = browser.post("/requests/new" + query, form.toArray(String[]::new));
    assertThat(page.status()).as(page.body()).isEqualTo(303);
    return page.to();
  }

  /** The same, and it is clear who asks. */
  String proved(Browser browser, String email, String... rights) {
    String here = letter(browser, email, rights);
    browser.post(here + "/prove", "method", "call-back");
    return here;
  }

  static String digest(Page page) {
    Matcher matcher =
        Pattern.compile("name=\"digest\" value=\"([0-9a-f]{64})\"").matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  String one(String sql) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getObject(1));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Ids of those who are marked in the live database. */
  String frozen() {
    return one("select coalesce(sum(id), 0) from customer where frozen");
  }

  static String waitFor(Browser browser, String here, String words) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    String body = browser.get(here).body();
    while (!body.contains(words) && System.nanoTime() < end) {
      body = browser.get(here).body();
    }
    assertThat(body.contains(words)).as(main(body)).isTrue();
    return body;
  }

  /** Texts of a page. */
  private static String main(String body) {
    return body.substring(body.indexOf("<main")).replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  /** Does it again until the page goes on. */
  static void until(Browser browser, String path) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    Page page = browser.post(path);
    while (page.status() != 303 && System.nanoTime() < end) {
      page = browser.post(path);
    }
    assertThat(page.status()).as(page.body()).isEqualTo(303);
  }

  String journalled(String kind) {
    try (Store store = Stores.open(server.store())) {
      return new Journal(store, server.clock)
          .page(0, 500, kind).stream()
              .map(Entry::facts)
              .map(Object::toString)
              .collect(Collectors.joining());
    }
  }

  static Page json(Browser browser, String path, String body) {
    return browser.postBody(path, "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  /** A program with these scopes. */
  Browser program(Permission... scopes) {
    return server.browser().with("Authorization", "Bearer " + server.token(scopes));
  }
}
