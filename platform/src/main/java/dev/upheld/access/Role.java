package dev.upheld.access;

import static dev.upheld.access.Permission.ACCOUNT_OWN;
import static dev.upheld.access.Permission.HOLDS_MANAGE;
import static dev.upheld.access.Permission.HOLDS_READ;
import static dev.upheld.access.Permission.JOURNAL_EXPORT;
import static dev.upheld.access.Permission.JOURNAL_READ;
import static dev.upheld.access.Permission.MAP_REVIEW;
import static dev.upheld.access.Permission.MAP_VALUES;
import static dev.upheld.access.Permission.METRICS_READ;
import static dev.upheld.access.Permission.PEOPLE_MANAGE;
import static dev.upheld.access.Permission.PEOPLE_READ;
import static dev.upheld.access.Permission.PROMISES_ACKNOWLEDGE;
import static dev.upheld.access.Permission.PROMISES_ASSIGN;
import static dev.upheld.access.Permission.PROMISES_ATTEST;
import static dev.upheld.access.Permission.PROMISES_COMMENT;
import static dev.upheld.access.Permission.PROMISES_PROVE;
import static dev.upheld.access.Permission.PROMISES_READ;
import static dev.upheld.access.Permission.REQUESTS_APPROVE;
import static dev.upheld.access.Permission.REQUESTS_LINKS;
import static dev.upheld.access.Permission.REQUESTS_READ;
import static dev.upheld.access.Permission.REQUESTS_WORK;
import static dev.upheld.access.Permission.RESTRICTIONS_READ;
import static dev.upheld.access.Permission.RETENTION_MANAGE;
import static dev.upheld.access.Permission.RETENTION_RELEASE;
import static dev.upheld.access.Permission.TOKENS_OWN;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a person is in the house; each person has exactly one role. */
public enum Role {
  /** The data protection officer: policy and people. */
  OFFICER(
      EnumSet.of(
          PROMISES_READ,
          PROMISES_ACKNOWLEDGE,
          PROMISES_ASSIGN,
          PROMISES_COMMENT,
          PROMISES_ATTEST,
          PROMISES_PROVE,
          MAP_REVIEW,
          MAP_VALUES,
          REQUESTS_READ,
          REQUESTS_WORK,
          REQUESTS_APPROVE,
          REQUESTS_LINKS,
          RESTRICTIONS_READ,
          HOLDS_READ,
          HOLDS_MANAGE,
          RETENTION_MANAGE,
          RETENTION_RELEASE,
          JOURNAL_READ,
          JOURNAL_EXPORT,
          PEOPLE_READ,
          PEOPLE_MANAGE,
          TOKENS_OWN,
          METRICS_READ,
          ACCOUNT_OWN)),
  /** Works requests and the work list. */
  OPERATOR(
      EnumSet.of(
          PROMISES_READ,
          PROMISES_ACKNOWLEDGE,
          PROMISES_ASSIGN,
          PROMISES_COMMENT,
          REQUESTS_READ,
          REQUESTS_WORK,
          HOLDS_READ,
          ACCOUNT_OWN)),
  /** Systems, proofs, API. */
  ENGINEER(
      EnumSet.of(
          PROMISES_READ,
          PROMISES_ACKNOWLEDGE,
          PROMISES_COMMENT,
          PROMISES_PROVE,
          MAP_REVIEW,
          REQUESTS_LINKS,
          RESTRICTIONS_READ,
          RETENTION_MANAGE,
          TOKENS_OWN,
          METRICS_READ,
          ACCOUNT_OWN)),
  /**
   * Reads everything but what people wrote in requests, and changes nothing but the own account.
   */
  AUDITOR(
      EnumSet.of(
          PROMISES_READ, JOURNAL_READ, JOURNAL_EXPORT, PEOPLE_READ, METRICS_READ, ACCOUNT_OWN));

  // immutable at run time; an interface type that says so does not exist in the JDK
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<Permission> permissions;

  Role(EnumSet<Permission> permissions) {
    this.permissions = Collections.unmodifiableSet(permissions);
  }

  /** What this role may do. */
  public Set<Permission> permissions() {
    return permissions;
  }

  /** The word in files, tables and forms: {@code officer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of a word; empty when there is none. */
  public static Optional<Role> ofWord(String word) {
    return Stream.of(values()).filter(r -> r.word().equals(word)).findFirst();
  }
}
