package dev.upheld.bench;

import dev.upheld.demo.Profile;
import dev.upheld.demo.profiles.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** How long each example takes from nothing to its wall with every verdict on it. */
final class Examples implements Benchmark {

  @Override
  public String name() {
    return "examples";
  }

  @Override
  public String what() {
    return "seconds of `./upheld demo --example` at 10,000 customers, from an empty folder to the"
        + " wall with every verdict";
  }

  @Override
  public void run(Path checkout, Report report) throws Exception {
    for (Profile profile : Profiles.all()) {
      Path home = Files.createTempDirectory("upheld-bench-examples");
      if (!home.toFile().setExecutable(true, false) || !home.toFile().setReadable(true, false)) {
        throw new IOException("cannot let the database account into " + home);
      }
      Map<String, String> environment = Map.of("UPHELD_HOME", home.toString());
      try (ConsoleProcess console =
          ConsoleProcess.start(
              checkout, environment, "demo", "--example", profile.id(), "--port", "0")) {
        report.figure(profile.id() + "-seconds-to-wall", console.secondsToProof());
        console.page("/promises");
      } finally {
        new ProcessBuilder("rm", "-rf", home.toString()).start().waitFor();
      }
    }
  }
}
