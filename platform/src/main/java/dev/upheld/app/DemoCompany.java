package dev.upheld.app;

import dev.upheld.datamap.read.References;
import dev.upheld.demo.Demo;
import dev.upheld.demo.Fault;
import dev.upheld.demo.Faults;
import dev.upheld.demo.Plan;
import dev.upheld.edge.cli.DemoStarter;
import dev.upheld.kernel.Progress;
import dev.upheld.store.StoreHome;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Hands the fictional company to the command line. */
final class DemoCompany implements DemoStarter {
  private final StoreHome home;
  private final InstantSource clock;

  DemoCompany(Map<String, String> env, InstantSource clock) {
    this.home = new StoreHome(StoreHome.of(env).folder().resolve("demo"));
    this.clock = clock;
  }

  @Override
  public Map<String, String> faults() {
    Map<String, String> faults = new LinkedHashMap<>();
    Fault.all().forEach(f -> faults.put(f.id(), f.description()));
    return faults;
  }

  @Override
  public List<String> usualFaults() {
    return Faults.shown().stream().sorted().map(Fault::id).toList();
  }

  @Override
  public Running start(Order order, Progress progress) {
    Plan plan =
        new Plan(
            order.customers(),
            clock.instant(),
            order.faults().stream().map(Faults::one).collect(Collectors.toSet()));
    Demo demo = Demo.start(new Demo.Options(home.folder(), plan, References.machine(), progress));
    return new RunningCompany(demo, home);
  }

  private record RunningCompany(Demo demo, StoreHome home) implements Running {

    @Override
    public Path workspace() {
      return demo.workspace();
    }

    @Override
    public Map<String, String> env() {
      Map<String, String> env = new HashMap<>(demo.variables());
      env.put("UPHELD_HOME", home.folder().toString());
      return env;
    }

    @Override
    public void close() {
      demo.close();
    }
  }
}
