package dev.upheld.connect;

/**
 * A pattern the system itself can apply to every row, so that few values travel. A connector may
 * let too much through, never too little: for every value the exact test calls a hit, the coarse
 * pattern must have kept the row. The contract test holds each connector to that.
 */
public enum Coarse {
  /** Every non-null value. */
  ANYTHING,
  /** Not certainly a half IP address (see {@code ValueForm.HalfIp}). */
  NOT_HALF_IP,
  /** Not certainly a recognised salted password hash. */
  NOT_PASSWORD_HASH,
  /** Holds 12 to 19 digits, spaces, dots or dashes between them allowed: may be a card number. */
  CARD_LIKE,
  /** May hold an IBAN: two letters, two digits, eleven or more letters or digits. */
  IBAN_LIKE,
  /** May hold one of the marks that a single value proves: a mail address, an IBAN, a card. */
  IDENTIFYING
}
