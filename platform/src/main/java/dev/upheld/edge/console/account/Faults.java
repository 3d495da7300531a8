package dev.upheld.edge.console.account;

import dev.upheld.access.PasswordRules;
import dev.upheld.access.PasswordRules.Weakness;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import java.util.regex.Pattern;

/** What can be wrong in the forms of this package. */
final class Faults {
  /** Enough to catch a slip; whether it exists only the mail tells. No blanks, no line ends. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

  private static final int LONGEST_ADDRESS = 254;

  private Faults() {}

  static boolean isAddress(String text) {
    return text.strip().length() <= LONGEST_ADDRESS && ADDRESS.matcher(text.strip()).matches();
  }

  static FieldError of(Weakness weakness) {
    return switch (weakness) {
      case TOO_SHORT -> FieldError.of(Fault.TOO_SHORT, PasswordRules.SHORTEST);
      case TOO_LONG -> FieldError.of(Fault.TOO_LONG, PasswordRules.LONGEST);
      case COMMON, SIMPLE, PERSONAL -> FieldError.of(Fault.PASSWORD_COMMON);
    };
  }
}
