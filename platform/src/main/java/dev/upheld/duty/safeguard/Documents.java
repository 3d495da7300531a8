package dev.upheld.duty.safeguard;

import dev.upheld.connect.Value;
import dev.upheld.datamap.values.JsonWalk.Kind;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Values as documents, and what stands in documents as values. */
final class Documents {
  /** Numbers that a column of whole numbers could hold. */
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");

  private Documents() {}

  /** A value out of a document, as a column would hold it. */
  static Value value(Kind kind, String text) {
    return kind == Kind.NUMBER && WHOLE.matcher(text).matches()
        ? new Value.Whole(new BigInteger(text))
        : new Value.Text(text);
  }
}
