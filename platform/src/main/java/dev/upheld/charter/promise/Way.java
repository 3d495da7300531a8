package dev.upheld.charter.promise;

import java.util.Locale;

/** How a promise is proved. What can be probed must not be merely attested. */
public enum Way {
  /** Measured in the company's real systems. */
  PROBE,
  /** Done by Upheld itself and recorded. */
  ACT,
  /** Confirmed by a person with a document and an expiry, because no program can see it. */
  ATTEST;

  /** As written in files and output: {@code probe}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
