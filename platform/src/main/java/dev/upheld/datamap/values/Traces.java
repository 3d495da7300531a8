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
  private static final Pattern VAT =
      Pattern.compile(
          "ATU[0-9]{8}|BE[01][0-9]{9}|DE[0-9]{9}|ES[A-Z0-9][0-9]{7}[A-Z0-9]|FI[0-9]{8}|FR[A-Z0-9]{2}[0-9]{9}"
              + "|IT[0-9]{11}|LU[0-9]{8}|NL[0-9]{9}B[0-9]{2}|PL[0-9]{10}|PT[0-9]{9}|SE[0-9]{12}|IE[0-9][A-Z0-9][0-9]{5}[A-Z]{1,2}"
              + "|GB[0-9]{9}|DK[0-9]{8}|CZ[0-9]{8,10}|EL[0-9]{9}|HU[0-9]{8}|RO[0-9]{4,10}|SK[0-9]{10}");

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

  /** The shape of a VAT number of a European country. */
  public static boolean isVat(String text) {
    boolean country = text.length() > 4 && text.charAt(0) >= 'A' && text.charAt(1) >= 'A';
    return country
        && text.length() < 20
        && VAT.matcher(text.strip().replaceAll("[ .-]", "")).matches();
  }
}
