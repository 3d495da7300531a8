package dev.upheld.duty.retention;

import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** A {@link RetentionShop} whose visits lie in one partition for each month of 2026. */
final class PartitionedVisits {
  static final List<YearMonth> MONTHS =
      java.util.stream.IntStream.rangeClosed(1, 12).mapToObj(m -> YearMonth.of(2026, m)).toList();

  final RetentionShop shop;
  private final TestDatabase database;

  PartitionedVisits(TestDatabase database) {
    this.database = database;
    shop = new RetentionShop(database, TestFolders.create("partitions"));
    shop.remembers();
    shop.charter(
        "keep: {for: 180 days, from: collected, then: delete}",
        "keep: {for: 180 days, from: collected, unless: [{reason: dispute}], then: delete}");
    shop.map(
        "clocks: {collected: seen_at}",
        "subject: {customers: who}\n    clocks: {collected: seen_at}\n"
            + "    exempt: {dispute: {column: dispute, is: true}}");
    shop.map("technical: [id, seen_at]", "technical: [id, seen_at, who, dispute]");
    shop.execute("DROP TABLE visit");
    if (isPostgres()) {
      shop.execute(
          "CREATE TABLE visit (id INT, seen_at TIMESTAMP NOT NULL, ip VARCHAR(40), who INT,"
              + " dispute BOOLEAN NOT NULL DEFAULT FALSE, PRIMARY KEY (id, seen_at))"
              + " PARTITION BY RANGE (seen_at)");
      for (YearMonth month : MONTHS) {
        shop.execute(
            "CREATE TABLE "
                + name(month)
                + " PARTITION OF visit FOR VALUES FROM ('"
                + month.atDay(1)
                + "') TO ('"
                + month.plusMonths(1).atDay(1)
                + "')");
      }
    } else {
      StringBuilder parts = new StringBuilder();
      MONTHS.forEach(
          month ->
              parts.append(
                  "PARTITION "
                      + name(month)
                      + " VALUES LESS THAN ('"
                      + month.plusMonths(1).atDay(1)
                      + "'), "));
      shop.execute(
          "CREATE TABLE visit (id INT, seen_at DATETIME NOT NULL, ip VARCHAR(40), who INT,"
              + " dispute BOOLEAN NOT NULL DEFAULT FALSE, PRIMARY KEY (id, seen_at))"
              + " PARTITION BY RANGE COLUMNS (seen_at) ("
              + parts
              + "PARTITION p_rest VALUES LESS THAN (MAXVALUE))");
    }
  }

  boolean isPostgres() {
    return database.engine() == TestDatabase.Engine.POSTGRESQL;
  }

  static String name(YearMonth month) {
    return "p_" + month.getYear() + "_" + month.getMonthValue();
  }

  static String name(LocalDate day) {
    return name(YearMonth.from(day));
  }

  void visit(int id, LocalDate day, String who, boolean dispute) {
    shop.execute(
        "INSERT INTO visit VALUES ("
            + id
            + ", '"
            + day
            + " 10:00:00', 'x', "
            + who
            + ", "
            + dispute
            + ")");
  }

  List<String> partitions() {
    return shop.column(
        isPostgres()
            ? "SELECT relid::regclass::text FROM pg_partition_tree('visit') WHERE isleaf"
            : "SELECT partition_name FROM information_schema.partitions WHERE table_name = 'visit'"
                + " AND table_schema = DATABASE() AND partition_name <> 'p_rest'");
  }
}
