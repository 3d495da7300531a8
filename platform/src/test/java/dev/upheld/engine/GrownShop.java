package dev.upheld.engine;

import dev.upheld.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gives the person of a {@link ShopFixture} hundreds of rows, hanging together in all its ways. */
final class GrownShop {
  private GrownShop() {}

  /** Into a shop that is as it was at first. */
  static void grow(TestDatabase database) {
    List<String> all = new ArrayList<>();
    all.add(
        rows(
            "orders",
            250,
            i ->
                "(%d, 1, %s, 100, 'order %d')".formatted(5000 + i, i % 3 == 0 ? "10" : "NULL", i)));
    all.add(rows("order_line", 250, i -> "(%d, 1, 'lamp')".formatted(5000 + i)));
    all.add(rows("order_line", 250, i -> "(%d, 2, 'desk')".formatted(5000 + i)));
    all.add(
        rows(
            "message",
            300,
            i ->
                "(%d, 1, %s, 'anna writes')"
                    .formatted(5000 + i, i == 0 ? "1" : String.valueOf(5000 + i / 2))));
    all.add(
        rows(
            "message", 20, i -> "(%d, 2, %d, 'bruno answers')".formatted(6000 + i, 5000 + 10 * i)));
    all.add(
        rows(
            "review",
            150,
            i ->
                "(%d, 1, 'anna%d', 'Anna likes it', '{\"mail\": \"anna.martin@example.org\", \"stars\": %d}')"
                    .formatted(5000 + i, 5000 + i, i % 5)));
    all.add(rows("login_token", 120, i -> "('tok-%d', 1)".formatted(i)));
    all.add(rows("token_use", 120, i -> "(%d, 'tok-%d')".formatted(5000 + i, i)));
    all.add(
        rows(
            "callback",
            130,
            i ->
                "(%d, %s, 'anna.martin@example.org', 'call')"
                    .formatted(5000 + i, i % 2 == 0 ? "NULL" : "2")));
    all.add(rows("note", 130, i -> "(%d, 'customer', 1, 'Anna again')".formatted(5000 + i)));
    database.execute(all.toArray(String[]::new));
  }

  private static String rows(String table, int many, IntFunction<String> row) {
    return "INSERT INTO "
        + table
        + " VALUES "
        + IntStream.range(0, many).mapToObj(row).collect(Collectors.joining(", "));
  }
}
