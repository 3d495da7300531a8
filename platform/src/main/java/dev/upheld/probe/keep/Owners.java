package dev.upheld.probe.keep;

import static dev.upheld.store.generated.Tables.PROBE_CARE;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.ReferenceId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** Whom promises are assigned to. */
public final class Owners {
  private Owners() {}

  /** The persons assigned to some promises; those without are left out. */
  public static Map<PromiseId, ReferenceId> of(DSLContext tx, Collection<PromiseId> promises) {
    Map<PromiseId, ReferenceId> owners = new HashMap<>();
    tx.select(PROBE_CARE.PROMISE, PROBE_CARE.OWNER)
        .from(PROBE_CARE)
        .where(PROBE_CARE.PROMISE.in(promises.stream().map(PromiseId::toString).toList()))
        .and(PROBE_CARE.OWNER.isNotNull())
        .forEach(row -> owners.put(Statement.id(row.value1()), new ReferenceId(row.value2())));
    return owners;
  }
}
