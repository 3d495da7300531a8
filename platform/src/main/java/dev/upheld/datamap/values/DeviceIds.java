package dev.upheld.datamap.values;

import java.util.regex.Pattern;

/**
 * Ids by which devices and browsers are known again and which carry their own mark: cookies of
 * measuring and advertising, tokens for messages to telephones, and IMEI numbers, which have a
 * check digit. Advertising ids that are plain UUIDs have none; only a column's name can tell them.
 */
public final class DeviceIds {
  private static final int LONGEST = 300;
  private static final Pattern MARKED =
      Pattern.compile(
          "GA1\\.[0-9]\\.[0-9]{6,10}\\.[0-9]{10}|GS[12]\\.[0-9]\\..{10,}|fb\\.[0-9]\\.[0-9]{13}\\.[A-Za-z0-9_-]{8,}"
              + "|[A-Za-z0-9_-]{11,}:APA91b[A-Za-z0-9_-]{100,}|ExponentPushToken\\[[A-Za-z0-9_-]{15,}\\]"
              + "|amp-[A-Za-z0-9_-]{20,}");

  /** 15 digits, of which the first two say who gave the number out. */
  private static final Pattern IMEI =
      Pattern.compile("(?:01|35|44|45|49|5[0-4]|86|91|98|99)[0-9]{13}");

  private DeviceIds() {}

  /** Whether the whole text, blanks around it aside, is one. */
  public static boolean isOne(String text) {
    if (text.length() < 15 || text.length() > LONGEST) {
      return false;
    }
    String bare = text.strip();
    return MARKED.matcher(bare).matches() || isImei(bare.replaceAll("[ /-]", ""));
  }

  private static boolean isImei(String text) {
    return IMEI.matcher(text).matches() && CheckDigits.isLuhn(text);
  }
}
