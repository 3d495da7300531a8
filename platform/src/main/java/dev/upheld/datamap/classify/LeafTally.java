package dev.upheld.datamap.classify;

import dev.upheld.datamap.values.JsonWalk.Kind;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the values of one part of a column look like, and of which family they are. */
final class LeafTally {
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.{0,20}");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}");

  private final ValueTally values = new ValueTally();
  private int texts;
  private int days;
  private int moments;
  private int uuids;
  private int wholes;
  private int fractions;
  private int flags;

  void add(Kind kind, String text) {
    switch (kind) {
      case TEXT -> text(text);
      case NUMBER -> number(text);
      case FLAG -> flags++;
      case NULL -> {}
    }
  }

  private void text(String text) {
    texts++;
    days += DAY.matcher(text).matches() ? 1 : 0;
    uuids += UUID.matcher(text).matches() ? 1 : 0;
    if (MOMENT.matcher(text).matches()) {
      moments++;
    } else {
      values.text(text);
    }
  }

  private void number(String text) {
    if (WHOLE.matcher(text).matches()) {
      wholes++;
      values.whole(new BigInteger(text));
    } else {
      fractions++;
    }
  }

  boolean isEmpty() {
    return texts + wholes + fractions + flags == 0;
  }

  TypeFamily family() {
    int numbers = wholes + fractions;
    if (texts > 0) {
      boolean pure = numbers + flags == 0;
      return pure && moments == texts
          ? TypeFamily.TIMESTAMP
          : pure && days == texts
              ? TypeFamily.DATE
              : pure && uuids == texts ? TypeFamily.UUID : TypeFamily.TEXT;
    }
    if (numbers > 0) {
      return fractions > 0 ? TypeFamily.DECIMAL : TypeFamily.WHOLE;
    }
    return flags > 0 ? TypeFamily.BOOLEAN : TypeFamily.TEXT;
  }

  /** By a name in a table, and the values. */
  Judgement judge(String table, String name, TableContext context, LocalDate today) {
    ColumnFacts facts =
        new ColumnFacts(table, name, family(), Optional.empty(), Optional.empty(), false, context);
    return values.count() == 0 ? Classifier.judge(facts) : Classifier.judge(facts, values, today);
  }
}
