package dev.upheld.bench;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.util.ArrayList;
import java.util.List;

/** A company's database of 500 tables and 10,000 columns, the same at every run. */
final class WideDatabase {
  private static final int TABLES = 500;
  private static final int COLUMNS = 20;
  private static final int ROWS = 300;
  private static final int MANY_ROWS = 5_000;

  /** One table in so many has many rows. */
  private static final int LARGE = 10;

  private static final List<String> THINGS =
      List.of(
          "customer",
          "purchase",
          "invoice",
          "payment",
          "ticket",
          "message",
          "employee",
          "candidate",
          "contract",
          "product",
          "price",
          "warehouse",
          "shipment",
          "server",
          "domain",
          "account",
          "session",
          "campaign",
          "visit",
          "audit",
          "backup",
          "country",
          "role",
          "document",
          "survey");

  private static final List<String> PARTS =
      List.of(
          "",
          "_item",
          "_history",
          "_note",
          "_address",
          "_contact",
          "_setting",
          "_tag",
          "_link",
          "_event",
          "_file",
          "_state",
          "_type",
          "_group",
          "_member",
          "_token",
          "_limit",
          "_report",
          "_import",
          "_queue");

  /**
   * A kind of column.
   *
   * @param type a type that both servers know
   * @param value an expression over the row number {@code g}; {@code {day}} is a day of it
   */
  private record Kind(String name, String type, String value) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("email", "varchar(200)", "concat('ada', g, '@example.org')"),
          new Kind("first_name", "varchar(80)", "case when g % 2 = 0 then 'Ada' else 'Jean' end"),
          new Kind(
              "last_name", "varchar(80)", "case when g % 3 = 0 then 'Martin' else 'Virtanen' end"),
          new Kind("phone", "varchar(40)", "concat('+33 1 99 00 ', 10 + g % 80, ' ', 10 + g % 90)"),
          new Kind("birth_date", "date", "{day}"),
          new Kind("street", "varchar(200)", "concat(g % 90, ' rue de la Paix')"),
          new Kind("zip", "varchar(10)", "concat('', 10000 + g % 80000)"),
          new Kind("city", "varchar(80)", "case when g % 2 = 0 then 'Nantes' else 'Turku' end"),
          new Kind("ip_address", "varchar(45)", "concat('192.0.2.', g % 250)"),
          new Kind(
              "user_agent",
              "text",
              "'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'"),
          new Kind(
              "body",
              "text",
              "concat('Dear Ada, order ', g, ' is late; please call me back about it.')"),
          new Kind(
              "payload",
              "json",
              "concat('{\"id\": ', g, ', \"mail\": \"ada@example.org\", \"tags\": [1, 2]}')"),
          new Kind(
              "password_hash",
              "varchar(100)",
              "concat('$2b$12$', md5(concat('a', g)), 'abcdefghijklmnopqrstu')"),
          new Kind("token", "varchar(64)", "concat(md5(concat('t', g)), md5(concat('u', g)))"),
          new Kind("reference", "varchar(40)", "concat('REF-', g)"),
          new Kind("label", "varchar(80)", "concat('Blue widget ', g % 40)"),
          new Kind("status", "varchar(20)", "case when g % 4 = 0 then 'open' else 'closed' end"),
          new Kind("amount", "decimal(12,2)", "g * 1.25"),
          new Kind("quantity", "int", "g % 50"),
          new Kind("created_at", "timestamp null", "{lately}"),
          new Kind("updated_at", "timestamp null", "{lately}"),
          new Kind("is_active", "boolean", "g % 2 = 0"),
          new Kind("position", "int", "g % 9"),
          new Kind("comment", "varchar(400)", "case when g % 50 = 0 then 'call again' end"),
          new Kind("closed_at", "timestamp null", "cast(null as {moment})"),
          new Kind("external_id", "bigint", "g * 7919"),
          new Kind("currency", "char(3)", "'EUR'"),
          new Kind("locale", "varchar(5)", "'fr_FR'"),
          new Kind("checksum", "varchar(64)", "md5(concat('c', g))"),
          new Kind("legacy_code", "varchar(30)", "cast(null as char(30))"));

  private WideDatabase() {}

  /** Makes it, and has the server look at its own statistics. */
  static TestDatabase create(TestServer server) {
    TestDatabase database = server.freshDatabase();
    List<String> statements = new ArrayList<>();
    for (int table = 0; table < TABLES; table++) {
      statements.add(table(table));
      statements.add(rows(table, database.engine() == TestDatabase.Engine.POSTGRESQL));
    }
    if (database.engine() == TestDatabase.Engine.POSTGRESQL) {
      statements.add("analyze");
    }
    database.execute(statements.toArray(String[]::new));
    return database;
  }

  private static String name(int table) {
    return THINGS.get(table % THINGS.size()) + PARTS.get(table / THINGS.size());
  }

  private static List<Kind> kinds(int table) {
    List<Kind> kinds = new ArrayList<>();
    for (int column = 0; kinds.size() < COLUMNS - 2; column++) {
      kinds.add(KINDS.get((table * 7 + column) % KINDS.size()));
    }
    return kinds;
  }

  private static String table(int table) {
    StringBuilder columns = new StringBuilder("id int primary key, parent_id int");
    kinds(table).forEach(k -> columns.append(", ").append(k.name()).append(' ').append(k.type()));
    if (table >= THINGS.size()) {
      columns
          .append(", constraint fk_" + table + " foreign key (parent_id) references ")
          .append(name(table % THINGS.size()))
          .append(" (id)");
    }
    return "create table " + name(table) + " (" + columns + ")";
  }

  private static String rows(int table, boolean postgres) {
    int rows = table % LARGE == 0 ? MANY_ROWS : ROWS;
    StringBuilder values = new StringBuilder("g, 1 + g % 250");
    for (Kind kind : kinds(table)) {
      String day =
          postgres
              ? "date '1950-01-01' + interval '1 day' * (g % 18000)"
              : "date '1950-01-01' + interval (g % 18000) day";
      String value =
          kind.value()
              .replace("{day}", day)
              .replace("{lately}", day.replace("1950", "1990"))
              .replace("{moment}", postgres ? "timestamp" : "datetime");
      values
          .append(", ")
          .append(postgres && kind.type().equals("json") ? "cast(" + value + " as json)" : value);
    }
    String from =
        postgres
            ? "generate_series(1, " + rows + ") g"
            : "(select seq as g from seq_1_to_" + rows + ") s";
    return "insert into " + name(table) + " select " + values + " from " + from;
  }
}
