package dev.upheld.edge.console;

import dev.upheld.duty.retention.Outlook.Age;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows by how far the end of their time lies away, as columns: what is past its time stands left of
 * the line, what goes next right of it. The height is the square root of the number, so that few
 * rows beside millions are still seen; the numbers stand in a table below.
 *
 * @param columns in order of time
 * @param line where the limit stands
 */
public record AgePicture(List<Column> columns, int line) {
  /** Units from left to right. */
  public static final int WIDTH = 600;

  public static final int HEIGHT = 100;

  private static final int GAP = 6;
  private static final int LEAST = 4;

  public AgePicture {
    columns = List.copyOf(columns);
  }

  /** One column. */
  public record Column(Age age, long rows, int x, int y, int width, int height) {}

  /** Draws it. */
  public static AgePicture of(Map<Age, Long> ages) {
    int width = WIDTH / Age.values().length;
    double most = Math.sqrt((double) ages.values().stream().mapToLong(n -> n).max().orElse(0));
    List<Column> columns = new ArrayList<>();
    int line = 0;
    for (Age age : Age.values()) {
      long rows = ages.getOrDefault(age, 0L);
      int height =
          rows == 0
              ? 0
              : Math.max(LEAST, (int) Math.round(Math.sqrt((double) rows) / most * HEIGHT));
      int x = columns.size() * width;
      columns.add(new Column(age, rows, x + GAP / 2, HEIGHT - height, width - GAP, height));
      line = age.isOver() ? x + width : line;
    }
    return new AgePicture(columns, line);
  }

  /** The class of a column in the style sheet. */
  public static String css(Age age) {
    return age.isOver() ? "over" : age == Age.WEEK ? "soon" : "held";
  }

  /** All rows of a part. */
  public static long sum(Map<Age, Long> ages, boolean over) {
    return ages.entrySet().stream()
        .filter(e -> e.getKey().isOver() == over)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
