package dev.upheld.duty.retention;

import dev.upheld.probe.Prober;
import java.util.List;

/** The retention duty as others see it. */
public final class Retention {
  private Retention() {}

  /** How it measures the promises it keeps. */
  public static List<Prober> probers() {
    return List.of(new KeepProber());
  }
}
