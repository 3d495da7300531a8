package dev.upheld.access;

import dev.upheld.journal.ReferenceId;
import org.jooq.DSLContext;

/** Where other parts of Upheld keep that a person did something. */
@FunctionalInterface
public interface Traces {

  /** Erases who the person was there, within the caller's transaction. */
  void forget(DSLContext tx, ReferenceId person);
}
