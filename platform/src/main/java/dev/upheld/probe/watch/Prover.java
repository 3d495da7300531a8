package dev.upheld.probe.watch;

import dev.upheld.charter.promise.Promise;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.Prove;

/** How this server measures. */
public interface Prover {

  /** Whether any duty measures this promise. */
  boolean measures(Promise promise);

  /** A new run; used once. */
  Prove prove(Progress progress);
}
