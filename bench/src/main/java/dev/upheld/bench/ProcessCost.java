package dev.upheld.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a whole command costs, as the shell's {@code time} sees it: children included. */
public final class ProcessCost {

  private ProcessCost() {}

  /**
   * Seconds of CPU, user and system, of one command.
   *
   * @param folder where it runs
   * @param environment added to ours
   * @param command program and arguments; its output is thrown away
   * @throws IOException when it cannot be started, or ends with another code than 0
   */
  public static double cpuSeconds(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    List<String> line =
        new ArrayList<>(
            List.of(
                "bash", "-c", "TIMEFORMAT='%U %S'; time \"$@\" >/dev/null 2>/dev/null", "time"));
    line.addAll(List.of(command));
    ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " ended with " + exit);
    }
    List<String> times = List.of(said.strip().split(" ", -1));
    return Double.parseDouble(times.getFirst()) + Double.parseDouble(times.getLast());
  }
}
