package dev.upheld.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing a person or an API token may do. Doors ask for a permission, never for a role; the
 * names in lower case with dots for underscores are the scopes of API tokens.
 */
public enum Permission {
  /** See the work list, the wall, promises with their evidence, and findings. */
  PROMISES_READ,
  /** Confirm having seen a verdict that changed. */
  PROMISES_ACKNOWLEDGE,
  /** Say who owns a promise. */
  PROMISES_ASSIGN,
  /** Write a comment beside a promise. */
  PROMISES_COMMENT,
  /** Give evidence with a document, where only a person can. */
  PROMISES_ATTEST,
  /** Have promises measured now. */
  PROMISES_PROVE,
  /** Decide what the data maps say. */
  MAP_REVIEW,
  /** See a few values of a column, after saying what for. */
  MAP_VALUES,
  /** See the inbox of requests, with what people wrote in them. */
  REQUESTS_READ,
  /** Work on requests: who asks, messages, tasks, deadlines, answers. */
  REQUESTS_WORK,
  /** Agree to what is done in the systems for a request, and have it done. */
  REQUESTS_APPROVE,
  /** Have people arrive at the privacy centre as who an application knows they are. */
  REQUESTS_LINKS,
  /** Ask whether people's data may be processed: restrictions, objections, withdrawn consent. */
  RESTRICTIONS_READ,
  /** See holds that are no secret. */
  HOLDS_READ,
  /** Set and lift holds, and see secret ones. */
  HOLDS_MANAGE,
  /** Have rules of retention looked at, run now, paused and resumed. */
  RETENTION_MANAGE,
  /** Let a rule of retention do what its dry run showed. */
  RETENTION_RELEASE,
  /** See the journal. */
  JOURNAL_READ,
  /** Take the journal away to verify it elsewhere. */
  JOURNAL_EXPORT,
  /** See who may use Upheld. */
  PEOPLE_READ,
  /** Invite people, change their roles, shut them out. */
  PEOPLE_MANAGE,
  /** Have API tokens of one's own. */
  TOKENS_OWN,
  /** Read the server's figures. */
  METRICS_READ,
  /** See and change one's own account: password, second factor, sessions. */
  ACCOUNT_OWN;

  /** The word of the scope: {@code promises.read}. */
  public String scope() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The permission of a scope's word; empty when there is none. */
  public static Optional<Permission> ofScope(String scope) {
    return Stream.of(values()).filter(p -> p.scope().equals(scope)).findFirst();
  }

  /**
   * Whether an API token may carry it. The account itself is the person's alone: a stolen token
   * must not change the password or make more tokens. Nor does a token decide what a person must.
   */
  public boolean grantable() {
    return switch (this) {
      case PROMISES_READ,
          PROMISES_ACKNOWLEDGE,
          PROMISES_ASSIGN,
          PROMISES_COMMENT,
          PROMISES_ATTEST,
          PROMISES_PROVE,
          REQUESTS_READ,
          REQUESTS_WORK,
          REQUESTS_LINKS,
          RESTRICTIONS_READ,
          HOLDS_READ,
          HOLDS_MANAGE,
          RETENTION_MANAGE,
          RETENTION_RELEASE,
          JOURNAL_READ,
          JOURNAL_EXPORT,
          PEOPLE_READ,
          METRICS_READ ->
          true;
      case MAP_REVIEW, MAP_VALUES, REQUESTS_APPROVE, PEOPLE_MANAGE, TOKENS_OWN, ACCOUNT_OWN ->
          false;
    };
  }
}
