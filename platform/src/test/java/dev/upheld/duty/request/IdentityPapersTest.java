package dev.upheld.duty.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.model.Charter;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdentityPapersTest {

  private static Charter with(String example, String identity) {
    Path folder = TestFolders.create("identity").resolve(example);
    Path from = Path.of("..", "examples", example);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(from.relativize(file).toString()));
      }
      Path charter = folder.resolve("charter.yaml");
      Files.writeString(
          charter,
          Files.readString(charter).replaceAll("(?m)^identity: .*$", "identity: " + identity));
      Files.writeString(folder.resolve("docs/cndp.pdf"), "leave of the authority");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return House.charter(folder);
  }

  @Test
  void inMoroccoOnlyOnceTheAuthorisationIsOnFile() {
    assertThat(Papers.identityMayBeTaken(House.charter("clever-cloud"))).isTrue();
    assertThat(Papers.identityMayBeTaken(House.charter("clever-cloud-morocco"))).isFalse();
    assertThat(
            Papers.identityMayBeTaken(
                with(
                    "clever-cloud-morocco",
                    "{document: on-doubt, authorisation: docs/cndp.pdf, clause: MA-01}")))
        .isTrue();
  }

  @Test
  void neverWhereTheCharterSaysNever() {
    assertThat(Papers.identityMayBeTaken(with("clever-cloud", "{document: never, clause: CC-33}")))
        .isFalse();
  }
}
