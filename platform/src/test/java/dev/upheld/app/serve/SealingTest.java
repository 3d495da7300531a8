package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a server did is sealed when it ends. */
class SealingTest {

  @Test
  void theJournalIsSealedOutsideTheDatabaseWhenTheServerEnds() throws Exception {
    RunningServer server = new RunningServer(Map.of());
    server.signedIn(dev.upheld.access.Role.OFFICER);
    server.close();

    assertThat(Files.readString(server.home().resolve("checkpoints/journal.jsonl")))
        .contains("\"checkpoint\"", "\"signature\"");
    assertThat(server.home().resolve("keys/journal/current")).exists();
  }
}
