package dev.upheld.edge.console.proof;

import dev.upheld.charter.CharterReading;
import dev.upheld.charter.Charters;
import dev.upheld.charter.ClauseList;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.edge.console.view.Coverage;
import dev.upheld.edge.console.view.View;
import dev.upheld.probe.board.Clauses;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import dev.upheld.verdict.clause.ClauseTable;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The coverage of an example with made-up verdicts, whole, filtered, and with clauses missing. */
public final class CoverageLooks {
  private static final Instant NOW = Instant.parse("2026-11-22T09:20:00Z");
  private static final Path EXAMPLES = Path.of("..", "examples");

  private CoverageLooks() {}

  /** By name. */
  public static Map<String, View> all() {
    Map<String, View> looks = new LinkedHashMap<>();
    String small = "clever-cloud-morocco";
    looks.put("coverage", of(clauses(small, listed(small)), Coverage.Filter.all()));
    List<String> more = new ArrayList<>(listed(small));
    more.remove("MA-02");
    more.addFirst("MA-00");
    looks.put(
        "coverage-filtered",
        of(
            clauses(small, more),
            new Coverage.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Backing.MISSING))));
    return looks;
  }

  static Coverage of(Clauses clauses, Coverage.Filter filter) {
    return Covered.page(clauses, filter, id -> "en");
  }

  static List<String> listed(String example) {
    return ClauseList.of(EXAMPLES.resolve(example)).ids().orElseThrow();
  }

  static Clauses clauses(String example, List<String> listed) {
    CharterReading reading = Charters.read(EXAMPLES.resolve(example), LocalDate.of(2026, 11, 22));
    Charter charter = reading.charter().orElseThrow();
    Map<String, String> titles = new LinkedHashMap<>();
    charter.activities().forEach((id, activity) -> titles.put(id, activity.title()));
    Map<PromiseId, Promise> promises = new LinkedHashMap<>();
    Charters.promises(charter).forEach(p -> promises.put(p.id(), p));
    return new Clauses(
        NOW,
        charter.organisation().company().name(),
        ClauseTable.of(
            List.copyOf(promises.values()),
            Charters.findings(charter),
            Optional.of(listed),
            new ClauseTable.Known(
                CoverageLooks::built,
                id -> Optional.of(built(promises.get(id)) ? verdict(id) : Verdict.UNPROVEN))),
        titles,
        Optional.of(NOW.minusSeconds(18_000)));
  }

  /** As if some duties were not built yet. */
  private static boolean built(@Nullable Promise promise) {
    return promise != null
        && (promise.header().way() == Way.ATTEST
            || switch (promise.duty()) {
              case RETENTION, SAFEGUARD, RESIDENCY, NOTICE -> true;
              case REQUEST, CONSENT, AUDIENCE, SECURITYLOG, SUPPLIER, BREACH, RISK -> false;
            });
  }

  /** Some of each, always the same. */
  private static Verdict verdict(PromiseId id) {
    int dice = Math.floorMod(id.toString().hashCode(), 100);
    if (dice < 4) {
      return Verdict.BROKEN;
    }
    if (dice < 9) {
      return Verdict.AT_RISK;
    }
    return dice < 32 ? Verdict.UNPROVEN : Verdict.UPHELD;
  }
}
