package dev.upheld.connect.act;

import java.util.List;

/**
 * What a column holds before it is corrected. Values are personal data: they travel as parameters,
 * and print as nothing.
 *
 * @param any one of these, letters' size and blanks around aside; empty means whatever it holds
 * @param becomes rows that have exactly this already are not meant
 */
public record Was(List<String> any, String becomes) {
  public Was {
    any = List.copyOf(any);
  }

  @Override
  public String toString() {
    return "Was[" + any.size() + "]";
  }
}
