package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.model.Charter;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which language mails speak. */
class TonguesTest {

  @Test
  void theReadersOwnElseTheCharters() {
    Tongues tongues = Tongues.of(demo());
    assertThat(tongues.known(Optional.of("fr"))).isEqualTo("fr");
    assertThat(tongues.known(Optional.of("sv"))).as("one we do not speak").isEqualTo("en");
    assertThat(tongues.known(Optional.empty())).isEqualTo("en");
    assertThat(tongues.verdict(Verdict.BROKEN, "fr")).isEqualTo("Rompu");
    assertThat(tongues.role("officer", "fr"))
        .isEqualTo("d\u00e9l\u00e9gu\u00e9 \u00e0 la protection des donn\u00e9es");
  }

  private static Charter demo() {
    Path root = Path.of("..", "examples", "demo").toAbsolutePath().normalize();
    return Workspaces.read(root, References.machine()).workspace().orElseThrow().charter();
  }
}
