package dev.upheld.edge.console.view;

import java.util.List;

/**
 * Why a field was not accepted. The words come from the message files.
 *
 * @param fault what is wrong
 * @param with what the words speak of, in order: the least length, the minutes to wait; empty for
 *     most
 */
public record FieldError(Fault fault, List<String> with) {
  /** The key under which a form carries what is wrong with it as a whole. */
  public static final String FORM = "form";

  public FieldError {
    with = List.copyOf(with);
  }

  /** A fault that needs no more words. */
  public static FieldError of(Fault fault) {
    return new FieldError(fault, List.of());
  }

  /** A fault with a number in its words. */
  public static FieldError of(Fault fault, long number) {
    return new FieldError(fault, List.of(Long.toString(number)));
  }

  /** What can be wrong. */
  public enum Fault {
    /** Nothing was entered. */
    REQUIRED,
    /** Longer than {0} characters. */
    TOO_LONG,
    /** Shorter than {0} characters. */
    TOO_SHORT,
    /** Not an e-mail address. */
    NOT_AN_ADDRESS,
    /** Address and password do not fit; never says which. */
    WRONG_SIGN_IN,
    /** The code is wrong or was used already. */
    WRONG_CODE,
    /** The present password is wrong. */
    WRONG_PASSWORD,
    /** Too many attempts; wait {0} minutes. */
    LOCKED,
    /** The password is among those everybody tries, or holds the own name or address. */
    PASSWORD_COMMON,
    /** The two entries differ. */
    NOT_THE_SAME,
    /** Somebody has that address already. */
    TAKEN,
    /** Not a date. */
    NOT_A_DATE,
    /** The date is past. */
    PAST,
    /** The date is more than {0} days ahead. */
    TOO_FAR,
    /** Not one of the choices. */
    UNKNOWN_CHOICE,
    /** Not a SHA-256 digest. */
    NOT_A_DIGEST,
    /** The form was open too long or was sent twice; nothing was done. */
    STALE
  }
}
