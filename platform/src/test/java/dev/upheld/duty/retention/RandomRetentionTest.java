package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.duty.retention.RetentionOracle.Periods;
import dev.upheld.duty.retention.RetentionOracle.Row;
import dev.upheld.register.Holds;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import dev.upheld.testing.TestServer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Any periods, data, holds, batches and order of days and rules: after every run the database holds
 * exactly what an oracle without one says. So no row outlives its time by more than a run, none
 * goes early, no row on hold or of somebody on hold is touched, and running twice changes nothing.
 */
class RandomRetentionTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }
  }

  abstract static class Contract {
    private static final Map<String, List<String>> RULES =
        Map.of(
            "customer", List.of("accounts/keep", "customer"),
            "ticket", List.of("support/keep", "ticket"),
            "invoice", List.of("books/keep", "invoice"),
            "visit", List.of("visits/keep", "visit"),
            "login", List.of("logins/keep", "login"),
            "contract", List.of("contracts/keep", "contract"),
            "contract_archive", List.of("contracts/keep-2", "contract-archive"));

    abstract TestServer server();

    @Test
    void fewShops() {
      shops(2);
    }

    @Test
    @Tag("long")
    void manyShops() {
      shops(60);
    }

    private void shops(int count) {
      Long one = Long.getLong("upheld.seed");
      long first = one == null ? System.nanoTime() : one;
      for (int i = 0; i < (one == null ? count : 1); i++) {
        TestDatabase database = server().freshDatabase();
        try {
          new Life(database, first + i).live();
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError("with -Dupheld.seed=" + (first + i) + ": " + e.getMessage(), e);
        } finally {
          database.drop(server());
        }
      }
    }
  }

  /** A shop over some days. */
  private static final class Life {
    private final Random random;
    private final RetentionShop shop;
    private final RetentionOracle oracle;
    private final OnHold onHold;
    private int next = 1;

    Life(TestDatabase database, long seed) {
      random = new Random(seed);
      shop = new RetentionShop(database, TestFolders.create("random-retention"));
      Periods periods = new Periods(period(), period(), period(), period(), period(), period());
      // first: others may be given 30 days as well
      shop.charter("{for: 30 days,", "{for: " + periods.logins() + " days,");
      shop.charter("{for: 3 years,", "{for: " + periods.accounts() + " days,");
      shop.charter("{for: 1 year,", "{for: " + periods.support() + " days,");
      shop.charter("basis: {is: legal-obligation, law: fr/FR-ACCOUNTING}", "basis: contract");
      shop.charter(", law: fr/FR-LCEN-1,", ",");
      shop.charter("{for: 10 years,", "{for: " + periods.books() + " days,");
      shop.charter("{for: 180 days,", "{for: " + periods.visits() + " days,");
      shop.charter("for: 5 years,", "for: " + periods.archive() + " days,");
      shop.datedReasons();
      Set<Integer> held = new TreeSet<>();
      for (int id = 1; id < 40; id++) {
        if (random.nextInt(5) == 0) {
          held.add(id);
        }
      }
      List<Held> rows = Stream.generate(this::held).limit(random.nextInt(4)).toList();
      oracle =
          new RetentionOracle(
              periods, held, (table, id) -> rows.stream().anyMatch(r -> r.covers(table, id)));
      onHold =
          new OnHold(
              held.stream().map(String::valueOf).collect(Collectors.toSet()),
              rows.stream().map(Held::hold).toList());
    }

    /** A hold of rows, and the rows it is about. */
    private record Held(Holds.Hold hold, String table, int from, int to) {
      boolean covers(String of, int id) {
        return of.equals(table) && id >= from && id <= to;
      }
    }

    /** Of an activity with one place, a range or one row. */
    private Held held() {
      List<String> tables =
          List.of("customer", "ticket", "message", "invoice", "visit", "login", "contract");
      String table = tables.get(random.nextInt(tables.size()));
      int from = 1 + random.nextInt(60);
      return switch (random.nextInt(5)) {
        case 0 -> new Held(RowHolds.activity("visits", "visit"), "visit", 0, Integer.MAX_VALUE);
        case 1, 2 -> {
          int to = from + random.nextInt(20);
          yield new Held(RowHolds.range(table, from, to), table, from, to);
        }
        default -> new Held(RowHolds.row(table, from), table, from, from);
      };
    }

    private int period() {
      return 1 + random.nextInt(40);
    }

    void live() {
      LocalDate day = FIRST;
      for (int i = 0; i < 3; i++) {
        day = day.plusDays(1 + random.nextInt(40));
        write(day);
        List<String> order = new ArrayList<>(new TreeSet<>(Contract.RULES.keySet()));
        Collections.shuffle(order, random);
        for (String table : order) {
          run(table, day);
          oracle.run(table, day);
          compare(day + " " + table);
        }
        Collections.shuffle(order, random);
      }
      settle(day);
    }

    /** Once nothing changes any more, running again changes nothing. */
    private void settle(LocalDate day) {
      List<String> order = new ArrayList<>(new TreeSet<>(Contract.RULES.keySet()));
      for (int i = 0; i < 2; i++) {
        for (String table : order) {
          run(table, day);
          oracle.run(table, day);
        }
        compare(day + " again");
      }
      for (String table : order) {
        List<String> rule = Contract.RULES.getOrDefault(table, List.of());
        Instant now = at(day, 12);
        assertThat(
                shop.run(
                        rule.get(0),
                        rule.get(1),
                        new RetentionShop.Way(onHold, RetentionShop::open, 5, now))
                    .touched())
            .isZero();
      }
    }

    private void run(String table, LocalDate day) {
      List<String> rule = Contract.RULES.getOrDefault(table, List.of());
      shop.run(
          rule.get(0),
          rule.get(1),
          new RetentionShop.Way(onHold, RetentionShop::open, 1 + random.nextInt(8), at(day, 12)));
    }

    private static Instant at(LocalDate day, int hour) {
      return day.atTime(LocalTime.of(hour, 0)).toInstant(ZoneOffset.UTC);
    }

    private void compare(String when) {
      for (String table : RetentionOracle.TABLES) {
        assertThat(shop.ids(table))
            .as(table + ", " + when)
            .containsExactlyElementsOf(
                oracle.all(table).keySet().stream().map(String::valueOf).toList());
      }
      assertThat(shop.column("SELECT id FROM login WHERE ip IS NOT NULL ORDER BY id"))
          .as("fields, " + when)
          .containsExactlyElementsOf(
              oracle.all("login").values().stream()
                  .filter(r -> r.is("ip"))
                  .map(r -> String.valueOf(r.id))
                  .toList());
    }

    private @Nullable LocalDate day(LocalDate around) {
      return random.nextInt(4) == 0 ? null : around.minusDays(random.nextInt(80) - 10L);
    }

    private LocalDate sure(LocalDate around) {
      return around.minusDays(random.nextInt(80));
    }

    private int some(String table) {
      List<Integer> ids = List.copyOf(oracle.all(table).keySet());
      return ids.isEmpty() ? -1 : ids.get(random.nextInt(ids.size()));
    }

    private void write(LocalDate day) {
      many(6, id -> new Row("customer", id).with("left_at", day(day)));
      if (oracle.all("customer").isEmpty()) {
        return;
      }
      many(
          8,
          id ->
              new Row("ticket", id)
                  .with("customer_id", some("customer"))
                  .with("closed_at", day(day))
                  .with("dispute", random.nextInt(3) == 0)
                  .with("settled_at", day(day))
                  .with("held", random.nextInt(8) == 0)
                  .with("wished", random.nextInt(4) == 0));
      if (!oracle.all("ticket").isEmpty()) {
        many(
            8,
            id ->
                new Row("message", id)
                    .with("ticket_id", some("ticket"))
                    .with("author", random.nextBoolean() ? null : some("customer")));
      }
      if (!oracle.all("message").isEmpty()) {
        many(4, id -> new Row("attachment", id).with("message_id", some("message")));
      }
      many(
          3,
          id ->
              new Row("invoice", id)
                  .with("customer_id", some("customer"))
                  .with("closed_on", day(day)));
      many(12, id -> new Row("visit", id).with("seen_at", day(day)));
      many(
          6,
          id ->
              new Row("login", id)
                  .with("at", sure(day))
                  .with("who", random.nextBoolean() ? null : some("customer"))
                  .with("ip", true));
      many(
          3,
          id ->
              new Row("contract", id)
                  .with("customer_id", some("customer"))
                  .with("ended_at", day(day)));
    }

    private void many(int most, java.util.function.IntFunction<Row> row) {
      IntStream.range(0, random.nextInt(most + 1)).forEach(_ -> write(row.apply(next++)));
    }

    private void write(Row row) {
      oracle.add(row);
      String extra =
          switch (row.table) {
            case "customer" -> ", email";
            case "invoice" -> ", billed_to";
            default -> "";
          };
      String columns = String.join(", ", row.values.keySet());
      String values =
          row.values.entrySet().stream()
              .map(e -> value(e.getKey(), e.getValue()))
              .collect(Collectors.joining(", "));
      shop.execute(
          "INSERT INTO "
              + row.table
              + " (id, "
              + columns
              + extra
              + ") VALUES ("
              + row.id
              + ", "
              + values
              + (extra.isEmpty() ? "" : ", 'x" + row.id + "@x.example'")
              + ")");
    }

    private static String value(String column, @Nullable Object value) {
      return switch (value) {
        case null -> "NULL";
        case LocalDate day when column.equals("closed_on") -> "'" + day + "'";
        case LocalDate day -> "'" + day + " 03:00:00'";
        case Boolean yes when column.equals("ip") -> "'1.2.3.4'";
        default -> String.valueOf(value);
      };
    }
  }
}
