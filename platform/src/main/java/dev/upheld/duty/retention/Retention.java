package dev.upheld.duty.retention;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.probe.Prober;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The retention duty as others see it. */
public final class Retention {
  private Retention() {}

  /** The rules that charter and data map make together, as of an instant. */
  public static List<Rule> rules(Workspace workspace, Instant now) {
    return Rules.of(workspace, now);
  }

  /** How it measures the promises it keeps, where nothing is known of runs. */
  public static List<Prober> probers() {
    return List.of(new KeepProber((_, _) -> Optional.empty()), new ReadersProber());
  }
}
