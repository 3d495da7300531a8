package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.Databases;
import dev.upheld.testing.DemoWorkspace;
import dev.upheld.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code upheld import fideslang}, from an annotated file to promises measured in a database. */
class ImportCommandTest {

  private static final String[] BOOKSHOP = {
    "create table address (id int primary key, street text, house text, zip text, city text,"
        + " country text)",
    "create table customer (id int primary key, email text, full_name text, phone text,"
        + " birthday date, loyalty_tier text, shoe_size int, mood text,"
        + " address_id int references address (id), preferences jsonb, created_at timestamptz)",
    "create table orders (id int primary key, customer_id int references customer (id),"
        + " shipping_address_id int references address (id), ledger_account text,"
        + " placed_at timestamptz)",
    "create table product (id int primary key, title text, price numeric)",
    "create table order_item (order_id int references orders (id), product_id int references"
        + " product (id), quantity int)",
    "create table payment_card (id int primary key, ccn text, iban text, code text,"
        + " preferred boolean, customer_id int references customer (id))",
    "create table visit (email text, ip text, page text, last_visit timestamptz,"
        + " created_at timestamptz)",
    "create table service_request (id int primary key, email text, alt_email text, message text,"
        + " opened timestamptz, closed timestamptz, is_deleted boolean)",
    "insert into visit values ('ada@example.com', '192.0.2.0', '/', now(), now())",
  };

  @TempDir Path folder;

  @BeforeEach
  void export() throws IOException {
    try (var in =
        dev.upheld.discover.DiscoverProblem.class.getResourceAsStream("bookshop-fides.yml")) {
      Files.createDirectories(folder.resolve("exports"));
      Files.write(folder.resolve("exports/shop.yml"), in.readAllBytes());
    }
  }

  /** The demonstration's charter, over a database of the test's own. */
  private Terminal workspace(TestDatabase database) throws IOException {
    DemoWorkspace.copyTo(folder.resolve("privacy"), database);
    return new Terminal(folder, Map.of("SECRET", database.password()));
  }

  private Path map() {
    return folder.resolve("privacy/datamap/main.yaml");
  }

  private static String promise(String json, String id) {
    int at = json.indexOf('"' + id + '"');
    assertThat(at).as(id).isPositive();
    int next = json.indexOf("\"id\"", at);
    return json.substring(at, next < 0 ? json.length() : next).toUpperCase(Locale.ROOT);
  }

  @Test
  void annotationsAreReviewedAndThenMeasured() throws IOException {
    TestDatabase database = Databases.postgres().freshDatabase();
    database.execute(BOOKSHOP);
    Terminal terminal = workspace(database);

    Run dry =
        terminal.run("import", "fideslang", "exports/shop.yml", "--system", "main", "--dry-run");
    assertThat(dry.exit()).as(dry.all()).isZero();
    assertThat(dry.out()).contains("+  customer:", "Nothing was written");
    assertThat(map()).doesNotExist();

    Run run = terminal.run("import", "fideslang", "exports/shop.yml", "--system", "main");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out())
        .contains("8 collections, 48 fields: 7 places proposed, 1 without personal data")
        .contains("taken over: 19 personal, 17 technical, 8 to decide, 5 links")
        .contains("not taken over: policy");

    Run check = terminal.run("check");
    assertThat(check.exit()).as(check.all()).isZero();
    assertThat(check.out()).contains("7 places of \"main\" are proposed");
    assertThat(promise(prove(terminal), "nimbus/audience-measurement/keep"))
        .contains("UNPROVEN", "NOBODY HAS REVIEWED IT");

    String taken = Files.readString(map());
    Run discover = terminal.run("discover", "main");
    assertThat(discover.exit()).as(discover.all()).isZero();
    assertThat(discover.out()).doesNotContain("- customer", "  + ");
    assertThat(Files.readString(map())).isEqualTo(taken);

    Files.writeString(map(), reviewed(taken));
    assertThat(terminal.run("check").exit()).isZero();
    assertThat(promise(prove(terminal), "nimbus/audience-measurement/keep")).contains("\"UPHELD\"");
    database.execute(
        "insert into visit values ('bob@example.com', '192.0.2.0', '/', now(), '2020-01-01')");
    assertThat(promise(prove(terminal), "nimbus/audience-measurement/keep")).contains("\"BROKEN\"");
  }

  private static String prove(Terminal terminal) {
    return terminal.run("prove", "--format", "json").out();
  }

  /** What a person does who agrees. */
  private static String reviewed(String map) {
    return map.replaceAll("    review: proposed.*\n", "")
        .replace("activity: undecided", "activity: accounts");
  }

  @Test
  void faultsAreToldWithTheirPlacesAndNothingIsWritten() throws IOException {
    Terminal terminal = workspace(Databases.postgres().freshDatabase());
    Files.writeString(
        folder.resolve("bad.yml"),
        "dataset:\n- fides_key: a\n  collections:\n  - fields: []\n  - name: b\n    fields: 3\n");
    Run bad = terminal.run("import", "fideslang", "bad.yml", "--system", "main");
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.err()).contains("bad.yml:4:5", "has no name", "bad.yml:6:13", "list of fields");
    Run none = terminal.run("import", "fideslang", "none.yml", "--system", "main");
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("There is no such file");
    Run unknown = terminal.run("import", "fideslang", "exports/shop.yml", "--system", "mian");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("no system mian").contains("main");
    assertThat(terminal.run("import").exit()).isEqualTo(2);
    assertThat(terminal.run("import", "fideslang").err()).contains("--system");
    assertThat(map()).doesNotExist();
  }

  @Test
  void asJsonForOtherPrograms() throws IOException {
    Terminal terminal = workspace(Databases.postgres().freshDatabase());
    Run run =
        terminal.run(
            "import", "fideslang", "exports/shop.yml", "--system", "main", "--format", "json");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out())
        .contains("\"written\" : true", "\"places\" : 7", "\"kind\" : \"left\"")
        .contains("\"at\" : \"exports/shop.yml:138:1\"");
  }
}
