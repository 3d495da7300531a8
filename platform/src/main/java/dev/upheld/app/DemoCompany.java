package dev.upheld.app;

import dev.upheld.edge.cli.DemoStarter;
import dev.upheld.kernel.Progress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Hands the fictional company to the command line. */
final class DemoCompany implements DemoStarter {
  private final InstantSource clock;

  DemoCompany(Map<String, String> env, InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Map<String, String> faults() {
    return Map.of();
  }

  @Override
  public List<String> usualFaults() {
    return List.of();
  }

  @Override
  public Running start(Order order, Progress progress) {
    throw new IllegalStateException("wip " + clock);
  }
}
