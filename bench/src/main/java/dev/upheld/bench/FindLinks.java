package dev.upheld.bench;

import dev.upheld.connect.Session;
import dev.upheld.realworld.RealSchema;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.score.LinkScore;
import dev.upheld.testing.score.LinkScore.Spelled;
import dev.upheld.testing.score.LinkSurvey;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/** How many links are found where no foreign key may be looked at. */
final class FindLinks implements Benchmark {
  private static final double RECALL = 0.85;
  private static final double PRECISION = 0.90;

  @Override
  public String name() {
    return "links";
  }

  @Override
  public String what() {
    return "links between tables found with all foreign keys hidden, in four programs' databases:"
        + " from the schema alone, and with values compared";
  }

  @Override
  public void run(Path checkout, Report report) {
    for (RealSchema schema : RealSchema.values()) {
      TestDatabase database = schema.load();
      try (Session session = RealSchema.open(database)) {
        String name = schema.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Set<Spelled> truth = schema.links(database, session);
        long began = System.nanoTime();
        add(report, name + "-schema", LinkScore.of(truth, LinkSurvey.find(session, true, true)));
        long between = System.nanoTime();
        add(report, name + "-values", LinkScore.of(truth, LinkSurvey.find(session, false, true)));
        report.figure(name + "-schema-seconds", (between - began) / 1e9);
        report.figure(name + "-values-seconds", (System.nanoTime() - between) / 1e9);
        Set<Spelled> declared = schema.declared(database, session);
        if (!declared.isEmpty()) {
          LinkScore alone = LinkScore.of(declared, LinkSurvey.find(session, true, true));
          report.atLeast(name + "-declared-recall", alone.recall(), RECALL);
          report.figure(name + "-declared-precision", alone.precision());
        }
      } finally {
        database.drop(schema.server());
      }
    }
  }

  private static void add(Report report, String name, LinkScore score) {
    report.atLeast(name + "-recall", score.recall(), RECALL);
    report.atLeast(name + "-precision", score.precision(), PRECISION);
  }
}
