package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.act.ActConnector;
import dev.upheld.connect.act.ActSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A shop with everything that makes erasing hard: rows shared with other people, self references, a
 * circle of foreign keys, cascades on no map, polymorphic notes, unique and not-null columns, books
 * that law wants kept.
 */
final class ShopFixture {
  static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  static final String ANNA = "anna.martin@example.org";
  static final String BRUNO = "bruno.keller@example.org";

  private final TestDatabase database;
  private final SmallShop files;
  private Partnering partnering = Partnering.none();

  ShopFixture(TestDatabase database, Path folder) {
    this(database, folder, statements(database), MAP);
  }

  /** Another shop of the same charter. */
  ShopFixture(TestDatabase database, Path folder, String[] statements, String map) {
    this.database = database;
    this.files = new SmallShop(folder, database).secret("STRIPE_KEY", "sk_test_upheld");
    database.execute(statements);
    files.write("charter.yaml", CHARTER).map(map);
  }

  TestDatabase database() {
    return database;
  }

  /** Adds a line to the systems, and says how partners are called. */
  void partner(String line, Partnering calls) {
    files.systems(line);
    partnering = calls;
  }

  /** Changes the data map. */
  void map(String from, String to) {
    assertThat(MAP).contains(from);
    files.map(MAP.replace(from, to));
  }

  /** Changes the charter. */
  void charter(String from, String to) {
    assertThat(CHARTER).contains(from);
    files.write("charter.yaml", CHARTER.replace(from, to));
  }

  Workspace workspace() {
    return files.read();
  }

  /** Gives the database a memory of acts. */
  void remembers() {
    database.execute(SmallShop.MEMORY);
  }

  /** Puts everything back as it was at first; quicker than another database. */
  void restore() {
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    List<String> tables =
        Pattern.compile("CREATE TABLE (\\w+)")
            .matcher(SCHEMA)
            .results()
            .map(r -> r.group(1))
            .toList();
    List<String> all = new ArrayList<>();
    if (postgres) {
      all.add("TRUNCATE upheld_act, " + String.join(", ", tables));
    } else {
      all.add("SET FOREIGN_KEY_CHECKS = 0");
      tables.forEach(t -> all.add("DELETE FROM " + t));
      all.add("DELETE FROM upheld_act");
      all.add("SET FOREIGN_KEY_CHECKS = 1");
    }
    all.addAll(List.of(DATA.split(";\n")));
    database.execute(all.toArray(String[]::new));
  }

  /** Writes a partner's file that stands in for a built-in one. */
  void pack(String partner, String text) {
    files.write("packs/partners/" + partner + ".yaml", text);
  }

  Erasing erasing() {
    return erasing(ShopFixture::open, partnering);
  }

  static Erasing erasing(Function<SystemEntry, ActSession> open) {
    return erasing(open, Partnering.none());
  }

  static Erasing erasing(Function<SystemEntry, ActSession> open, Partnering partnering) {
    return new Erasing(open, partnering, InstantSource.fixed(NOW), SmallShop.HASH);
  }

  static ActSession open(SystemEntry entry) {
    return ActConnector.of(entry.access().orElseThrow().kind())
        .orElseThrow()
        .act(entry, entry.access().orElseThrow());
  }

  Planned plan(Erasing erasing, String email) {
    return erasing.plan(
        workspace(),
        Subject.of(Map.of("email", email)),
        ErasureOrder.on(ErasureGround.PROMISE),
        Progress.SILENT);
  }

  Planned plan(Map<String, String> subject) {
    return plan(subject, ErasureOrder.on(ErasureGround.PROMISE));
  }

  Planned plan(Map<String, String> subject, boolean everyAccount) {
    return plan(
        subject,
        new ErasureOrder(
            ErasureGround.PROMISE, java.util.Set.of(), java.util.Set.of(), everyAccount));
  }

  Planned plan(Map<String, String> subject, ErasureOrder order) {
    return erasing().plan(workspace(), Subject.of(subject), order, Progress.SILENT);
  }

  Receipt act(Planned planned) {
    return erasing().act(planned, planned.plan(), true, Progress.SILENT);
  }

  private static String[] statements(TestDatabase database) {
    boolean postgres = database.engine() == TestDatabase.Engine.POSTGRESQL;
    String all = SCHEMA + DATA;
    String fit =
        postgres
            ? all.replace("DATETIME", "TIMESTAMP").replace("LONGTEXT", "TEXT")
            : all.replace("JSONB", "JSON");
    return fit.split(";\n");
  }

  private static final String SCHEMA =
      """
      CREATE TABLE customer (id INT PRIMARY KEY, name VARCHAR(80) NOT NULL, email VARCHAR(120) NOT NULL UNIQUE,
        phone VARCHAR(40), referred_by INT REFERENCES customer (id), favourite_address INT);
      CREATE TABLE address (id INT PRIMARY KEY, customer_id INT NOT NULL REFERENCES customer (id), street VARCHAR(120) NOT NULL);
      ALTER TABLE customer ADD CONSTRAINT favourite FOREIGN KEY (favourite_address) REFERENCES address (id);
      CREATE TABLE card (id INT PRIMARY KEY, customer_id INT NOT NULL REFERENCES customer (id), holder VARCHAR(80) NOT NULL, last4 VARCHAR(4) NOT NULL);
      CREATE TABLE orders (id INT PRIMARY KEY, customer_id INT NOT NULL REFERENCES customer (id),
        ship_to INT REFERENCES address (id), paid_with INT NOT NULL REFERENCES card (id), remark LONGTEXT);
      CREATE TABLE order_line (order_id INT NOT NULL REFERENCES orders (id), line INT NOT NULL, article VARCHAR(80), PRIMARY KEY (order_id, line));
      CREATE TABLE invoice (id INT PRIMARY KEY, customer_id INT NOT NULL REFERENCES customer (id), billed_to VARCHAR(120) NOT NULL,
        phone VARCHAR(40), closed_on DATE);
      CREATE TABLE message (id INT PRIMARY KEY, customer_id INT NOT NULL, reply_to INT REFERENCES message (id), body LONGTEXT NOT NULL);
      CREATE TABLE review (id INT PRIMARY KEY, customer_id INT REFERENCES customer (id), handle VARCHAR(60) NOT NULL UNIQUE, words LONGTEXT NOT NULL, profile JSONB);
      CREATE TABLE login_token (token VARCHAR(60) PRIMARY KEY, customer_id INT NOT NULL, FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE);
      CREATE TABLE token_use (id INT PRIMARY KEY, token VARCHAR(60) NOT NULL, FOREIGN KEY (token) REFERENCES login_token (token) ON DELETE CASCADE);
      CREATE TABLE subscriber (id INT PRIMARY KEY, email VARCHAR(120) NOT NULL);
      CREATE TABLE callback (id INT PRIMARY KEY, customer_id INT, contact VARCHAR(120), topic VARCHAR(80));
      CREATE TABLE note (id INT PRIMARY KEY, about_type VARCHAR(20) NOT NULL, about_id INT NOT NULL, words LONGTEXT);
      CREATE TABLE country (code VARCHAR(2) PRIMARY KEY, name VARCHAR(60));
      """;

  private static final String DATA =
      """
      INSERT INTO customer VALUES (1, 'Anna Martin', 'anna.martin@example.org', '+33 1 11', NULL, NULL);
      INSERT INTO customer VALUES (2, 'Bruno Keller', 'bruno.keller@example.org', '+33 2 22', 1, NULL);
      INSERT INTO customer VALUES (3, 'Chloe Petit', 'chloe.petit@example.org', NULL, 2, NULL);
      INSERT INTO address VALUES (10, 1, '1 rue Anna'), (11, 1, '2 rue Anna'), (20, 2, '3 rue Bruno'), (30, 3, '4 rue Chloe');
      UPDATE customer SET favourite_address = 10 WHERE id = 1;
      UPDATE customer SET favourite_address = 20 WHERE id = 2;
      INSERT INTO card VALUES (100, 1, 'Anna Martin', '1111'), (200, 2, 'Bruno Keller', '2222'), (201, 2, 'Bruno Keller', '2020');
      INSERT INTO orders VALUES (1000, 1, 10, 100, 'leave it with Anna'), (1001, 1, 20, 200, 'to Bruno, with his card'), (2000, 2, 20, 200, NULL), (3000, 3, 10, 201, 'to Annas house');
      INSERT INTO order_line VALUES (1000, 1, 'lamp'), (1000, 2, 'desk'), (1001, 1, 'book'), (2000, 1, 'pen'), (3000, 1, 'cup');
      INSERT INTO invoice VALUES (500, 1, 'Anna Martin, 1 rue Anna', '+33 1 11', '2010-12-31'), (501, 2, 'Bruno Keller', '+33 2 22', '2024-12-31'), (502, 2, 'Bruno Keller', '+33 2 22', NULL);
      INSERT INTO message VALUES (1, 1, NULL, 'anna asks'), (2, 1, 1, 'anna asks again'), (3, 1, 2, 'and again'), (4, 2, NULL, 'bruno asks'), (5, 1, 4, 'anna answers bruno');
      INSERT INTO review VALUES (1, 1, 'anna75', 'I am Anna and like it', '{"mail": "anna.martin@example.org", "stars": 5}'), (2, 2, 'bruno', 'no', '{"stars": 1}');
      INSERT INTO login_token VALUES ('tok-a', 1), ('tok-b', 2);
      INSERT INTO token_use VALUES (1, 'tok-a'), (2, 'tok-a'), (3, 'tok-b');
      INSERT INTO subscriber VALUES (1, ' Anna.Martin@Example.org'), (2, 'bruno.keller@example.org'), (3, 'xanna.martin@example.org');
      INSERT INTO callback VALUES (1, NULL, 'anna.martin@example.org', 'mine'), (2, 2, 'ANNA.MARTIN@example.org', 'call her for me'), (3, 2, 'bruno.keller@example.org', 'his');
      INSERT INTO note VALUES (1, 'customer', 1, 'Anna is kind'), (2, 'order', 1, 'first order'), (3, 'customer', 2, 'Bruno is not'), (4, 'order', 1000, 'gift');
      INSERT INTO country VALUES ('FR', 'France')""";

  private static final String CHARTER =
      SmallShop.charter(
          """
              name: {is: "pd:Name"}
              email: {is: "pd:EmailAddress"}
              phone: {is: "pd:TelephoneNumber"}
              postal-address: {is: "pd:PhysicalAddress"}
              purchase: {is: "pd:Purchase"}
              invoice: {is: "pd:Transactional"}
              words: {is: "pd:Communication"}
              handle: {is: "pd:Username"}
              birth: {is: "pd:DateOfBirth"}
              email-hash: {is: "pd:EmailAddress"}
            """,
          """
              shop:
                title: The shop
                role: controller
                purpose: sell
                basis: contract
                subjects: [customers]
                data: {only: [name, email, phone, postal-address, purchase, words, handle]}
                keep: not-stated
                recipients: []
              newsletter:
                title: The newsletter
                role: controller
                purpose: send-newsletter
                basis: {is: consent, purpose: send-newsletter}
                subjects: [customers]
                data: {only: [email]}
                keep: not-stated
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
            """);

  private static final String MAP =
      """
      system: shop
      places:
        customer:
          activity: shop
          subject: {customers: id}
          links: {referred_by: {to: customer.id, kind: mentions}}
          fields:
            name: {data: name, end: delete}
            email: {data: email, end: delete}
            phone: {data: phone, end: delete}
          technical: [id, referred_by, favourite_address]
        address:
          activity: shop
          subject: {customers: customer_id}
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {street: {data: postal-address, end: delete}}
          technical: [id, customer_id]
        card:
          activity: shop
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {holder: {data: name, end: delete}, last4: {data: purchase, end: delete}}
          technical: [id, customer_id]
        orders:
          activity: shop
          links:
            customer_id: {to: customer.id, kind: owns}
            ship_to: {to: address.id, kind: shared}
            paid_with: {to: card.id, kind: shared}
          fields: {remark: {data: words, end: delete}}
          technical: [id, customer_id, ship_to, paid_with]
        order-line:
          table: order_line
          activity: shop
          key: [order_id, line]
          links: {order_id: {to: orders.id, kind: owns}}
          fields: {article: {data: purchase, end: delete}}
          technical: [order_id, line]
        invoice:
          activity: [books, shop]
          clocks: {fiscal-year-end: {column: closed_on, missing: not-yet}}
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {billed_to: {data: invoice, end: delete}, phone: {data: phone, end: delete}}
          technical: [id, customer_id, closed_on]
        message:
          activity: shop
          subject: {customers: customer_id}
          links: {reply_to: {to: message.id, kind: shared}}
          fields: {body: {data: words, end: delete}}
          technical: [id, customer_id, reply_to]
        review:
          activity: shop
          links: {customer_id: {to: customer.id, kind: owns}}
          fields:
            handle: {data: handle, end: clear}
            words: {data: words, end: redact}
            "profile->mail": {data: email, end: clear}
          technical: [id, customer_id, "profile->stars"]
        subscriber:
          activity: newsletter
          fields: {email: {data: email, end: delete}}
          technical: [id]
        callback:
          activity: shop
          links: {customer_id: {to: customer.id, kind: owns}}
          fields: {contact: {data: email, end: delete}, topic: {data: words, end: delete}}
          technical: [id, customer_id]
        customer-note:
          table: note
          activity: shop
          only: {column: about_type, in: [customer]}
          links: {about_id: {to: customer.id, kind: owns}}
          fields: {words: {data: words, end: delete}}
          technical: [id, about_type, about_id]
      ignore:
        country: a list of countries
      """;
}
