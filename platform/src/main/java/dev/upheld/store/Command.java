package dev.upheld.store;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end with a clean environment and keeps what it said. */
final class Command {
  /** Enough for any message of the programs we run; the rest is read and dropped. */
  private static final int MAX_OUTPUT = 64 * 1024;

  private Command() {}

  /**
   * @param exit the exit code; 127 when the program could not be started, 124 when it took too long
   * @param output standard output and error together
   */
  record Result(int exit, String output) {
    boolean ok() {
      return exit == 0;
    }

    /** The last line that says something; empty when none does. */
    String lastLine() {
      return output.lines().filter(l -> !l.isBlank()).reduce("", (a, b) -> b).strip();
    }
  }

  static Result run(Duration limit, List<String> command) {
    Process process;
    try {
      process = start(command);
    } catch (IOException e) {
      return new Result(127, "cannot run " + command.getFirst());
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Thread reader = Thread.ofVirtual().start(() -> drain(process.getInputStream(), said));
    boolean ended = finish(process, limit);
    if (!ended) {
      process.destroyForcibly();
    }
    join(reader);
    String output = text(said);
    return ended ? new Result(process.exitValue(), output) : new Result(124, output);
  }

  private static Process start(List<String> command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectInput(new File("/dev/null"));
    // The folder we were called in may be closed to the server's user; the root folder never is.
    builder.directory(new File("/"));
    // PGDATA, PGPORT, PGOPTIONS, locale and preload variables of the caller must not reach the
    // server.
    builder.environment().clear();
    builder
        .environment()
        .put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "UTC");
    return builder.start();
  }

  private static boolean finish(Process process, Duration limit) {
    try {
      return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void drain(InputStream in, ByteArrayOutputStream into) {
    byte[] buffer = new byte[4096];
    try (in) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        synchronized (into) {
          into.write(buffer, 0, Math.min(n, MAX_OUTPUT - into.size()));
        }
      }
    } catch (IOException e) {
      // The program was killed while it spoke; what it said until then is kept.
    }
  }

  private static void join(Thread reader) {
    try {
      reader.join(Duration.ofSeconds(1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String text(ByteArrayOutputStream said) {
    synchronized (said) {
      return said.toString(StandardCharsets.UTF_8);
    }
  }
}
