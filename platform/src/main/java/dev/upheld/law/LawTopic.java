package dev.upheld.law;

import java.util.Arrays;
import java.util.Optional;

/** What the rules in words of a pack are about. */
public enum LawTopic {
  /** Who asks, and how far one may doubt it. */
  IDENTITY("identity"),
  /** What becomes of data when a person dies. */
  AFTER_DEATH("after-death"),
  /** Breaches, beyond the clocks. */
  BREACH("breach"),
  /** How a request is taken in and answered. */
  REQUESTS("requests"),
  /** Consent, cookies and the reading or writing on a person's device. */
  CONSENT("consent"),
  /** Promoting goods and services by message. */
  MARKETING("marketing"),
  /** Data that goes to another country. */
  TRANSFERS("transfers"),
  /** What must be told to, or asked of, the authority before processing. */
  FORMALITIES("formalities"),
  /** Data kept apart, archived, protected. */
  SECURITY("security"),
  /** Employees and candidates. */
  EMPLOYMENT("employment");

  private final String id;

  LawTopic(String id) {
    this.id = id;
  }

  /** As written in packs. */
  public String id() {
    return id;
  }

  /** By its {@link #id()}. */
  public static Optional<LawTopic> of(String id) {
    return Arrays.stream(values()).filter(t -> t.id.equals(id)).findFirst();
  }
}
