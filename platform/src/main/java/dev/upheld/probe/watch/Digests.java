package dev.upheld.probe.watch;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.Claims;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one assignment claims of its promises, each worked out once, when it is asked for. */
final class Digests {
  private final Optional<Assignment> assignment;
  private final Map<PromiseId, Promise> promises;
  private final Map<PromiseId, String> known = new ConcurrentHashMap<>();

  Digests(Optional<Assignment> assignment) {
    this.assignment = assignment;
    this.promises =
        assignment.stream()
            .flatMap(a -> a.promises().stream())
            .collect(Collectors.toMap(Promise::id, Function.identity()));
  }

  /** Whether these are those of that very reading of the workspace. */
  @SuppressWarnings("ReferenceEquality") // comparing whole workspaces would cost more than it saves
  boolean isOf(Assignment other) {
    return assignment.filter(a -> a == other).isPresent();
  }

  /** Those of some promises that are registered exactly as they are claimed here. */
  Set<PromiseId> same(Map<PromiseId, String> registered, Collection<PromiseId> some) {
    return some.stream()
        .filter(p -> Optional.ofNullable(registered.get(p)).equals(digest(p)))
        .collect(Collectors.toSet());
  }

  private Optional<String> digest(PromiseId promise) {
    return assignment.flatMap(
        of ->
            Optional.ofNullable(promises.get(promise))
                .map(p -> known.computeIfAbsent(promise, id -> Claims.of(p, of).digest())));
  }
}
