package dev.upheld.testing.score;

import java.util.ArrayList;
import java.util.List;

/**
 * What a person said of each column of a database, read from lines of table, column and category
 * with tabs between them.
 */
public record Truth(List<Row> rows) {
  public Truth {
    rows = List.copyOf(rows);
  }

  /**
   * One column.
   *
   * @param table with or without schema
   * @param category a term of the Data Privacy Vocabulary or a short name; empty means not personal
   */
  public record Row(String table, String column, String category) {
    /** Whether the column holds personal data. */
    public boolean personal() {
      return !category.isEmpty();
    }
  }

  /**
   * Reads the text of a file. A first line that names the columns, empty lines, and lines that
   * begin with {@code #} are passed over.
   *
   * @throws IllegalArgumentException naming the line that has no table and column
   */
  public static Truth parse(String text) {
    List<Row> rows = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).startsWith("\ufeff") ? lines.get(i).substring(1) : lines.get(i);
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] parts = line.split("\t", -1);
      if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new IllegalArgumentException(
            "line %d has no table and column with a tab between them".formatted(i + 1));
      }
      boolean heading =
          rows.isEmpty() && parts[0].equalsIgnoreCase("table") && parts[1].equals("column");
      if (!heading) {
        rows.add(new Row(parts[0].strip(), parts[1], parts.length < 3 ? "" : parts[2].strip()));
      }
    }
    return new Truth(rows);
  }
}
