package dev.upheld.connect.http;

import java.time.Duration;

/** How the connector waits; injected, so that tests need not. */
@FunctionalInterface
public interface Pauses {

  /**
   * Waits.
   *
   * @throws InterruptedException when the thread is to stop
   */
  void pause(Duration time) throws InterruptedException;

  /** By letting the time pass. */
  static Pauses real() {
    return Thread::sleep;
  }
}
