package dev.upheld.connect.act;

import java.util.List;

/**
 * Values a column may have for its row to be meant. Values are personal data: they travel as
 * parameters, and print as nothing.
 *
 * @param folded whether small and capital letters and blanks around are the same, as in mail
 *     addresses; needs a look at every row where the system has no such index
 */
public record Match(String column, List<String> values, boolean folded) {
  public Match {
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    return column + " is one of " + values.size();
  }
}
