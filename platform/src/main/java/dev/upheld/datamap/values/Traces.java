package dev.upheld.datamap.values;

import java.util.regex.Pattern;

/** What devices leave behind: hardware addresses, user agents, positions, keys and tokens. */
public final class Traces {
  private static final Pattern MAC =
      Pattern.compile(
          "(?:\\p{XDigit}{2}[:-]){5}\\p{XDigit}{2}|(?:\\p{XDigit}{4}\\.){2}\\p{XDigit}{4}");
  private static final Pattern AGENT =
      Pattern.compile(
          "(?s)Mozilla/[0-9]\\.[0-9] .{5,}|(?:Dalvik|okhttp|curl|Opera|Wget|python-requests|PostmanRuntime"
              + "|Go-http-client|Java|Apache-HttpClient|CFNetwork)/[0-9].{0,200}");
  private static final Pattern POSITION =
      Pattern.compile(
          "\\(?(?:POINT ?\\()? ?-?[0-9]{1,3}\\.[0-9]{3,} ?[, ;] ?-?[0-9]{1,3}\\.[0-9]{3,} ?\\)?");
  private static final Pattern SECRET =
      Pattern.compile(
          "(?s)eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\..*|gh[pousr]_[A-Za-z0-9]{20,}|sk_(?:live|test)_.{10,}"
              + "|xox[abprs]-.{10,}|AKIA[A-Z0-9]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----.*|glpat-.{15,}");

  private Traces() {}

  /** Six octets with colons or dashes, or three groups with dots. */
  public static boolean isMac(String text) {
    return text.length() >= 14 && text.length() < 24 && MAC.matcher(text.strip()).matches();
  }

  /** What browsers and programs call themselves. */
  public static boolean isUserAgent(String text) {
    return AGENT.matcher(text.strip()).matches();
  }

  /** Latitude and longitude with three decimals or more: a hundred metres. */
  public static boolean isPosition(String text) {
    return text.length() < 60 && text.indexOf('.') > 0 && POSITION.matcher(text.strip()).matches();
  }

  /** Tokens and private keys that carry their own mark. */
  public static boolean isSecret(String text) {
    return SECRET.matcher(text.strip()).matches();
  }
}
