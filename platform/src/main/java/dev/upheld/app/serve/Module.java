package dev.upheld.app.serve;

import dev.upheld.access.Identity;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.ProveReport;
import java.util.List;
import java.util.Optional;

/** A part of the server with ways in of its own. */
public interface Module extends AutoCloseable {

  /** Objects with Spring's mapping annotations. */
  List<Object> controllers();

  /** How many items of the work list need a person, as far as this part knows. */
  default int waiting(Identity identity) {
    return 0;
  }

  /** How many requests are late or due soon, where this person may see them. */
  default int requests(Identity identity) {
    return 0;
  }

  /** Begins its jobs, once the server answers. */
  default void start() {}

  /** Measures everything it can measure now; empty when this part measures nothing. */
  default Optional<ProveReport> prove(Progress progress) {
    return Optional.empty();
  }

  /** Ends its jobs. */
  @Override
  default void close() {}
}
