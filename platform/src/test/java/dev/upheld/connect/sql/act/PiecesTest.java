package dev.upheld.connect.sql.act;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** However long rows are, what is fetched of them at once fits into a few megabytes. */
class PiecesTest {
  private static final int MEGABYTE = 1 << 20;

  /** A result that fetches as it is told, and knows how much it held at most. */
  private static final class Fetching {
    private final int rows;
    private final IntUnaryOperator length;
    private int piece = Pieces.FIRST;
    private int at;
    private int fetched;
    private int round;
    private long most;

    Fetching(int rows, IntUnaryOperator length) {
      this.rows = rows;
      this.length = length;
    }

    private boolean next() {
      at++;
      if (at > fetched && at <= rows) {
        int last = Math.min(rows, fetched + piece);
        long held = 0;
        for (int i = fetched; i < last; i++) {
          held += length.applyAsInt(i);
        }
        most = Math.max(most, held);
        fetched = last;
        round++;
      }
      return at <= rows;
    }

    ResultSet result() {
      return (ResultSet)
          Proxy.newProxyInstance(
              ResultSet.class.getClassLoader(),
              new Class<?>[] {ResultSet.class},
              (_, method, args) ->
                  switch (method.getName()) {
                    case "next" -> next();
                    case "getString" -> "x".repeat(length.applyAsInt(at - 1));
                    case "getInt" -> 0;
                    case "setFetchSize" -> {
                      piece = (Integer) args[0];
                      yield null;
                    }
                    default -> throw new SQLException(method.getName());
                  });
    }
  }

  private static Column column(Optional<Integer> length) {
    return new Column("words", Description.Type.TEXT, "text", length, true, Optional.empty(), true);
  }

  private static Fetching read(int rows, Optional<Integer> longest, IntUnaryOperator length)
      throws SQLException {
    Fetching fetching = new Fetching(rows, length);
    int[] seen = {0};
    Pieces.read(fetching.result(), List.of(column(longest)), (_, _) -> seen[0]++);
    assertThat(seen[0]).isEqualTo(rows);
    return fetching;
  }

  @Test
  void rowsOfAMegabyteComeAFewAtATime() throws SQLException {
    assertThat(read(200, Optional.empty(), _ -> MEGABYTE).most).isLessThan(9L * MEGABYTE);
  }

  @Test
  void shortRowsComeManyAtATime() throws SQLException {
    assertThat(read(20_000, Optional.of(200), _ -> 100).round).isLessThan(40);
  }

  @Test
  void whereRowsMayBeOfAnyLengthTheNextMayBeLong() throws SQLException {
    long most = read(5_000, Optional.empty(), i -> i < 4_000 ? 20 : MEGABYTE / 4).most;
    assertThat(most).isLessThan(20L * MEGABYTE);
  }

  @Test
  void oneLongRowDoesNotMakeAllThatFollowSlow() throws SQLException {
    assertThat(read(5_000, Optional.empty(), i -> i == 100 ? MEGABYTE * 3 : 50).round)
        .isLessThan(160);
  }
}
