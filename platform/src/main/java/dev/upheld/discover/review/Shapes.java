package dev.upheld.discover.review;

import dev.upheld.connect.Value;
import dev.upheld.discover.review.Glimpse.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What values look like, without the values: letters become {@code a} or {@code A}, digits {@code
 * 9}, marks of punctuation stay, all else becomes {@code ·}. A form that few values have could tell
 * whose it is, so it is only counted. Each value is masked as it passes and forgotten. Not
 * thread-safe.
 */
final class Shapes implements Consumer<Value> {
  /** A form that fewer values have is not shown. */
  static final int RARE = 3;

  private static final int MOST = 4;
  private static final int LONGEST = 28;
  private static final int LOOKED_AT = 200;
  private static final int RUN = 3;

  private final Map<String, Integer> exact = new LinkedHashMap<>();
  private final Map<String, Integer> coarse = new LinkedHashMap<>();
  private final Map<String, String> coarser = new LinkedHashMap<>();
  private int values;

  @Override
  public void accept(Value value) {
    values++;
    String form =
        switch (value) {
          case Value.Text(var text) -> mask(text);
          case Value.Whole(var number) -> mask(number.toString());
          case Value.Bytes(var bytes) -> "·".repeat(Math.min(bytes.length, LOOKED_AT));
        };
    String rough = rough(form);
    exact.merge(form.length() > LONGEST ? rough : form, 1, Integer::sum);
    coarse.merge(rough, 1, Integer::sum);
    coarser.put(form.length() > LONGEST ? rough : form, rough);
  }

  /** The commonest forms, the rare ones together at the end. */
  List<Shape> shapes() {
    Map<String, Integer> shown = new LinkedHashMap<>();
    exact.forEach(
        (form, n) ->
            shown.merge(n >= RARE ? form : coarser.getOrDefault(form, form), n, Integer::sum));
    List<Shape> forms =
        shown.entrySet().stream()
            .filter(e -> e.getValue() >= RARE)
            .sorted(Comparator.comparingInt(e -> -e.getValue()))
            .limit(MOST)
            .map(e -> new Shape(e.getKey(), e.getValue()))
            .toList();
    int rest = values - forms.stream().mapToInt(Shape::values).sum();
    List<Shape> all = new ArrayList<>(forms);
    if (rest > 0) {
      all.add(new Shape("", rest));
    }
    return all;
  }

  /** One character for each; only the beginning of what is long. */
  static String mask(String text) {
    StringBuilder form = new StringBuilder();
    text.codePoints().limit(LOOKED_AT).forEach(c -> form.append(masked(c)));
    return form.toString();
  }

  private static char masked(int c) {
    if (Character.isDigit(c)) {
      return '9';
    }
    if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
      return Character.isUpperCase(c) ? 'A' : 'a';
    }
    if (Character.isWhitespace(c)) {
      return ' ';
    }
    return c > ' ' && c < 0x7f ? (char) c : '·';
  }

  /** Runs of the same are cut short, and the whole is. */
  static String rough(String form) {
    StringBuilder rough = new StringBuilder();
    int run = 0;
    for (int i = 0; i < form.length(); i++) {
      char c = form.charAt(i);
      run = i > 0 && form.charAt(i - 1) == c ? run + 1 : 1;
      if (run <= RUN) {
        rough.append(c);
      } else if (run == RUN + 1) {
        rough.append('…');
      }
    }
    return rough.length() > LONGEST ? rough.substring(0, LONGEST - 1) + "…" : rough.toString();
  }
}
