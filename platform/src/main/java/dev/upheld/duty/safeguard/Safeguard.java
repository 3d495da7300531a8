package dev.upheld.duty.safeguard;

import dev.upheld.probe.Prober;
import java.util.List;

/** The safeguard duty as others see it. */
public final class Safeguard {
  private Safeguard() {}

  /** How it measures the promises it keeps. */
  public static List<Prober> probers() {
    return List.of(
        new HoldOnlyProber(),
        new UndeclaredProber(),
        new FormProber(),
        new AbsentProber(),
        new EncryptProber(),
        new ApartProber(),
        new OfferProber());
  }
}
