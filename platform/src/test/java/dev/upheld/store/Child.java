package dev.upheld.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.testing.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with {@link ChildMain} in it, which may be told things, and killed. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Process process;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private Child(Process process) {
    this.process = process;
    Thread.ofVirtual().start(() -> read(process.getInputStream()));
  }

  /** As the user we are. */
  static Child start(Path home) {
    return start(home, TestFolders.programs(), List.of(), System.getProperty("java.class.path"));
  }

  /**
   * @param programs where the server's programs are, or shall be unpacked
   * @param before what comes before {@code java} in the command line
   */
  static Child start(Path home, Path programs, List<String> before, String classPath) {
    List<String> command = new ArrayList<>(before);
    // a shell in the background starts us with INT ignored, and the JVM would inherit that
    command.addAll(List.of("env", "--default-signal=INT,HUP,TERM"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Xmx128m", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", classPath, ChildMain.class.getName()));
    command.add(home.toString());
    command.add(programs.toString());
    try {
      return new Child(
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .directory(Path.of("/").toFile())
              .start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(InputStream output) {
    try (BufferedReader reader =
        new BufferedReader(new java.io.InputStreamReader(output, StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      lines.add("(output ended)");
    }
  }

  /** Waits for a line that begins so; fails when none comes. */
  String await(String beginning) {
    boolean said = Waiting.until(PATIENCE, () -> find(beginning).isPresent());
    assertThat(said).as("%s from the child, which said %s", beginning, lines).isTrue();
    return find(beginning).orElseThrow();
  }

  private Optional<String> find(String beginning) {
    return lines.stream().filter(l -> l.startsWith(beginning)).findFirst();
  }

  /** The last line that begins so. */
  Optional<String> last(String beginning) {
    return lines.stream().filter(l -> l.startsWith(beginning)).reduce((a, b) -> b);
  }

  void tell(String order) {
    try {
      process.getOutputStream().write((order + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  /** Sends a signal such as INT and waits until the child is gone. */
  void end(String signal) {
    TestHome.command("sh", "-c", "kill -" + signal + " " + process.pid());
    awaitEnd();
  }

  void awaitEnd() {
    try {
      assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
          .as("the child ends; it said %s", lines)
          .isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    awaitEnd();
  }
}
