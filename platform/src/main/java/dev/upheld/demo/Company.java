package dev.upheld.demo;

import dev.upheld.demo.sql.Script;
import dev.upheld.demo.sql.Table;
import dev.upheld.kernel.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Makes the databases of a fictional company. The databases fill themselves, set by set, so that
 * the memory of this process does not grow with them.
 */
public final class Company {
  private static final int THREADS = 2;

  private Company() {}

  /**
   * Makes these databases anew, whatever was in their tables of these names before, and plants the
   * faults of the plan. A run that ends early leaves no marker, and the next one starts again.
   *
   * @throws dev.upheld.kernel.ProblemException when a database refuses or the thread is interrupted
   */
  public static void generate(List<Site> sites, Plan plan, Progress progress) {
    sites.forEach(site -> clear(site, plan));
    try (Loader loader = new Loader(THREADS, progress)) {
      loader.fill(tasks(sites, plan));
      loader.finish("connecting tables", steps(sites, plan, false));
      for (Site site : sites) {
        plant(site, plan);
      }
      loader.finish("refreshing statistics", steps(sites, plan, true));
    }
    for (Site site : sites) {
      run(site, "marking as complete", Marker.write(site, plan));
    }
  }

  /**
   * Whether the database is what the plan asks, complete, and made not before {@code plan.now()}
   * minus a day: until then every clock keeps at least a day from its limit.
   */
  public static boolean isCurrent(Site site, Plan plan) {
    return Marker.read(site).filter(m -> m.fits(site, plan)).isPresent();
  }

  /** Plants one fault of the site's database. */
  public static void plant(Site site, Plan plan, Fault fault) {
    run(site, "planting " + fault.id(), fault.change(site.script(plan)).plant());
  }

  /** Heals one fault that was planted under the same plan. */
  public static void heal(Site site, Plan plan, Fault fault) {
    run(site, "healing " + fault.id(), fault.change(site.script(plan)).heal());
  }

  private static void plant(Site site, Plan plan) {
    plan.faults(site.database()).forEach(f -> plant(site, plan, f));
  }

  /** Children first: databases without CASCADE refuse to drop what is pointed at. */
  private static void clear(Site site, Plan plan) {
    Script script = site.script(plan);
    List<String> statements = new ArrayList<>(Marker.remove(script));
    site.database()
        .schema()
        .tables()
        .reversed()
        .forEach(t -> statements.add(site.dialect().dropTable(script.quoted(t))));
    // what an interrupted or an older run planted beside the tables of the schema
    for (Fault fault : plan.profile().faults()) {
      if (fault.database().equals(site.database())) {
        fault.change(script).heal().stream()
            .filter(s -> s.startsWith("DROP TABLE"))
            .forEach(statements::add);
      }
    }
    statements.addAll(script.schemas());
    run(site, "removing what was there", statements);
  }

  /** The largest first, so that no thread is left with one at the end. */
  private static List<Loader.Fill> tasks(List<Site> sites, Plan plan) {
    List<Loader.Fill> tasks = new ArrayList<>();
    for (Site site : sites) {
      Script script = site.script(plan);
      script.schema().tables().forEach(t -> tasks.add(new Loader.Fill(site.source(), script, t)));
    }
    tasks.sort(Comparator.comparingLong(Loader.Fill::rows).reversed());
    return tasks;
  }

  private static List<Loader.Step> steps(List<Site> sites, Plan plan, boolean analyze) {
    List<Loader.Step> steps = new ArrayList<>();
    for (Site site : sites) {
      Script script = site.script(plan);
      List<String> statements = new ArrayList<>();
      for (Table table : script.schema().tables()) {
        if (analyze) {
          statements.add(site.dialect().analyze(script.quoted(table)));
        } else {
          statements.addAll(script.connect(table));
        }
      }
      steps.add(new Loader.Step(site.source(), script.sql(), statements));
    }
    return steps;
  }

  private static void run(Site site, String doing, List<String> statements) {
    try (Connection connection = site.source().open();
        Statement statement = connection.createStatement()) {
      for (String sql : site.dialect().beforeLoad()) {
        statement.execute(sql);
      }
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw DemoProblem.refused(doing, e);
    }
  }
}
