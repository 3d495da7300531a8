package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Absent;
import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.connect.Question;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.duty.safeguard.ValueTest.Grade;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import dev.upheld.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Searches every table of every system that can be asked, mapped or not, for what must be nowhere.
 *
 * <p>Numbers are searched apart from texts: of long numbers that are no cards, a few in a hundred
 * pass for one by chance. Where about that share of many passes, a person must look; one among
 * thousands that do not is no chance, and a text is never excused so.
 */
final class AbsentProber implements Prober {
  private static final String NUMBERS = ", numbers";

  /** One in ten has a sound check digit; of these, some begin like an issuer's. */
  private static final long MANY = 50;

  private static final double MOST_BY_CHANCE = 0.2;
  private static final double LEAST_BY_CHANCE = 0.005;

  /** Whole numbers of at most ten digits. */
  private static final Pattern SHORT_NUMBER =
      Pattern.compile("(?i)(tinyint|smallint|mediumint|int|integer|int2|int4|year|oid)\\b.*");

  private static final Set<TableKind> OWN_ROWS =
      Set.of(TableKind.TABLE, TableKind.MATERIALIZED_VIEW, TableKind.FOREIGN);

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Absent;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Absent absent = (Absent) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    List<SystemEntry> systems = scene.systems().stream().filter(AbsentProber::canAnswer).toList();
    if (systems.isEmpty()) {
      plan.gap("", "No system can be asked. Declare the databases in systems.yaml.");
    }
    for (SystemEntry entry : scene.systems()) {
      if (!canAnswer(entry)) {
        plan.found(Outcome.CLEAN, entry.id(), "not searched: nothing connects to it");
      }
    }
    for (SystemEntry entry : systems) {
      Optional<Description> description = scene.description(entry.id());
      if (description.isEmpty()) {
        plan.system(entry);
      } else {
        description.get().blind().forEach(blind -> plan.gap(entry.id(), blind));
        description.get().tables().stream()
            .filter(t -> OWN_ROWS.contains(t.kind()))
            .forEach(table -> new TableSearch(absent, entry.id(), table, scene, plan).add());
      }
    }
    return plan.build();
  }

  private static boolean canAnswer(SystemEntry entry) {
    return entry.access().isPresent() || entry.unreachable().isPresent();
  }

  /** The search of one table. */
  private record TableSearch(
      Absent absent, String system, Table table, Scene scene, PlanBuilder plan) {

    void add() {
      String where = system + "/" + table.name();
      Set<String> excepted = excepted();
      List<Column> columns =
          table.columns().stream()
              .filter(c -> mayHold(absent.what(), c) && !excepted.contains(c.name()))
              .toList();
      if (columns.isEmpty()) {
        return;
      }
      plan.where(where);
      for (Column column : columns) {
        if (!column.readable()) {
          plan.gap(
              where,
              "The account may not read " + column.name() + ". Grant SELECT on it; see doctor.");
        }
      }
      ask(where, columns.stream().filter(c -> !isNumber(c)));
      ask(where + NUMBERS, columns.stream().filter(AbsentProber::isNumber));
    }

    private void ask(String where, Stream<Column> columns) {
      List<String> names = columns.filter(Column::readable).map(Column::name).toList();
      if (!names.isEmpty()) {
        plan.ask(
            system,
            where,
            new Question.FindValues(
                table.name(),
                names,
                ValueTests.coarse(absent.what()),
                Optional.empty(),
                ValueTests.of(absent.what())));
      }
    }

    /** Columns that the data map binds to words which may hold it. */
    private Set<String> excepted() {
      Optional<Description> live = scene.description(system);
      return scene.map().places().getOrDefault(system, Map.of()).values().stream()
          .filter(p -> live.flatMap(d -> d.table(p.table())).filter(table::equals).isPresent())
          .flatMap(p -> p.fields().values().stream())
          .filter(f -> absent.exceptWords().contains(f.word()))
          .map(f -> f.column())
          .collect(Collectors.toSet());
    }
  }

  private static boolean isNumber(Column column) {
    return column.type() == Description.Type.WHOLE || column.type() == Description.Type.DECIMAL;
  }

  private static boolean mayHold(Forbidden what, Column column) {
    boolean longEnough = column.length().map(l -> l >= 12).orElse(true);
    return longEnough
        && switch (column.type()) {
          case TEXT, JSON, BYTES, ARRAY, OTHER -> true;
          case WHOLE ->
              what == Forbidden.CARD_NUMBER && !SHORT_NUMBER.matcher(column.sqlType()).matches();
          case DECIMAL -> what == Forbidden.CARD_NUMBER;
          case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID -> false;
        };
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Absent absent = (Absent) promise;
    Sheet sheet = new Sheet(plan);
    for (Reply reply : replies) {
      sheet.read(reply, ValueCount.class).ifPresent(count -> judge(absent, reply, count, sheet));
    }
    return sheet.observe(
        "No "
            + said(absent.what(), 1)
            + " in any column of "
            + sheet.places()
            + " tables ("
            + Wording.count(sheet.rowsSeen(), "row", "rows")
            + ").");
  }

  private static void judge(Absent absent, Reply reply, ValueCount count, Sheet sheet) {
    String where = reply.inquiry().where();
    if (where.endsWith(NUMBERS)) {
      sheet.seen(where.substring(0, where.length() - NUMBERS.length()));
    } else {
      sheet.rows(count.rows());
    }
    if (reply.inquiry().question() instanceof Question.FindValues question
        && question.hit() instanceof ValueTest test
        && test.saw(Grade.LISTED)) {
      sheet.figure("numbers that issuers publish for tests", "found", where);
    }
    if (count.hits() == 0) {
      return;
    }
    String columns = String.join(", ", count.hitsByColumn().keySet().stream().sorted().toList());
    sheet.figure("found", count.hits(), where);
    String found =
        Wording.count(count.hits())
            + " "
            + said(absent.what(), count.hits())
            + " found in "
            + where
            + " ("
            + columns
            + ")";
    if (where.endsWith(NUMBERS) && byChance(count)) {
      sheet.doubtful(
          found
              + ", among "
              + Wording.count(count.candidates())
              + " long numbers: as many as chance gives. A person must look.");
    } else {
      sheet.violated(found + ".");
    }
  }

  private static boolean byChance(ValueCount count) {
    double share = (double) count.hits() / Math.max(1, count.candidates());
    return count.candidates() >= MANY && share > LEAST_BY_CHANCE && share < MOST_BY_CHANCE;
  }

  private static String said(Forbidden what, long n) {
    return switch (what) {
      case CARD_NUMBER -> n == 1 ? "card number" : "card numbers";
      case IBAN -> n == 1 ? "IBAN" : "IBANs";
    };
  }
}
