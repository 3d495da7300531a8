package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.connect.Clues;
import dev.upheld.connect.Coarse;
import dev.upheld.connect.Value;
import dev.upheld.datamap.values.CardNumber;
import dev.upheld.datamap.values.HalfIp;
import dev.upheld.datamap.values.Iban;
import dev.upheld.datamap.values.PasswordHash;
import dev.upheld.duty.safeguard.ValueTest.Grade;
import java.util.regex.Pattern;

/** The exact tests this duty needs. */
final class ValueTests {
  private ValueTests() {}

  /** A test for values that have not the promised form. */
  static ValueTest notOf(ValueForm form) {
    return new ValueTest(
        form.id(),
        switch (form) {
          case ValueForm.HalfIp h -> ValueTests::halfIp;
          case ValueForm.PasswordHash p -> ValueTests::passwordHash;
          case ValueForm.Matching matching -> {
            Pattern pattern = Pattern.compile(matching.regex());
            yield v -> pattern.matcher(Clues.text(v)).matches() ? Grade.FINE : Grade.BAD;
          }
        });
  }

  /** The pattern that leaves out most values that have the form. */
  static Coarse coarse(ValueForm form) {
    return switch (form) {
      case ValueForm.HalfIp h -> Coarse.NOT_HALF_IP;
      case ValueForm.PasswordHash p -> Coarse.NOT_PASSWORD_HASH;
      case ValueForm.Matching m -> Coarse.ANYTHING;
    };
  }

  /** A test for values that must be nowhere. */
  static ValueTest of(Forbidden what) {
    return new ValueTest(
        what.name(),
        switch (what) {
          case CARD_NUMBER -> ValueTests::cardNumber;
          case IBAN -> v -> Iban.isIn(Clues.text(v)) ? Grade.BAD : Grade.FINE;
        });
  }

  static Coarse coarse(Forbidden what) {
    return switch (what) {
      case CARD_NUMBER -> Coarse.CARD_LIKE;
      case IBAN -> Coarse.IBAN_LIKE;
    };
  }

  private static Grade halfIp(Value value) {
    HalfIp.Finding finding =
        switch (value) {
          case Value.Text(var text) -> HalfIp.ofText(text);
          case Value.Whole(var number) -> HalfIp.ofWhole(number);
          case Value.Bytes(var bytes) -> HalfIp.ofBytes(bytes);
        };
    return finding.holds() ? Grade.FINE : Grade.BAD;
  }

  private static Grade passwordHash(Value value) {
    PasswordHash.Found found =
        switch (value) {
          case Value.Text(var text) -> PasswordHash.ofText(text);
          case Value.Whole(var number) -> PasswordHash.ofText(number.toString());
          case Value.Bytes(var bytes) -> PasswordHash.ofBytes(bytes);
        };
    return switch (found.strength()) {
      case NONE, SLOW_SALTED -> Grade.FINE;
      case FAST_SALTED -> Grade.DOUBTFUL;
      case UNSALTED, PLAIN -> Grade.BAD;
    };
  }

  private static Grade cardNumber(Value value) {
    CardNumber.Sighting sighting =
        switch (value) {
          case Value.Text(var text) -> CardNumber.inText(text);
          case Value.Whole(var number) -> CardNumber.inWhole(number);
          case Value.Bytes(var bytes) -> CardNumber.inBytes(bytes);
        };
    return switch (sighting) {
      case NONE -> Grade.FINE;
      case TEST -> Grade.LISTED;
      case REAL -> Grade.BAD;
    };
  }
}
