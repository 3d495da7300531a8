package dev.upheld.duty.notice;

import dev.upheld.probe.Prober;
import java.util.List;

/** The notice duty as others see it. */
public final class Notice {
  private Notice() {}

  /** How it measures the promises it keeps. */
  public static List<Prober> probers() {
    return List.of(new DeclareProber());
  }
}
