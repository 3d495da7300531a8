package dev.upheld.kernel.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lets Jazzer, guided by coverage of our reader and of the parser below it, look for bytes that
 * make the reader throw. A process of its own: Jazzer instruments classes and ends the JVM.
 */
@Tag("long")
class YamlJazzerTest {
  private static final int SECONDS = 60;

  /** What Jazzer calls. */
  public static final class Target {
    private static final YamlLimits LIMITS = new YamlLimits(20_000, 24, 2_000, 20);

    private Target() {}

    /** Anything thrown here is a finding. */
    public static void fuzzerTestOneInput(byte[] bytes) {
      YamlReader.read("f.yaml", bytes, LIMITS);
    }
  }

  @Test
  void findsNothingThatThrows(@TempDir Path folder) throws Exception {
    Path corpus = Files.createDirectory(folder.resolve("corpus"));
    Files.writeString(corpus.resolve("1"), "a: {b: [c, d]}\ne: &x\n - \"q\"\n - *x\n");
    Path output = folder.resolve("output.txt");
    Process process = start(corpus, folder, output);
    assertThat(process.waitFor(3L * SECONDS, TimeUnit.SECONDS)).isTrue();
    String said = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    assertThat(said).contains("Done ");
  }

  private static Process start(Path corpus, Path folder, Path output) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+EnableDynamicAgentLoading",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + Target.class.getName(),
            "--instrumentation_includes=dev.upheld.**:org.snakeyaml.**",
            corpus.toString(),
            "-max_total_time=" + SECONDS);
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }
}
