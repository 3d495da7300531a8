package dev.upheld.kernel;

import java.util.regex.Pattern;

/**
 * The one form in which files and settings give a mail address: bare, without a name, a comment or
 * a second address. Narrower than RFC 5321 allows, so that whatever fits can be mailed to.
 */
public final class MailAddress {
  /** As a regular expression, lengths included; of JSON Schemas as well. */
  public static final String FORM =
      "(?=.{3,254}$)(?=[^@]{1,64}@)"
          + "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+([.][A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
          + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
          + "([.][A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /** Longer texts are not even tried. */
  private static final int LONGEST = 254;

  private MailAddress() {}

  /** Whether the text is such an address and nothing else. */
  public static boolean fits(String text) {
    return text.length() <= LONGEST && PATTERN.matcher(text).matches();
  }
}
