package dev.upheld.duty.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What rules of retention must come to in {@link RetentionShop}, found without any database, row by
 * row. Times are whole days: a row written on a day is past its time once so many days have gone.
 */
final class RetentionOracle {
  static final List<String> TABLES =
      List.of(
          "customer",
          "ticket",
          "message",
          "attachment",
          "invoice",
          "visit",
          "login",
          "contract",
          "contract_archive");

  /** A row: its numbers and days by column. */
  static final class Row {
    final String table;
    final int id;
    final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Row(String table, int id) {
      this.table = table;
      this.id = id;
    }

    Row with(String column, @Nullable Object value) {
      values.put(column, value);
      return this;
    }

    @Nullable LocalDate day(String column) {
      return (LocalDate) values.get(column);
    }

    int number(String column) {
      return values.get(column) instanceof Integer number ? number : -1;
    }

    boolean is(String column) {
      return Boolean.TRUE.equals(values.get(column));
    }
  }

  /** Days each promise allows. */
  record Periods(int accounts, int support, int books, int visits, int logins, int archive) {}

  final Map<String, Map<Integer, Row>> rows = new LinkedHashMap<>();
  private final Periods periods;
  private final Set<Integer> onHold;
  private final BiPredicate<String, Integer> rowsOnHold;
  private LocalDate today = LocalDate.EPOCH;

  /**
   * @param onHold people, by number
   * @param rowsOnHold whether a row is on hold by itself, by table and number
   */
  RetentionOracle(Periods periods, Set<Integer> onHold, BiPredicate<String, Integer> rowsOnHold) {
    this.periods = periods;
    this.onHold = onHold;
    this.rowsOnHold = rowsOnHold;
    TABLES.forEach(t -> rows.put(t, new TreeMap<>()));
  }

  void add(Row row) {
    all(row.table).put(row.id, row);
  }

  Map<Integer, Row> all(String table) {
    return rows.getOrDefault(table, new TreeMap<>());
  }

  private Optional<Row> row(String table, int id) {
    return Optional.ofNullable(all(table).get(id));
  }

  /** Runs the rule of a table on a day. */
  void run(String table, LocalDate day) {
    today = day;
    List<Row> due = all(table).values().stream().filter(this::isPast).toList();
    if (table.equals("login")) {
      due.stream().filter(r -> !isHeld(r)).forEach(r -> r.with("ip", null));
      return;
    }
    Set<Row> going = new LinkedHashSet<>();
    for (Row row : due) {
      Set<Row> with = new LinkedHashSet<>();
      gather(row, with);
      boolean free = with.stream().noneMatch(r -> isHeld(r) || (r != row && isWanted(r)));
      if (free) {
        going.addAll(with);
      }
    }
    for (Row row : going) {
      if (row.table.equals("contract")) {
        Row moved = new Row("contract_archive", row.id);
        moved.values.putAll(row.values);
        all("contract_archive").putIfAbsent(row.id, moved);
      }
    }
    going.forEach(r -> all(r.table).remove(r.id));
  }

  private static boolean over(@Nullable LocalDate day, int period, LocalDate today) {
    return day != null && !day.plusDays(period).isAfter(today);
  }

  /** Whether its own promise wants it gone. */
  private boolean isPast(Row row) {
    return switch (row.table) {
      case "customer" -> over(row.day("left_at"), periods.accounts(), today);
      case "ticket" -> over(row.day("closed_at"), periods.support(), today) && isReleased(row);
      case "invoice" -> over(row.day("closed_on"), periods.books() + 1, today);
      case "visit" -> over(row.day("seen_at"), periods.visits(), today);
      case "login" -> over(row.day("at"), periods.logins(), today) && row.is("ip");
      case "contract" -> over(row.day("ended_at"), 0, today);
      case "contract_archive" -> over(row.day("ended_at"), periods.archive(), today);
      default -> false;
    };
  }

  /** Whether no reason keeps a ticket longer; a day without a time is over when it ends. */
  private boolean isReleased(Row ticket) {
    return !ticket.is("held")
        && (!ticket.is("dispute") || over(ticket.day("settled_at"), 1, today))
        && (!ticket.is("wished")
            || over(ticket.day("closed_at"), RetentionShop.WISHED_DAYS, today));
  }

  /** Whether its own promise still wants it, so that nothing takes it along. */
  private boolean isWanted(Row row) {
    return switch (row.table) {
      case "message" -> row("ticket", row.number("ticket_id")).filter(t -> !isPast(t)).isPresent();
      case "attachment" -> false;
      case "login" -> row.is("ip") && !isPast(row);
      default -> !isPast(row);
    };
  }

  /** Whether it, or its owner, is on hold, by itself or by what it belongs to. */
  private boolean isHeld(Row row) {
    return owners(row, new HashSet<>()).stream().anyMatch(onHold::contains)
        || isOnHold(row, new HashSet<>());
  }

  private boolean isOnHold(Row row, Set<Row> seen) {
    return seen.add(row)
        && (rowsOnHold.test(row.table, row.id)
            || above(row).stream().anyMatch(r -> isOnHold(r, seen)));
  }

  /** The rows it belongs to. */
  private List<Row> above(Row row) {
    List<Row> above = new ArrayList<>();
    switch (row.table) {
      case "customer", "visit" -> {}
      case "message" -> {
        row("customer", row.number("author")).ifPresent(above::add);
        row("ticket", row.number("ticket_id")).ifPresent(above::add);
      }
      case "attachment" -> row("message", row.number("message_id")).ifPresent(above::add);
      case "login" -> row("customer", row.number("who")).ifPresent(above::add);
      default -> row("customer", row.number("customer_id")).ifPresent(above::add);
    }
    return above;
  }

  private Set<Integer> owners(Row row, Set<Row> seen) {
    Set<Integer> owners = new HashSet<>();
    if (!seen.add(row)) {
      return owners;
    }
    switch (row.table) {
      case "customer" -> owners.add(row.id);
      case "message" -> {
        owners.add(row.number("author"));
        row("ticket", row.number("ticket_id")).ifPresent(t -> owners.addAll(owners(t, seen)));
      }
      case "attachment" ->
          row("message", row.number("message_id")).ifPresent(m -> owners.addAll(owners(m, seen)));
      case "login" -> owners.add(row.number("who"));
      case "visit" -> {}
      default -> owners.add(row.number("customer_id"));
    }
    return owners;
  }

  /** The row, and all rows that belong to it. */
  private void gather(Row row, Set<Row> with) {
    if (!with.add(row)) {
      return;
    }
    List<Row> below = new ArrayList<>();
    switch (row.table) {
      case "customer" -> {
        for (String table : List.of("ticket", "invoice", "contract", "contract_archive")) {
          below.addAll(pointing(table, "customer_id", row.id));
        }
        below.addAll(pointing("message", "author", row.id));
        below.addAll(pointing("login", "who", row.id));
      }
      case "ticket" -> below.addAll(pointing("message", "ticket_id", row.id));
      case "message" -> below.addAll(pointing("attachment", "message_id", row.id));
      default -> {}
    }
    below.forEach(r -> gather(r, with));
  }

  private List<Row> pointing(String table, String column, int id) {
    return all(table).values().stream().filter(r -> r.number(column) == id).toList();
  }
}
