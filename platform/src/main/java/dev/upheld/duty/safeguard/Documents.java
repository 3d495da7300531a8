package dev.upheld.duty.safeguard;

import dev.upheld.connect.Value;
import dev.upheld.datamap.values.JsonWalk.Kind;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Values as documents, and what stands in documents as values. */
final class Documents {
  /** Numbers that a column of whole numbers could hold. */
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,40}");

  private Documents() {}

  /** The text that a value may be a document in. */
  static String text(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Whole(var number) -> number.toString();
      case Value.Bytes(var bytes) -> new String(bytes, StandardCharsets.UTF_8);
    };
  }

  /** A value out of a document, as a column would hold it. */
  static Value value(Kind kind, String text) {
    return kind == Kind.NUMBER && WHOLE.matcher(text).matches()
        ? new Value.Whole(new BigInteger(text))
        : new Value.Text(text);
  }
}
