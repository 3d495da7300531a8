package dev.upheld.engine.residue;

import dev.upheld.engine.residue.TableSeen.Hit;
import dev.upheld.register.Rest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What of all that was found in one system is left over, and what has a reason. Pure. */
final class Weighing {
  private final Map<Of, Rest> rests = new HashMap<>();
  private final LocalDate today;

  private record Of(String erasure, String table) {}

  /**
   * @param rests of the system
   * @param today by which what was kept until a day must be gone
   */
  Weighing(List<Rest> rests, LocalDate today) {
    rests.forEach(r -> this.rests.put(new Of(r.erasure(), r.table()), r));
    this.today = today;
  }

  List<Finding> findings(List<TableSeen> seen) {
    Set<String> back =
        seen.stream()
            .flatMap(t -> t.hits().stream())
            .filter(h -> h.younger() > 0)
            .map(Hit::erasure)
            .collect(Collectors.toSet());
    List<Finding> findings = new ArrayList<>();
    for (TableSeen table : seen) {
      Map<String, Tally> byColumn = new TreeMap<>();
      for (Hit hit : table.hits()) {
        byColumn
            .computeIfAbsent(hit.column(), c -> new Tally())
            .add(hit, Optional.ofNullable(rests.get(new Of(hit.erasure(), table.table()))), back);
      }
      byColumn.forEach((column, tally) -> findings.add(tally.finding(table.table(), column)));
    }
    return findings;
  }

  /** A day is given to whatever erases what has come due. */
  private boolean mayBeThere(Rest rest) {
    return rest.until().map(day -> !today.isAfter(day.plusDays(1))).orElse(true);
  }

  private final class Tally {
    private long left;
    private long kept;
    private long returned;
    private long unsure;
    private Optional<LocalDate> until = Optional.empty();
    private final Set<String> reasons = new TreeSet<>();

    void add(Hit hit, Optional<Rest> rest, Set<String> back) {
      returned += hit.younger();
      long older = hit.rows() - hit.younger();
      long allowed =
          rest.map(r -> (mayBeThere(r) ? r.kept() : 0) + (hit.number() ? r.shells() : 0))
              .orElse(0L);
      long explained = Math.min(older, allowed);
      if (explained > 0) {
        kept += explained;
        rest.ifPresent(this::why);
      }
      if (!hit.dated() && back.contains(hit.erasure())) {
        unsure += older - explained;
      } else {
        left += older - explained;
      }
    }

    private void why(Rest rest) {
      reasons.addAll(rest.reasons());
      until =
          until.isEmpty()
              ? rest.until()
              : until.map(a -> rest.until().filter(a::isBefore).orElse(a));
    }

    Finding finding(String table, String column) {
      return new Finding(table, column, left, kept, until, List.copyOf(reasons), returned, unsure);
    }
  }
}
