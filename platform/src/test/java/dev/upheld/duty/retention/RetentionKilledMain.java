package dev.upheld.duty.retention;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Partitions;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Pace;
import dev.upheld.kernel.Progress;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs a rule as the server does, and stops for ever at one call to the database. */
final class RetentionKilledMain {
  static final String STOPPED = "STOPPED";
  static final String DONE = "DONE";

  private RetentionKilledMain() {}

  /**
   * @param args the workspace, the rule, the run, and the number of the call to stop at
   */
  public static void main(String[] args) {
    Workspace workspace =
        Workspaces.read(
                Path.of(args[0]),
                References.machine().overlaid(Map.of("SECRET", System.getenv("SHOP_SECRET"))))
            .workspace()
            .orElseThrow();
    int at = Integer.parseInt(args[3]);
    run(
        workspace,
        args[1],
        UUID.fromString(args[2]),
        moment -> {
          if (moment == at) {
            say(STOPPED);
            forEver();
          }
        });
    say(DONE);
  }

  private static void forEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs a rule; right before and after each call to the database is a moment, from 1. */
  static void run(Workspace workspace, String rule, UUID run, IntConsumer moments) {
    Expiry expiry =
        Retention.rules(workspace, RetentionShop.NOW).stream()
            .filter(r -> r.id().equals(rule))
            .findFirst()
            .flatMap(Rule::expiry)
            .orElseThrow();
    AtomicInteger moment = new AtomicInteger();
    Pace pace = new Pace(new Pace.Way(Duration.ofSeconds(1), 2, 0, d -> {}));
    new Expiring(
            entry ->
                counted(RetentionShop.open(entry), () -> moments.accept(moment.incrementAndGet())),
            Barring.NONE,
            InstantSource.system())
        .run(workspace, expiry, new Expiring.Way(run, pace, () -> false, Progress.SILENT));
  }

  private static ActSession counted(ActSession session, Runnable moment) {
    return counted(ActSession.class, session, moment);
  }

  private static <T> T counted(Class<T> type, T of, Runnable moment) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              moment.run();
              try {
                Object result = method.invoke(of, watched(arguments, moment));
                return result instanceof Partitions parts
                    ? counted(Partitions.class, parts, moment)
                    : result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                moment.run();
              }
            }));
  }

  /** Each row that is read is a moment as well. */
  private static Object[] watched(Object[] arguments, Runnable moment) {
    Object[] all = arguments == null ? new Object[0] : arguments.clone();
    for (int i = 0; i < all.length; i++) {
      if (all[i] instanceof ActSession.Rows rows) {
        ActSession.Rows each =
            (fate, values) -> {
              moment.run();
              rows.row(fate, values);
            };
        all[i] = each;
      }
    }
    return all;
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }
}
