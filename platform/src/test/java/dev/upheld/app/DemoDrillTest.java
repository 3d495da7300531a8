package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.read.References;
import dev.upheld.demo.Demo;
import dev.upheld.demo.Plan;
import dev.upheld.demo.profiles.Profiles;
import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A drill in the two databases of the demonstration. */
class DemoDrillTest {

  @TempDir static Path home;

  @Test
  void theInventedPersonGetsEverythingAndIsForgotten() throws IOException {
    // whoever runs the server must be able to walk through
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    Plan plan = new Plan(Profiles.demo(), 100, Instant.parse("2026-05-04T09:00:00Z"), Set.of());
    try (Demo demo =
        Demo.start(new Demo.Options(home, plan, References.machine(), Progress.SILENT))) {
      Map<String, String> env = new HashMap<>(demo.variables());
      env.put("UPHELD_HOME", home.resolve("own").toString());
      Terminal terminal = new Terminal(home, env);

      Terminal.Run run = terminal.run("drill", demo.workspace().toString(), "--yes");

      assertThat(run.exit()).as(run.all()).isZero();
      assertThat(run.out())
          .contains(
              "eu-main / account: 1 row planted, 1 in the copy, 1 erased, 0 left",
              "us-main / ticket: 1 row planted, 1 in the copy, 1 erased, 0 left",
              "left out  eu-main / invoice",
              "nothing of them is left");
    }
  }
}
