package dev.upheld.app;

import dev.upheld.datamap.read.References;
import dev.upheld.demo.Demo;
import dev.upheld.demo.Fault;
import dev.upheld.demo.Plan;
import dev.upheld.demo.Profile;
import dev.upheld.demo.profiles.Profiles;
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

/** Hands the fictional companies to the command line. */
final class DemoCompany implements DemoStarter {
  private final Path upheld;
  private final InstantSource clock;

  DemoCompany(Map<String, String> env, InstantSource clock) {
    this.upheld = StoreHome.of(env).folder();
    this.clock = clock;
  }

  @Override
  public List<Company> companies() {
    return Profiles.all().stream().map(DemoCompany::company).toList();
  }

  private static Company company(Profile profile) {
    Map<String, String> faults = new LinkedHashMap<>();
    profile.faults().forEach(f -> faults.put(f.id(), f.description()));
    List<String> usual = profile.usualFaults().stream().sorted().map(Fault::id).toList();
    return new Company(profile.id(), faults, usual);
  }

  @Override
  public Running start(Order order, Progress progress) {
    Profile profile = Profiles.named(order.example());
    StoreHome home = home(profile);
    Plan plan =
        new Plan(
            profile,
            order.customers(),
            clock.instant(),
            order.faults().stream().map(profile::fault).collect(Collectors.toSet()));
    Demo demo = Demo.start(new Demo.Options(home.folder(), plan, References.machine(), progress));
    return new RunningCompany(demo, home);
  }

  /** Each company has databases, evidence and people of its own. */
  private StoreHome home(Profile profile) {
    return profile.equals(Profiles.demo())
        ? new StoreHome(upheld.resolve("demo"))
        : new StoreHome(upheld.resolve("examples").resolve(profile.id()));
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
