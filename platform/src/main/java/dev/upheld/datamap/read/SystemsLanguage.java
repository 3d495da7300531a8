package dev.upheld.datamap.read;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.shape.Complaint;
import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.ShapeCode;
import dev.upheld.charter.shape.Shapes;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The shape of {@code systems.yaml}. */
public final class SystemsLanguage {
  /** Kinds that are reached over the network as a database. */
  static final Set<String> DATABASES = Set.of("postgres", "mariadb", "mysql");

  /** A system that is only declared, such as a supplier's. */
  static final String PARTNER = "partner";

  /** A folder of logs. */
  static final String FILES = "files";

  private static final String REFERENCE = "env:[A-Za-z_][A-Za-z0-9_]*|file:[^\\s].*";

  private SystemsLanguage() {}

  /** The whole file. */
  public static Struct systems() {
    return new Struct(
        "systems",
        "the systems",
        "Where personal data lives, and how to reach it.",
        "{systems: {shop: {kind: partner, country: FR}}}",
        List.of(
            required(
                "systems",
                Shapes.tableOf(Shapes.word("shop-db"), system()),
                "Each system by the word that data maps and evidence use.")),
        List.of());
  }

  private static Struct system() {
    return new Struct(
        "system",
        "a system",
        "A database, a supplier's service, a folder: one thing that holds personal data.",
        "{kind: postgres, host: db.shop.example, database: shop, user: upheld,"
            + " password: env:SHOP_PASSWORD, country: FR}",
        Stream.of(access(), called(), LogShapes.folder(), place()).flatMap(s -> s).toList(),
        Stream.of(
                DATABASES.stream().sorted().flatMap(SystemsLanguage::needs),
                LogShapes.needs(),
                Stream.of(new Rule.Needs("address", "key"), new Rule.Needs("activity", "key")))
            .<Rule>flatMap(s -> s)
            .toList());
  }

  private static Stream<dev.upheld.charter.shape.Field> access() {
    return Stream.of(
        required(
            "kind",
            Shapes.word("postgres"),
            "What it is: postgres, mariadb, mysql (served by the MariaDB driver, best effort), files"
                + " for a folder of logs, vault for an archive of encrypted files, the id of a partner such as stripe, or partner for a"
                + " system that is only declared."),
        optional("host", setting("a host name or address", "db.shop.example"), "Where it listens."),
        optional(
            "port", port(), "Its port; 5432 for postgres and 3306 for the others if left out."),
        optional("database", setting("a database name", "shop"), "The database to open."),
        optional("user", setting("an account name", "upheld"), "The account; SELECT is enough."),
        optional("password", secret(), "Where the password is found; never the password itself."),
        optional(
            "act",
            acting(),
            "The account that erases and corrects, where people ask for it; without it Upheld only"
                + " looks."),
        optional(
            "tls",
            Shapes.choice(
                "require", "encrypted, whoever answers",
                "verify-full", "encrypted, and the certificate names the host",
                "off", "in clear"),
            "How the connection is guarded; require if left out."),
        optional(
            "tls-root",
            Shapes.text("certs/root.pem"),
            "The certificate to trust with verify-full: a path in the workspace, or absolute."),
        optional(
            "statement-timeout",
            Literal.of(
                "a time such as 30 seconds or 10 minutes",
                "10 minutes",
                "[1-9][0-9]{0,5} (seconds?|minutes?)"),
            "The longest any one statement may run; 10 minutes if left out."));
  }

  /** What only partners with a file have. */
  private static Stream<dev.upheld.charter.shape.Field> called() {
    return Stream.of(
        optional(
            "key",
            secret(),
            "Where the key of a partner such as stripe, or of a vault, is found; never the key itself."
                + " That of a vault is 32 bytes in base64."),
        optional(
            "address",
            Shapes.text("https://api.stripe.com"),
            "Where the partner is reached, if not where its file says."),
        optional(
            "activity",
            Shapes.oneOrMore(Shapes.word("billing")),
            "The activities of the charter that the partner's data serves. Grounds of erasure that"
                + " hold for some activities only reach it through them."));
  }

  private static Struct acting() {
    return new Struct(
        "acting account",
        "an account that may change data",
        "Apart from the one that looks, which needs SELECT alone.",
        "{user: upheld_act, password: env:SHOP_ACT_PASSWORD}",
        List.of(
            required("user", setting("an account name", "upheld_act"), "The account."),
            required("password", secret(), "Where its password is found.")),
        List.of());
  }

  private static Stream<dev.upheld.charter.shape.Field> place() {
    return Stream.of(
        optional("country", Shapes.country(), "Where it stands."),
        optional("proof", proof(), "The document behind the country."),
        optional(
            "networks",
            Shapes.someOf(Shapes.text("192.0.2.0/24")),
            "The address ranges the operator documents for that country."),
        optional(
            "operator",
            Shapes.word("shop"),
            "Who runs it: the company's id or a recipient's word."),
        optional(
            "zone",
            Shapes.text("UTC"),
            "How times without a zone are to be read; UTC if left out."),
        optional(
            "retention",
            retention(),
            "When and how fast what is past its time may go; at any time if left out."));
  }

  private static Struct retention() {
    String time = "([01][0-9]|2[0-3]):[0-5][0-9]";
    return new Struct(
        "retention hours",
        "hours and speed of retention",
        "The nightly run keeps to them, and goes on when they come again.",
        "{hours: 22:00-05:00, rows-per-second: 2000}",
        List.of(
            optional(
                "hours",
                Literal.of("hours such as 22:00-05:00", "22:00-05:00", time + "-" + time),
                "From and to, by the clock in the company's zone; over midnight where the end is"
                    + " earlier."),
            optional(
                "rows-per-second", new Shape.Whole(1, 1_000_000_000), "Rows in a second at most.")),
        List.of());
  }

  private static Struct proof() {
    return new Struct(
        "proof",
        "a proof of the country",
        "A document that shows where the system stands, and how long it counts.",
        "{document: docs/hosting.md, until: 2027-12-31}",
        List.of(
            required("document", Shapes.path("docs/hosting.md"), "Path inside the workspace."),
            required("until", Shapes.date(), "Last day on which it counts.")),
        List.of());
  }

  private static Stream<Rule> needs(String kind) {
    return Stream.of("host", "database", "user", "password")
        .map(
            key ->
                new Rule.When(
                    "kind",
                    List.of(kind),
                    key,
                    new Complaint(
                        ShapeCode.MISSING_KEY,
                        "The key \"%s\" is missing; a system of kind %s is reached with it."
                            .formatted(key, kind),
                        "Add it, for example: %s: env:%s"
                            .formatted(key, "SHOP_" + key.toUpperCase(java.util.Locale.ROOT)))));
  }

  private static Literal setting(String wanted, String example) {
    return Literal.of(
        wanted + ", or env:NAME, or file:PATH",
        example,
        "(" + REFERENCE + "|(?!env:|file:)[^\\s]+)");
  }

  private static Shape port() {
    return Shapes.anyOf(
        new Shape.Whole(1, 65_535),
        Literal.of("env:NAME or file:PATH", "env:SHOP_PORT", "(" + REFERENCE + ")"));
  }

  private static Shape secret() {
    return Literal.of(
            "a reference env:NAME or file:PATH, never the password itself",
            "env:SHOP_PASSWORD",
            "(" + REFERENCE + ")")
        .discreetly();
  }
}
