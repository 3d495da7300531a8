package dev.upheld.access;

import java.util.Set;
import java.util.UUID;

/**
 * Who asks, once that is settled.
 *
 * @param person who
 * @param role their role now, not when they signed in
 * @param permissions what they may do this way; of a token at most what its scopes say
 * @param via how they came in
 */
public record Identity(PersonId person, Role role, Set<Permission> permissions, Via via) {
  public Identity {
    permissions = Set.copyOf(permissions);
  }

  /** How somebody came in. */
  public sealed interface Via {}

  /** Signed in with both factors, in a browser. */
  public record BySession(UUID session) implements Via {}

  /** With an API token. */
  public record ByToken(UUID token) implements Via {}

  /** Whether they may do this. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }
}
