package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;

import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The requests there are, for people of the company. Thread-safe. */
public final class Inbox {
  private static final int MOST_LINES = 500;
  private static final int SOON_DAYS = 7;
  private static final int MOST_DUE = 20;

  private final Desk desk;

  Inbox(Desk desk) {
    this.desk = desk;
  }

  /** Which requests the inbox shows. */
  public enum Show {
    OPEN,
    ENDED,
    ALL
  }

  /** The inbox: open ones by deadline, then ended ones, the newest first. */
  public List<CaseLine> list(Show show) {
    return desk.cases().lines(desk.store().dsl(), condition(show), MOST_LINES);
  }

  /** How many open requests are late or due within a week. */
  public int dueSoon() {
    return desk.store().dsl().fetchCount(REQUEST_CASE, soon());
  }

  /** Those requests, the earliest deadline first. */
  public List<CaseLine> due() {
    return desk.cases().lines(desk.store().dsl(), soon(), MOST_DUE);
  }

  private Condition soon() {
    return REQUEST_CASE.ENDED.isNull().and(REQUEST_CASE.DUE.le(desk.today().plusDays(SOON_DAYS)));
  }

  /** How requests are answered, without a word about anybody. */
  public Statistics statistics() {
    return Statistics.of(desk.store().dsl(), desk.today());
  }

  private static Condition condition(Show show) {
    return switch (show) {
      case OPEN -> REQUEST_CASE.ENDED.isNull();
      case ENDED -> REQUEST_CASE.ENDED.isNotNull();
      case ALL -> DSL.noCondition();
    };
  }

  /**
   * Requests that fit a word: a reference, or the whole mail address of whoever asked. An address
   * is looked for by keyed hash.
   */
  public List<CaseLine> search(String word) {
    Condition byRef =
        CaseRef.parse(word)
            .map(ref -> REQUEST_CASE.REF.eq(ref.value()))
            .orElse(DSL.falseCondition());
    Condition which =
        desk.subjects()
            .find(desk.store().dsl(), word)
            .map(s -> byRef.or(REQUEST_CASE.SUBJECT.eq(s.value())))
            .orElse(byRef);
    return desk.cases().lines(desk.store().dsl(), which, MOST_LINES);
  }

  /** Everything about one request; empty when there is none of that name. */
  public Optional<CaseFile> find(CaseRef ref) {
    return desk.cases()
        .find(desk.store().dsl(), ref)
        .map(row -> desk.cases().file(desk.store().dsl(), row, desk.charter(), desk.today()));
  }
}
