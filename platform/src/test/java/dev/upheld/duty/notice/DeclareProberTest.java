package dev.upheld.duty.notice;

import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.Declare;
import dev.upheld.charter.promise.Way;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.ExitCode;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeclareProberTest {
  @TempDir Path folder;

  @Test
  void whatIsDeclaredIsDeclared() {
    PromiseResult result = measure(Way.ACT);
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(result.evidence().getFirst().summary())
        .isEqualTo("The charter declares the basis: legitimate-interest.");
  }

  @Test
  void aDocumentThatIsMissingOrEmptyBreaksIt() throws IOException {
    assertThat(measure(Way.ACT, "lia.md").verdict()).isEqualTo(Verdict.BROKEN);
    Files.createFile(folder.resolve("lia.md"));
    assertThat(measure(Way.ACT, "lia.md").verdict()).isEqualTo(Verdict.BROKEN);
    Files.writeString(folder.resolve("lia.md"), "weighed");
    PromiseResult result = measure(Way.ACT, "lia.md");
    assertThat(result.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(result.evidence().getFirst().summary()).endsWith("; lia.md is there.");
  }

  @Test
  void documentsLieInTheWorkspace() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("privacy"));
    Files.writeString(folder.resolve("outside.md"), "text");
    folder = inside;
    assertThat(measure(Way.ACT, "../outside.md").verdict()).isEqualTo(Verdict.UNPROVEN);
  }

  @Test
  void whatOnlyAPersonCanConfirmIsNotKeptByWritingIt() {
    PromiseResult result = measure(Way.ATTEST);
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(result.cause()).isEqualTo(ExitCode.Cause.NO_ATTESTATION);
  }

  private PromiseResult measure(Way way, String... documents) {
    Declare declare =
        new Declare(
            header("visits", "declare", way), "basis", "legitimate-interest", List.of(documents));
    return new TestWorkspace().folder(folder).promise(declare).result(Notice.probers());
  }
}
