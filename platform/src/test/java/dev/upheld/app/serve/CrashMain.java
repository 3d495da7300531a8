package dev.upheld.app.serve;

import dev.upheld.edge.cli.ServerStarter.Order;
import dev.upheld.kernel.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole server in a process of its own, which says when it answers and then serves on. */
final class CrashMain {
  static final String READY = "READY ";
  private static final String SETTING = "setting:";

  private CrashMain() {}

  /**
   * @param args the workspace, how many seconds its clock is ahead; then {@code setting:KEY=VALUE}
   *     for each setting and {@code NAME=VALUE} for each variable
   */
  public static void main(String[] args) throws InterruptedException {
    try (Server server = start(Path.of(args[0]), Long.parseLong(args[1]), rest(args))) {
      System.out.println(READY + server.url());
      System.out.flush();
      new CountDownLatch(1).await();
    }
  }

  private static Map<String, String> rest(String[] args) {
    Function<String, String> name = a -> a.substring(0, a.indexOf('='));
    return Stream.of(args)
        .skip(2)
        .collect(Collectors.toMap(name, a -> a.substring(a.indexOf('=') + 1)));
  }

  /** Starts it in this process. */
  static Server start(Path root, long secondsAhead, Map<String, String> given) {
    Map<String, String> settings =
        given.entrySet().stream()
            .filter(e -> e.getKey().startsWith(SETTING))
            .collect(
                Collectors.toMap(e -> e.getKey().substring(SETTING.length()), Map.Entry::getValue));
    Order order =
        new Order(CompanyFiles.read(root, given), Optional.empty(), settings, given, false);
    Duration ahead = Duration.ofSeconds(secondsAhead);
    InstantSource clock = () -> Instant.now().plus(ahead);
    return Server.start(order, clock, Progress.SILENT);
  }
}
