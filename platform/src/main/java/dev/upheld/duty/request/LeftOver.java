package dev.upheld.duty.request;

import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.register.ResiduePasses;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * What the last search for people who were erased still found. An erasure that left something is
 * not answered, whatever was told the person.
 *
 * @param rows that nothing explains
 * @param where the columns they lie in, by system and table
 */
record LeftOver(long rows, List<String> where) {
  private static final int NAMED = 5;

  LeftOver {
    where = List.copyOf(where);
  }

  /** Empty where nothing is left, or nobody has searched yet. */
  static Optional<LeftOver> of(DSLContext dsl) {
    return ResiduePasses.last(dsl, 1).stream()
        .filter(last -> last.found() > 0)
        .map(last -> of(ResidueReport.kept(last.report())))
        .findFirst();
  }

  private static LeftOver of(ResidueReport report) {
    return new LeftOver(
        report.left(),
        report.systems().stream()
            .flatMap(
                s ->
                    s.findings().stream()
                        .filter(f -> f.left() > 0)
                        .map(f -> s.system() + "/" + f.table() + "." + f.column()))
            .toList());
  }

  /** One sentence. */
  String said() {
    return (rows == 1
            ? "1 row of somebody who was erased is still there: "
            : rows + " rows of people who were erased are still there: ")
        + String.join(", ", where.stream().limit(NAMED).toList())
        + (where.size() > NAMED ? " and others." : ".");
  }
}
