package dev.upheld.duty.retention;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Warned;
import dev.upheld.probe.Prober;
import dev.upheld.register.Fingerprints;
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

  /**
   * Who was told that their data goes, as the store knows it.
   *
   * @param prints by which people are recognised everywhere
   */
  public static Warned warned(Retaining.Books books, Fingerprints prints) {
    return new WarnedRows(new WarnStore(books.store(), books.journal()), new WarnPrints(prints));
  }

  /** How it measures the promises it keeps, where nothing is known of runs. */
  public static List<Prober> probers() {
    return List.of(new KeepProber((_, _) -> Optional.empty()), new ReadersProber());
  }
}
