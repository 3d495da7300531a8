package dev.upheld.charter.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.CharterReading;
import dev.upheld.charter.Charters;
import dev.upheld.charter.Workspaces;
import dev.upheld.charter.model.Charter;
import java.nio.file.Path;

/** Charters to compare, read as of the tests' day. */
final class Sides {
  private Sides() {}

  static Compared read(Path workspace) {
    CharterReading reading = Workspaces.read(workspace);
    assertThat(reading.problems()).isEmpty();
    Charter charter = reading.charter().orElseThrow();
    return new Compared(charter, Charters.promises(charter), Charters.findings(charter));
  }
}
