package dev.upheld.edge.cli;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld journal export}: the whole journal as one file. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the whole journal as one file.",
      "",
      "JSON, a line for each entry, with the public keys and checkpoints that anybody needs to verify",
      "it. The server may run meanwhile."
    },
    footer = {
      "",
      "Exit code: 0 when written, 2 when not; then no file is left.",
      "",
      "Examples:",
      "  upheld journal export --out journal.jsonl",
      "  upheld journal export | gzip > journal.jsonl.gz"
    })
final class JournalExportCommand implements Callable<Integer> {
  private final Surroundings around;

  @Mixin private final StoreOption storeOption = new StoreOption();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: standard output). Replaced whole or not at all.")
  private @Nullable Path out;

  JournalExportCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    try {
      long entries = export();
      around.screen().err().println(String.format(Locale.ROOT, "%,d entries", entries));
      around.screen().err().flush();
      return Exit.OK;
    } catch (IOException | UncheckedIOException e) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_WRITE,
              "The journal could not be written.",
              "Look for a full disk, a closed pipe, or a folder you may not write to."));
    }
  }

  private long export() throws IOException {
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      return out == null
          ? storeOption.store(around).exportJournal(System.out, progress)
          : toFile(around.path(out), progress);
    }
  }

  private long toFile(Path file, ProgressLine progress) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    try {
      long entries;
      try (OutputStream to = Files.newOutputStream(half)) {
        entries = storeOption.store(around).exportJournal(to, progress);
      }
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      return entries;
    } finally {
      Files.deleteIfExists(half);
    }
  }
}
