package dev.upheld.engine.residue;

import dev.upheld.charter.model.Activity;
import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Rest;
import dev.upheld.register.Tombstone;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Searches every system for everybody who was erased, table by table; what was seen of a table is
 * kept at once, so that a search that was interrupted goes on with the next. Reads only.
 */
public final class ResidueSearch {
  /** The event that says since when a row is there. */
  private static final String COLLECTED = "collected";

  private final Function<SystemEntry, Session> open;
  private final Fingerprints fingerprints;
  private final InstantSource clock;

  /**
   * @param open a line to a system, by the account that may only read; throws a {@link
   *     ProblemException} where there is none
   * @param fingerprints by the same key as the tombstones
   */
  public ResidueSearch(
      Function<SystemEntry, Session> open, Fingerprints fingerprints, InstantSource clock) {
    this.open = open;
    this.fingerprints = fingerprints;
    this.clock = clock;
  }

  /**
   * Who is looked for.
   *
   * @param tombstones of all systems
   * @param rests what stayed of them by plan
   */
  public record Wanted(List<Tombstone> tombstones, List<Rest> rests) {
    public Wanted {
      tombstones = List.copyOf(tombstones);
      rests = List.copyOf(rests);
    }
  }

  /** What was seen so far in a search that may be interrupted. */
  public interface Memory {
    /** What was seen of a table; empty where it was not searched yet. */
    Optional<TableSeen> seen(String system, String table);

    /** Keeps what was seen of a table. */
    void saw(String system, TableSeen seen);

    /** Remembers nothing from one process to the next. */
    static Memory none() {
      return new Memory() {
        @Override
        public Optional<TableSeen> seen(String system, String table) {
          return Optional.empty();
        }

        @Override
        public void saw(String system, TableSeen seen) {
          // the report has it
        }
      };
    }
  }

  /**
   * How it is done.
   *
   * @param began when the search began, which may be an earlier process
   * @param halt asked now and then; true ends it with a {@link CancellationException}
   */
  public record Way(Instant began, Memory memory, BooleanSupplier halt, Progress progress) {}

  /** Searches. */
  public ResidueReport search(Workspace workspace, Wanted wanted, Way way) {
    Sieve sieve = new Sieve(wanted.tombstones(), fingerprints);
    List<SystemResidue> systems = new ArrayList<>();
    for (SystemEntry entry : workspace.map().systems().values()) {
      systems.add(
          leftAlone(workspace, entry)
              .map(why -> SystemResidue.none(entry.id(), why))
              .orElseGet(() -> new One(workspace, entry, wanted, sieve, way).search()));
    }
    Optional<LocalDate> backups =
        wanted.tombstones().stream()
            .map(Tombstone::expires)
            .max(Comparator.naturalOrder())
            .map(at -> at.atZone(workspace.zone()).toLocalDate());
    return new ResidueReport(way.began(), clock.instant(), sieve.identifiers(), backups, systems);
  }

  /** What belongs to customers is theirs to erase. */
  private static Optional<String> leftAlone(Workspace workspace, SystemEntry entry) {
    Collection<Place> places = places(workspace, entry);
    boolean processor =
        !places.isEmpty()
            && places.stream()
                .flatMap(p -> p.activities().stream())
                .map(a -> workspace.charter().activities().get(a))
                .allMatch(a -> a != null && a.role() == Activity.Role.PROCESSOR);
    return processor
        ? Optional.of("holds what customers are responsible for: theirs to erase, not searched")
        : Optional.empty();
  }

  private static Collection<Place> places(Workspace workspace, SystemEntry entry) {
    return workspace.map().places().getOrDefault(entry.id(), Map.of()).values();
  }

  /** The search of one system. */
  private final class One {
    private final Workspace workspace;
    private final SystemEntry entry;
    private final Sieve sieve;
    private final Way way;
    private final List<String> skipped = new ArrayList<>();
    private final List<TableSeen> seen = new ArrayList<>();
    private final Weighing weighing;

    One(Workspace workspace, SystemEntry entry, Wanted wanted, Sieve sieve, Way way) {
      this.workspace = workspace;
      this.entry = entry;
      this.sieve = sieve;
      this.way = way;
      this.weighing =
          new Weighing(
              wanted.rests().stream().filter(r -> r.system().equals(entry.id())).toList(),
              clock.instant().atZone(workspace.zone()).toLocalDate());
    }

    SystemResidue search() {
      if (entry.partner().isPresent()) {
        return SystemResidue.none(entry.id(), "a service of another company: not searched");
      }
      if (entry.access().isEmpty() && entry.unreachable().isEmpty()) {
        return SystemResidue.none(entry.id(), "nothing connects to it: not searched");
      }
      try (Session session = open.apply(entry)) {
        tables(session);
      } catch (ProblemException e) {
        e.problems().stream().map(Problem::what).forEach(skipped::add);
      }
      seen.forEach(t -> t.skipped().forEach(why -> skipped.add(t.table() + ": " + why)));
      return new SystemResidue(
          entry.id(),
          (int) seen.stream().filter(t -> t.columns() > 0).count(),
          seen.stream().mapToInt(TableSeen::columns).sum(),
          seen.stream().mapToLong(TableSeen::rows).sum(),
          skipped,
          List.of(),
          weighing.findings(seen));
    }

    private void tables(Session session) {
      Description live = session.describe();
      skipped.addAll(live.blind());
      Shelves shelves = new Shelves(live, places(workspace, entry), sieve.words());
      List<Table> tables = live.tables().stream().filter(t -> t.kind() != TableKind.VIEW).toList();
      for (int i = 0; i < tables.size(); i++) {
        Table table = tables.get(i);
        way.progress().report("searching " + entry.id(), i, tables.size());
        if (way.halt().getAsBoolean()) {
          throw new CancellationException("asked to stop");
        }
        Optional<TableSeen> before = way.memory().seen(entry.id(), table.name().toString());
        TableSeen now = before.orElseGet(() -> look(session, table, shelves));
        if (before.isEmpty()) {
          way.memory().saw(entry.id(), now);
        }
        seen.add(now);
      }
    }

    /** A table that cannot be read is said, and stops no other; a system that is gone does. */
    private TableSeen look(Session session, Table table, Shelves shelves) {
      String name = table.name().toString();
      if (table.kind() == TableKind.FOREIGN) {
        return new TableSeen(name, 0, 0, List.of("its rows lie in another system"), List.of());
      }
      List<TableSearch.Searched> columns = shelves.of(table);
      List<String> why =
          new ArrayList<>(
              Shelves.unreadable(table).stream()
                  .map(c -> "the account may not read " + c)
                  .toList());
      if (columns.isEmpty()) {
        return new TableSeen(name, 0, 0, why, List.of());
      }
      try {
        return read(session, table, columns, why);
      } catch (ProblemException e) {
        if (e.problems().stream()
            .anyMatch(
                p ->
                    p.code() == ConnectProblem.SYSTEM_DOWN
                        || p.code() == ConnectProblem.CANCELLED)) {
          throw e;
        }
        e.problems().stream().map(Problem::what).forEach(why::add);
        return new TableSeen(name, 0, 0, why, List.of());
      }
    }

    private TableSeen read(
        Session session, Table table, List<TableSearch.Searched> columns, List<String> why) {
      Optional<Clock> written = written(table);
      TableSearch search =
          new TableSearch(sieve, entry.id(), columns, written.isPresent(), way.halt());
      List<String> names = columns.stream().map(TableSearch.Searched::name).toList();
      Answered<Answer.RowCount> answered;
      try (Relay relay = new Relay(search)) {
        answered =
            session.ask(new Question.Sift(table.name(), names, written, relay), Progress.SILENT);
        relay.finish();
      }
      why.addAll(answered.sight().blind());
      return new TableSeen(
          table.name().toString(), answered.answer().rows(), names.size(), why, search.hits());
    }

    private Optional<Clock> written(Table table) {
      return places(workspace, entry).stream()
          .filter(p -> p.table().equals(table.name()) || isDefault(table, p))
          .flatMap(p -> Stream.ofNullable(p.clocks().get(COLLECTED)))
          .map(BoundClock::clock)
          .findFirst();
    }

    private static boolean isDefault(Table table, Place place) {
      return place.table().schema().isEmpty()
          && table.inDefaultSchema()
          && place.table().name().equals(table.name().name());
    }
  }
}
