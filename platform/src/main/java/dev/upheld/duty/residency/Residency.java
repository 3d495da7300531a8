package dev.upheld.duty.residency;

import dev.upheld.probe.Prober;
import java.util.List;

/** The residency duty as others see it. */
public final class Residency {
  private Residency() {}

  /** How it measures the promises it keeps. */
  public static List<Prober> probers() {
    return List.of(new LocateProber());
  }
}
