package dev.upheld.connect.sql.act;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Reads values out of the text of a check that a row might meet it with: the words it names, the
 * numbers it names and their neighbours, texts as long as a number it names. A guess: the database
 * decides.
 */
public final class Hints {
  private static final Pattern QUOTED = Pattern.compile("'((?:[^']|'')*)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])-?\\d{1,9}(?:\\.\\d{1,4})?");
  private static final int LONGEST = 64;
  private static final int MOST = 24;

  private Hints() {}

  /** The words between quotation marks. */
  public static List<String> quoted(String text) {
    return QUOTED
        .matcher(text)
        .results()
        .map(m -> m.group(1).replace("''", "'"))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Everything that a check's text suggests. */
  public static List<String> of(String check) {
    Set<String> all = new LinkedHashSet<>(quoted(check));
    List<BigDecimal> numbers = new ArrayList<>();
    NUMBER
        .matcher(QUOTED.matcher(check).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .map(BigDecimal::new)
        .distinct()
        .forEach(numbers::add);
    for (BigDecimal number : numbers) {
      all.add(number.toPlainString());
      all.add(number.add(BigDecimal.ONE).toPlainString());
      all.add(number.subtract(BigDecimal.ONE).toPlainString());
    }
    QUOTED
        .matcher(check)
        .results()
        .flatMap(m -> NUMBER.matcher(m.group(1)).results())
        .map(m -> new BigDecimal(m.group()))
        .forEach(numbers::add);
    for (BigDecimal number : numbers) {
      if (number.signum() > 0 && number.compareTo(BigDecimal.valueOf(LONGEST)) <= 0) {
        all.add("X".repeat(number.intValue()));
        all.add("0".repeat(number.intValue()));
      }
    }
    return all.stream().limit(MOST).toList();
  }
}
