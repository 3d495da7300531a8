package dev.upheld.duty.residency;

import dev.upheld.charter.promise.Promise.Locate;
import dev.upheld.datamap.SystemEntry;

/** Whether the company that promises runs a system itself. */
final class OwnSystems {
  private OwnSystems() {}

  /** Only where systems.yaml says so; a system without operator is nobody's. */
  static boolean isOwn(Locate locate, SystemEntry entry) {
    return entry.operator().filter(locate.header().id().company()::equals).isPresent();
  }
}
