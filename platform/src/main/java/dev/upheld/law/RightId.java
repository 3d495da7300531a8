package dev.upheld.law;

import java.util.regex.Pattern;

/**
 * Name of a right as charters and packs write it. The constants are the rights the built-in packs
 * know; a pack of one's own may name more.
 *
 * @param id lower-case words joined by hyphens
 */
public record RightId(String id) implements Comparable<RightId> {
  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  public static final RightId INFORMATION = new RightId("information");
  public static final RightId ACCESS = new RightId("access");
  public static final RightId RECTIFICATION = new RightId("rectification");
  public static final RightId ERASURE = new RightId("erasure");
  public static final RightId RESTRICTION = new RightId("restriction");
  public static final RightId NOTIFY_RECIPIENTS = new RightId("notify-recipients");
  public static final RightId PORTABILITY = new RightId("portability");
  public static final RightId OBJECTION = new RightId("objection");
  public static final RightId OBJECTION_MARKETING = new RightId("objection-marketing");
  public static final RightId AUTOMATED_DECISIONS = new RightId("automated-decisions");
  public static final RightId WITHDRAW_CONSENT = new RightId("withdraw-consent");
  public static final RightId COMPLAINT = new RightId("complaint");
  public static final RightId POST_MORTEM = new RightId("post-mortem");
  public static final RightId MINOR_ERASURE = new RightId("minor-erasure");

  public RightId {
    if (!isId(id)) {
      throw new IllegalArgumentException("a right is named by lower-case words and hyphens");
    }
  }

  /** Whether the text can name a right. */
  public static boolean isId(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public int compareTo(RightId other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }
}
