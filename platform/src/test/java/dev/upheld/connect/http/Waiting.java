package dev.upheld.connect.http;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A clock that only moves when somebody waits. */
public final class Waiting implements InstantSource, Pauses {
  private final List<Duration> waits = new ArrayList<>();
  private Instant now;

  public Waiting(Instant now) {
    this.now = now;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void pause(Duration time) {
    waits.add(time);
    now = now.plus(time);
  }

  /** How long was waited, each time. */
  public synchronized List<Duration> waits() {
    return List.copyOf(waits);
  }
}
