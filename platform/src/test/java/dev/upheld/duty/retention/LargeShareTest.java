package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.testing.TestFolders;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A file holds a day or a month of entries: a few dozen are much. */
class LargeShareTest {

  @Test
  void fewFilesAreMuch() {
    Workspace workspace =
        new LogShop(
                TestFolders.create("large-share"),
                "files: \"access-*\", dated: name, pattern: yyyy-MM-dd")
            .workspace();
    Rule rule = Rules.of(workspace, Instant.parse("2026-11-22T12:00:00Z")).getFirst();
    LargeShare files = LargeShare.of(workspace, rule);
    assertThat(files.isBeyond(due(30, 20), 0)).isTrue();
    assertThat(files.isBeyond(due(30, 20), 0.7)).isFalse();
    assertThat(files.isBeyond(due(300, 20), 0)).isFalse();
    assertThat(files.isBeyond(due(12, 10), 0)).isFalse();
  }

  private static DueRows due(long rows, long past) {
    return new DueRows(rows, past, 0, 0, 0, Optional.empty());
  }
}
