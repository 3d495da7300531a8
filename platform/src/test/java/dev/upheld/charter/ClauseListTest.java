package dev.upheld.charter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.kernel.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of clauses as people write them. */
class ClauseListTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set before each test
  private Path folder;

  private ClauseList list(String text) throws IOException {
    Files.writeString(folder.resolve(ClauseList.FILE), text);
    return ClauseList.of(folder);
  }

  @Test
  void aWorkspaceNeedsNone() {
    assertThat(ClauseList.of(folder).ids()).isEmpty();
    assertThat(ClauseList.of(folder).problems()).isEmpty();
  }

  @Test
  void oneIdALineInItsOrderWithRemarks() throws IOException {
    assertThat(list("# the policy\r\n\nCC-02  who we are\nCC-01\n  4.1.b\nCC-02 again\n").ids())
        .hasValueSatisfying(ids -> assertThat(ids).containsExactly("CC-02", "CC-01", "4.1.b"));
  }

  @Test
  void aTableWhoseFirstColumnHasThem() throws IOException {
    assertThat(list("clause,example\n\"CC-01\",a\nCC-01,b\nCC-02;c\n").ids())
        .hasValueSatisfying(ids -> assertThat(ids).containsExactly("CC-01", "CC-02"));
  }

  @Test
  void theMarkThatTableProgramsWriteFirstIsNoFault() throws IOException {
    assertThat(list("\uFEFFclause,example\nCC-01,a\n").ids())
        .hasValueSatisfying(ids -> assertThat(ids).containsExactly("CC-01"));
    assertThat(list("\uFEFFCC-02\n").ids())
        .hasValueSatisfying(ids -> assertThat(ids).containsExactly("CC-02"));
  }

  @Test
  void whatIsNoIdIsAFaultWithItsLine() throws IOException {
    ClauseList list = list("CC-01\n*CC-02\n§ 3\n");
    assertThat(list.ids()).isEmpty();
    assertThat(list.problems())
        .extracting(p -> p.where().orElseThrow().toString())
        .containsExactly("clauses.txt:2:1", "clauses.txt:3:1");
  }

  @Test
  void anEmptyOneAFolderAndOtherEncodingsAreFaults() throws IOException {
    assertThat(list("# nothing\n").problems())
        .extracting(Problem::what)
        .containsExactly("The list of clauses is empty.");
    assertThat(ClauseList.read(folder, "x").problems()).hasSize(1);
    Files.write(folder.resolve(ClauseList.FILE), "É".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ClauseList.of(folder).problems())
        .extracting(Problem::what)
        .containsExactly("The list of clauses is not UTF-8.");
  }
}
