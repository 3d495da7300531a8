package dev.upheld.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lists the benchmarks, or runs one. Started by {@code bench/run}. */
public final class Main {

  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new CliStart(),
          new CheckCharter(),
          new CoverExamples(),
          new ProveDemo(),
          new JournalBench(),
          new StartDemo(),
          new Examples(),
          new DiscoverWide(false),
          new DiscoverWide(true),
          new WallConsole(),
          new FindLinks(),
          new Erasures(Erasures.Kind.ERASURE),
          new Erasures(Erasures.Kind.BATCH),
          new Erasures(Erasures.Kind.PLAN),
          new Erasures(Erasures.Kind.GROWTH),
          new ResidueBench(),
          new RetentionBench(),
          new RetentionPartitionBench(),
          new RetentionCheckBench(),
          new RetentionLoadBench(),
          new RetentionYearsBench(),
          new AccessBench());

  private Main() {}

  /**
   * @param args the checkout, then the name of a benchmark, or nothing to list them
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 1) {
      BENCHMARKS.forEach(b -> System.out.printf("%-16s %s%n", b.name(), b.what()));
      return;
    }
    Optional<Benchmark> wanted =
        BENCHMARKS.stream().filter(b -> b.name().equals(args[1])).findFirst();
    if (wanted.isEmpty()) {
      System.err.println("no benchmark is called " + args[1] + "; bench/run lists them");
      System.exit(2);
      return;
    }
    Report report = new Report(args[1]);
    wanted.get().run(Path.of(args[0]), report);
    report.lines().forEach(System.out::println);
  }
}
