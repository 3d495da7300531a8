package dev.upheld.app.proof;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Way;
import dev.upheld.duty.notice.Notice;
import dev.upheld.duty.residency.Residency;
import dev.upheld.duty.retention.Retention;
import dev.upheld.duty.safeguard.Safeguard;
import dev.upheld.probe.Prober;
import java.util.List;
import java.util.stream.Stream;

/** The duties that are built, and what they can measure. */
public final class Duties {

  private Duties() {}

  /** One for each kind of promise that can be measured. */
  public static List<Prober> probers() {
    return Stream.of(
            Retention.probers(), Safeguard.probers(), Residency.probers(), Notice.probers())
        .flatMap(List::stream)
        .toList();
  }

  /** What only a server can measure, since it lies in its own store, and then the same. */
  public static List<Prober> serving(List<Prober> more) {
    return Stream.concat(more.stream(), probers().stream()).toList();
  }

  /** Whether anything can prove a promise: a duty measures it, or a person may attest it. */
  public static boolean prove(Promise promise) {
    return promise.header().way() == Way.ATTEST
        || promise instanceof Promise.Answer // by a server, from the requests it has
        || promise instanceof Promise.Warn // by a server, from the mails it sent
        || probers().stream().anyMatch(p -> p.measures(promise));
  }
}
