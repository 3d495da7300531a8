package dev.upheld.charter.promise;

import java.util.Locale;

/** The part of Upheld that keeps one family of promises. */
public enum Duty {
  REQUEST,
  RETENTION,
  CONSENT,
  AUDIENCE,
  SECURITYLOG,
  NOTICE,
  SUPPLIER,
  RESIDENCY,
  SAFEGUARD,
  BREACH,
  RISK;

  /** As written in files and output: {@code retention}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
