package dev.upheld.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A JVM of its own with a main class of the tests in it, which can be killed at any moment. */
public final class ChildJvm implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 120;

  private static final String ENDED = "(ended)";

  private final Process process;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final List<String> all = new CopyOnWriteArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::read);
  }

  /** Starts it with the class path of this one. */
  public static ChildJvm start(Class<?> main, String... arguments) {
    return start(Map.of(), "128m", main, arguments);
  }

  /** Starts it with more environment variables, and so much heap. */
  public static ChildJvm start(
      Map<String, String> env, String heap, Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
    command.add("-XX:+UseSerialGC"); // begins sooner on few cores
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().putAll(env);
      return new ChildJvm(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(this::heard);
    } catch (IOException | UncheckedIOException e) {
      all.add("(its output broke off)"); // killed
    } finally {
      lines.add(ENDED);
    }
  }

  private void heard(String line) {
    all.add(line);
    lines.add(line);
  }

  /** The next line that begins so; lines before it are passed over. Fails when none comes. */
  public String await(String beginning) {
    List<String> said = new ArrayList<>();
    try {
      while (true) {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(ENDED)) {
          String why = line == null ? "in time" : "before it ended";
          throw new AssertionError(
              "no line began with " + beginning + " " + why + "; it said " + said);
        }
        if (line.startsWith(beginning)) {
          return line;
        }
        said.add(line);
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** Gives it a line to read from its standard input. */
  public void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it ends by itself within this time. */
  public boolean ends(Duration within) {
    try {
      return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  /** All lines it has said so far. */
  public List<String> said() {
    return List.copyOf(all);
  }

  /** Asks it to end (SIGTERM), and waits until it has. */
  public int terminate() {
    process.destroy();
    ended();
    return process.exitValue();
  }

  /** Asks it to end as Ctrl-C does (SIGINT), and waits until it has. */
  public int interrupt() {
    try {
      new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
    ended();
    return process.exitValue();
  }

  /** Kills it as the kernel would (SIGKILL), and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    ended();
  }

  private void ended() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("the child does not end");
      }
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
