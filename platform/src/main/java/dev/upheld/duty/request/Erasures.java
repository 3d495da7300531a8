package dev.upheld.duty.request;

import org.jooq.DSLContext;

/** What people are told of erasures, in the files of their requests. Thread-safe. */
public final class Erasures {
  private final Desk desk;

  Erasures(Desk desk) {
    this.desk = desk;
  }

  /**
   * Keeps it with the file, in place of what was kept before; a file that was erased takes nothing
   * on any more. The row of the request stays locked until the end of the transaction: take it
   * before any other row of the request.
   */
  public void keep(DSLContext tx, CaseRef ref, Erasure erasure) {
    desk.cases()
        .locked(tx, ref)
        .ifPresent(
            row ->
                desk.cases()
                    .contents(row)
                    .ifPresent(
                        contents -> {
                          desk.cases().contents(row, contents.erased(erasure));
                          row.store();
                        }));
  }
}
