package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A shop whose data has periods of all kinds, in a real database. */
final class RetentionShop {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  /** How long a ticket is kept that somebody wished to be kept. */
  static final int WISHED_DAYS = 50;

  private final TestDatabase database;
  private final Path folder;
  private String password;

  RetentionShop(TestDatabase database, Path folder) {
    this.database = database;
    this.folder = folder;
    this.password = database.password();
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    String schema = postgres ? SCHEMA.replace("DATETIME", "TIMESTAMP") : SCHEMA;
    database.execute(schema.strip().split(";\n"));
    write("charter.yaml", CHARTER);
    write(
        "systems.yaml",
        """
        systems:
          shop: {kind: %s, host: 127.0.0.1, port: %d, database: "%s", user: "%s", password: "env:SECRET", tls: "off", country: FR}
        """
            .formatted(
                postgres ? "postgres" : "mariadb",
                database.port(),
                database.database(),
                database.user()));
    write("datamap/shop.yaml", MAP);
  }

  private void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Names another account in systems.yaml. */
  void account(TestDatabase other) {
    change("systems.yaml", "user: \"" + database.user(), "user: \"" + other.user());
    password = other.password();
  }

  /** Changes the data map. */
  void map(String from, String to) {
    change("datamap/shop.yaml", from, to);
  }

  /** Changes how systems are reached. */
  void systems(String from, String to) {
    change("systems.yaml", from, to);
  }

  /** Changes the charter. */
  void charter(String from, String to) {
    change("charter.yaml", from, to);
  }

  private void change(String file, String from, String to) {
    try {
      String text = Files.readString(folder.resolve(file));
      assertThat(text).contains(from);
      write(file, text.replace(from, to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tickets are kept longer for a dispute until it is settled, for a hold, and for a wish. */
  void datedReasons() {
    charter(
        "unless: [{reason: dispute}]",
        "unless: [{reason: dispute, until: settled}, {reason: hold}, {reason: own-wish, for: "
            + WISHED_DAYS
            + " days, from: closed}]");
    map(
        "clocks: {closed: {column: closed_at, missing: not-yet}}",
        "clocks: {closed: {column: closed_at, missing: not-yet},"
            + " settled: {column: settled_at, missing: not-yet}}");
    map(
        "exempt: {dispute: {column: dispute, is: true}}",
        "exempt: {dispute: {column: dispute, is: true}, hold: {column: held, is: true},"
            + " own-wish: {column: wished, is: true}}");
    map("closed_at, dispute]", "closed_at, dispute, settled_at, held, wished]");
    execute(
        "ALTER TABLE ticket ADD settled_at DATE",
        "ALTER TABLE ticket ADD held BOOLEAN NOT NULL DEFAULT FALSE",
        "ALTER TABLE ticket ADD wished BOOLEAN NOT NULL DEFAULT FALSE");
  }

  /**
   * Moves the archive to another schema, or to another database of the server.
   *
   * @return the name of the table there
   */
  String vault() {
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    String table = vaultName() + ".contract_archive";
    execute(
        "CREATE SCHEMA " + vaultName(),
        postgres
            ? "ALTER TABLE contract_archive SET SCHEMA " + vaultName()
            : "RENAME TABLE contract_archive TO " + table);
    map("table: contract_archive", "table: " + table);
    return table;
  }

  /** Moves the archive into encrypted files of a system of its own, called vault. */
  Path files() {
    Path files = folder.resolve("archive");
    int at = MAP.indexOf("  contract-archive:");
    map(MAP.substring(at), "");
    write("datamap/vault.yaml", "system: vault\nplaces:\n" + MAP.substring(at));
    systems(
        "systems:\n",
        "systems:\n  vault: {kind: vault, folder: archive, key: \"file:archive.key\", country: FR}\n");
    write("archive.key", "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    try {
      Files.createFile(Files.createDirectories(files).resolve(".upheld-archive"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** Changes the data map of the archive in files. */
  void vaultMap(String from, String to) {
    change("datamap/vault.yaml", from, to);
  }

  /** Gives the archive in files another key; none where it is empty. */
  void key(String bytes) {
    byte[] key = bytes.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    write("archive.key", java.util.Base64.getEncoder().encodeToString(key));
  }

  private String vaultName() {
    return database.engine() == TestDatabase.Engine.POSTGRESQL
        ? "vault"
        : database.database() + "_vault";
  }

  /** Removes the database, and the archive where it lies beside it. */
  void drop(TestServer server) {
    if (database.engine() == TestDatabase.Engine.MARIADB) {
      execute("DROP DATABASE IF EXISTS " + vaultName());
    }
    database.drop(server);
  }

  void execute(String... statements) {
    database.execute(statements);
  }

  Path folder() {
    return folder;
  }

  Workspace workspace() {
    WorkspaceReading reading =
        Workspaces.read(folder, References.machine().overlaid(Map.of("SECRET", password)));
    assertThat(reading.faults()).isEmpty();
    return reading.workspace().orElseThrow();
  }

  /** Rules of a place, by what the id of their promise ends with. */
  Rule rule(String promise, String place) {
    return rule(promise, place, NOW);
  }

  Rule rule(String promise, String place, Instant now) {
    List<Rule> rules =
        Retention.rules(workspace(), now).stream()
            .filter(r -> r.id().equals("shop/" + promise + "@shop/" + place))
            .toList();
    assertThat(rules).hasSize(1);
    return rules.getFirst();
  }

  static ActSession open(SystemEntry entry) {
    return ActConnector.of(entry.access().orElseThrow().kind())
        .orElseThrow()
        .act(entry, entry.access().orElseThrow());
  }

  Expired look(String promise, String place, Barring barring) {
    Expiry expiry = rule(promise, place).expiry().orElseThrow();
    return new Expiring(RetentionShop::open, barring, InstantSource.system())
        .look(workspace(), expiry, Progress.SILENT)
        .would();
  }

  /**
   * How a rule is run.
   *
   * @param most rows of a batch
   */
  record Way(Barring barring, Function<SystemEntry, ActSession> open, int most, Instant now) {
    static Way usual(Barring barring) {
      return new Way(barring, RetentionShop::open, 3, NOW);
    }
  }

  Expired run(String promise, String place, Barring barring) {
    return run(promise, place, Way.usual(barring));
  }

  Expired run(String promise, String place, Way way) {
    return run(promise, place, way, new Pace.Way(Duration.ofSeconds(1), way.most(), 0, d -> {}));
  }

  Expired run(String promise, String place, Pace.Way pace) {
    return run(promise, place, Way.usual(Barring.NONE), pace);
  }

  private Expired run(String promise, String place, Way way, Pace.Way pace) {
    Expiry expiry = rule(promise, place, way.now()).expiry().orElseThrow();
    return new Expiring(way.open(), way.barring(), InstantSource.system())
        .run(
            workspace(),
            expiry,
            new Expiring.Way(UUID.randomUUID(), new Pace(pace), () -> false, Progress.SILENT));
  }

  /** A column of a query, each value as text, nothing as a dash. */
  List<String> column(String query) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(Optional.ofNullable(row.getString(1)).orElse("-"));
      }
      return values;
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  List<String> ids(String table) {
    return column("SELECT id FROM " + table + " ORDER BY id");
  }

  /** Gives the database a memory of acts. */
  void remembers() {
    execute(
        "CREATE TABLE upheld_act (act VARCHAR(80) PRIMARY KEY, plan VARCHAR(64) NOT NULL,"
            + " figures TEXT NOT NULL, at VARCHAR(40) NOT NULL)");
  }

  private static final String SCHEMA =
      """
      CREATE TABLE customer (id INT PRIMARY KEY, email VARCHAR(120) NOT NULL, left_at DATETIME NULL);
      CREATE TABLE ticket (id INT PRIMARY KEY, customer_id INT NOT NULL REFERENCES customer (id), subject VARCHAR(80), closed_at DATETIME NULL, dispute BOOLEAN NOT NULL DEFAULT FALSE);
      CREATE TABLE message (id INT PRIMARY KEY, ticket_id INT NOT NULL REFERENCES ticket (id), body VARCHAR(200), author INT NULL);
      CREATE TABLE attachment (id INT PRIMARY KEY, message_id INT NOT NULL, FOREIGN KEY (message_id) REFERENCES message (id) ON DELETE CASCADE);
      CREATE TABLE invoice (id INT PRIMARY KEY, customer_id INT NOT NULL REFERENCES customer (id), billed_to VARCHAR(120) NOT NULL, closed_on DATE NULL);
      CREATE TABLE visit (id INT PRIMARY KEY, seen_at DATETIME NULL, ip VARCHAR(40));
      CREATE INDEX visit_seen ON visit (seen_at);
      CREATE TABLE login (id INT PRIMARY KEY, at DATETIME NOT NULL, who INT NULL, ip VARCHAR(40));
      CREATE TABLE contract (id INT PRIMARY KEY, customer_id INT NOT NULL, terms VARCHAR(80), ended_at DATETIME NULL);
      CREATE TABLE contract_archive (id INT PRIMARY KEY, customer_id INT NOT NULL, terms VARCHAR(80), ended_at DATETIME NULL)""";

  private static final String CHARTER =
      """
      upheld: 1
      company: {id: shop, name: Shop SAS, country: FR, zone: Europe/Paris, owner: dpo@shop.example}
      contacts:
        privacy: {name: DPO, email: dpo@shop.example, address: "Shop SAS, Paris"}
      jurisdictions: [fr]
      languages: {list: [en], prevailing: en}
      vocabulary:
        email: {is: "pd:EmailAddress"}
        invoice: {is: "pd:Transactional"}
        words: {is: "pd:Communication"}
        ip: {is: "pd:IPAddress"}
        terms: {is: "pd:Contract"}
      subjects:
        customers: {is: customer}
      activities:
        accounts:
          title: Accounts
          role: controller
          purpose: sell
          basis: contract
          subjects: [customers]
          data: {only: [email]}
          keep: {for: 3 years, from: contract-end, then: delete}
          recipients: []
        support:
          title: Support
          role: controller
          purpose: help
          basis: contract
          subjects: [customers]
          data: {only: [words]}
          keep: {for: 1 year, from: closed, unless: [{reason: dispute}], then: delete}
          recipients: []
        books:
          title: The books
          role: controller
          purpose: keep-accounts
          basis: {is: legal-obligation, law: fr/FR-ACCOUNTING}
          subjects: [customers]
          data: {only: [invoice]}
          keep: {for: 10 years, from: fiscal-year-end, then: delete}
          recipients: []
        visits:
          title: Visits
          role: controller
          purpose: measure
          basis: contract
          subjects: [customers]
          data: {only: [ip]}
          keep: {for: 180 days, from: collected, then: delete}
          recipients: []
        logins:
          title: Logins
          role: controller
          purpose: secure
          basis: contract
          subjects: [customers]
          data: {only: [ip]}
          keep: {for: 30 days, from: collected, then: clear}
          recipients: []
        contracts:
          title: Contracts
          role: controller
          purpose: perform
          basis: contract
          subjects: [customers]
          data: {only: [terms]}
          keep:
            stages:
              - {stage: active, until: contract-end}
              - {stage: archive, for: 5 years, from: contract-end, law: fr/FR-LCEN-1, readers: [legal]}
            then: delete
          recipients: []
      rights:
        - {right: access, answer: 1 month}
        - {right: erasure, answer: 1 month}
        - {right: rectification, answer: 1 month}
        - {right: restriction, answer: 1 month}
        - {right: objection, answer: 1 month}
        - {right: portability, answer: 1 month}
        - {right: withdraw-consent}
        - {right: post-mortem}
      """;

  private static final String MAP =
      """
      system: shop
      places:
        customer:
          activity: accounts
          subject: {customers: id}
          clocks: {contract-end: {column: left_at, missing: not-yet}}
          fields: {email: {data: email, end: delete}}
          technical: [id, left_at]
        ticket:
          activity: support
          subject: {customers: customer_id}
          clocks: {closed: {column: closed_at, missing: not-yet}}
          exempt: {dispute: {column: dispute, is: true}}
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {subject: {data: words, end: delete}}
          technical: [id, customer_id, closed_at, dispute]
        message:
          activity: support
          subject: {customers: author}
          links: {ticket_id: {to: ticket.id, kind: owns}}
          fields: {body: {data: words, end: delete}}
          technical: [id, ticket_id, author]
        invoice:
          activity: books
          clocks: {fiscal-year-end: {column: closed_on, missing: not-yet}}
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {billed_to: {data: invoice, end: delete}}
          technical: [id, customer_id, closed_on]
        visit:
          activity: visits
          clocks: {collected: seen_at}
          fields: {ip: {data: ip, end: delete}}
          technical: [id, seen_at]
        login:
          activity: logins
          subject: {customers: who}
          clocks: {collected: at}
          fields: {ip: {data: ip, end: clear}}
          technical: [id, at, who]
        contract:
          activity: contracts
          stage: active
          subject: {customers: customer_id}
          clocks: {contract-end: {column: ended_at, missing: not-yet}}
          fields: {terms: {data: terms, end: delete}}
          technical: [id, customer_id, ended_at]
        contract-archive:
          table: contract_archive
          activity: contracts
          stage: archive
          subject: {customers: customer_id}
          clocks: {contract-end: {column: ended_at, missing: not-yet}}
          fields: {terms: {data: terms, end: delete}}
          technical: [id, customer_id, ended_at]
      """;
}
