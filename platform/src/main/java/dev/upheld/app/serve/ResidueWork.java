package dev.upheld.app.serve;

import dev.upheld.connect.Connectors;
import dev.upheld.connect.Session;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.EngineProblem;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.ResidueSearch;
import dev.upheld.engine.residue.TableSeen;
import dev.upheld.job.Jobs;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.ResiduePasses;
import dev.upheld.register.Rests;
import dev.upheld.register.Tombstone;
import dev.upheld.register.Tombstones;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks every night for what is left of everybody who was erased. A search that was interrupted
 * goes on with the next table; one that could not run at night runs when the server is there again.
 */
public final class ResidueWork {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LOOK = Duration.ofMinutes(15);

  /** Before the promises are measured. */
  private static final LocalTime NIGHT = LocalTime.of(1, 30);

  private final Parts on;

  /** What it stands on. */
  public record Parts(
      Supplier<Workspace> workspace,
      Tombstones tombstones,
      Rests rests,
      ResiduePasses passes,
      Fingerprints fingerprints,
      SigningKeys signing,
      InstantSource clock) {}

  public ResidueWork(Parts on) {
    this.on = on;
  }

  /** Names its job. */
  ResidueWork plan(Jobs jobs) {
    jobs.every("erasure.residue", LOOK, run -> look(() -> run.stopping() || run.leaseInDoubt()));
    return this;
  }

  /**
   * Searches where nobody has since the last night began.
   *
   * @return whether a search was ended
   */
  boolean look(BooleanSupplier halt) {
    Instant now = on.clock().instant();
    Instant night = night(on.workspace().get(), now);
    boolean done = on.passes().last(1).stream().anyMatch(last -> !last.began().isBefore(night));
    if (done || tombstones(on.tombstones(), on.workspace().get(), now).isEmpty()) {
      return false;
    }
    try {
      search(night, halt, Progress.SILENT);
      return true;
    } catch (CancellationException e) {
      return false; // what was seen is kept: the next time goes on there
    }
  }

  /** When the last night began. */
  private static Instant night(Workspace workspace, Instant now) {
    var today = now.atZone(workspace.zone()).with(NIGHT);
    return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
  }

  /**
   * Searches now, and keeps and journals what was seen.
   *
   * @param since a search that was interrupted since then is gone on with
   * @throws CancellationException when it was asked to stop
   */
  public ResidueReport search(Instant since, BooleanSupplier halt, Progress progress) {
    Workspace workspace = on.workspace().get();
    Instant now = on.clock().instant();
    ResiduePasses.Pass pass = on.passes().begin(now, since);
    ResidueReport report =
        new ResidueSearch(ResidueWork::open, on.fingerprints(), on.clock())
            .search(
                workspace,
                new ResidueSearch.Wanted(
                    tombstones(on.tombstones(), workspace, now), on.rests().all()),
                new ResidueSearch.Way(pass.began(), new Kept(on.passes(), pass), halt, progress));
    on.passes()
        .end(
            pass,
            new ResiduePasses.Ended(
                report.began(),
                report.ended(),
                report.left(),
                report.keep(),
                report.signed(on.signing().current()).toString()),
            facts(report));
    return report;
  }

  private static Map<String, Object> facts(ResidueReport report) {
    List<String> where =
        report.systems().stream()
            .flatMap(
                s ->
                    s.findings().stream()
                        .filter(f -> f.left() > 0)
                        .map(f -> s.system() + "/" + f.table() + "." + f.column()))
            .toList();
    return Map.of(
        "identifiers",
        report.identifiers(),
        "tables",
        report.systems().stream().mapToInt(s -> s.tables()).sum(),
        "rows",
        report.systems().stream().mapToLong(s -> s.rows()).sum(),
        "left",
        report.left(),
        "where",
        where,
        "whole",
        report.isWhole());
  }

  /** Those of all systems: whoever was erased from one may be left in another. */
  public static List<Tombstone> tombstones(
      Tombstones tombstones, Workspace workspace, Instant now) {
    return new TreeSet<>(workspace.map().systems().keySet())
        .stream().flatMap(s -> tombstones.of(s, Instant.EPOCH, now).stream()).toList();
  }

  /** A line to a system, by the account that may only read. */
  public static Session open(SystemEntry entry) {
    entry
        .unreachable()
        .ifPresent(
            why -> {
              throw new ProblemException(why);
            });
    Endpoint endpoint = entry.access().orElseThrow(() -> unsearchable(entry));
    return Connectors.of(endpoint.kind())
        .orElseThrow(() -> unsearchable(entry))
        .open(entry, endpoint);
  }

  private static ProblemException unsearchable(SystemEntry entry) {
    return new ProblemException(
        Problem.of(
            EngineProblem.AWAY,
            "Nothing can be searched in system " + entry.id() + ".",
            "Search it by hand."));
  }

  private record Kept(ResiduePasses passes, ResiduePasses.Pass pass)
      implements ResidueSearch.Memory {

    @Override
    public Optional<TableSeen> seen(String system, String table) {
      return passes.seen(pass, system, table).map(t -> JSON.readValue(t, TableSeen.class));
    }

    @Override
    public void saw(String system, TableSeen seen) {
      passes.saw(pass, system, seen.table(), JSON.writeValueAsString(seen));
    }
  }
}
