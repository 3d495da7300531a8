package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_RIGHT;
import static dev.upheld.store.generated.Tables.REQUEST_TURN;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.duty.request.State.Step;
import dev.upheld.journal.Draft;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.probe.watch.Agenda;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * The one way in which a request changes: its row is locked, the rule of the act is asked, dates
 * are counted anew, the journal and the turns of the request tell of it, and the promises it
 * concerns are measured soon after. All in one transaction, or not at all.
 */
final class Acts {
  private final Desk desk;

  Acts(Desk desk) {
    this.desk = desk;
  }

  /**
   * What an act does to the row.
   *
   * @param row locked; what is set in it is stored afterwards
   */
  record On(DSLContext tx, RequestCaseRecord row, State state) {

    CaseRef ref() {
      return new CaseRef(row.getRef());
    }

    /** Takes a step. */
    void step(Step step) {
      row.setState(state.after(step).orElseThrow(RequestProblem::notNow).word());
    }

    /** Refuses whatever can be done to a request that waits for an answer only. */
    void mustBeOpen() {
      if (!state.open()) {
        throw RequestProblem.notNow();
      }
    }
  }

  /** What happened, for the journal and for whoever reads the request. */
  record Told(String what, Map<String, Object> facts, boolean mailed) {
    static Told quietly(String what) {
      return new Told(what, Map.of(), false);
    }

    static Told byMail(String what) {
      return new Told(what, Map.of(), true);
    }

    Told with(String fact, Object value) {
      Map<String, Object> all = new HashMap<>(facts);
      all.put(fact, value);
      return new Told(what, all, mailed);
    }
  }

  /** The rule of an act. */
  @FunctionalInterface
  interface Rule {
    /**
     * Changes the row, or refuses.
     *
     * @throws ProblemException to undo all
     */
    Told act(On on);
  }

  /**
   * Does something to a request.
   *
   * @param who the person of the company; empty for the person who asks, and for Upheld itself
   */
  void change(CaseRef ref, Optional<ReferenceId> who, Rule rule) {
    var _ =
        desk.store()
            .inTransaction(
                tx -> {
                  RequestCaseRecord row =
                      desk.cases().locked(tx, ref).orElseThrow(RequestProblem::unknown);
                  refuseErased(row);
                  Told told = rule.act(new On(tx, row, state(row)));
                  who.ifPresent(w -> row.setHeard(desk.now()));
                  finish(tx, row, who, told);
                  return told;
                });
  }

  private static void refuseErased(RequestCaseRecord row) {
    if (row.getErased() != null) {
      throw RequestProblem.ERASED.because(
          "The file of this request was erased when its time was over.",
          "What is left are its dates.");
    }
  }

  static State state(RequestCaseRecord row) {
    return State.ofWord(row.getState()).orElseThrow();
  }

  /** Counts, stores, tells; the journal's lock is taken last. */
  void finish(DSLContext tx, RequestCaseRecord row, Optional<ReferenceId> who, Told told) {
    counted(tx, row);
    row.store();
    if (told.mailed()) {
      tell(tx, row, told.what().equals("received") ? "request-received" : "request-turn");
    }
    measureSoon(tx, rights(tx, row));
    note(tx, row, who, told);
  }

  /** Ends it as answered: from now on the time runs for which the file is kept. */
  void end(On on) {
    LocalDate today = desk.today();
    on.row().setEnded(today);
    on.row().setEraseAfter(today.plus(kept()));
    Papers.destroy(on.tx(), on.ref(), desk.now());
    on.tx()
        .update(REQUEST_RIGHT)
        .set(REQUEST_RIGHT.ENDED, today)
        .where(REQUEST_RIGHT.REF.eq(on.row().getRef()))
        .and(REQUEST_RIGHT.ENDED.isNull())
        .execute();
  }

  private Period kept() {
    return Keeping.period(desk.charter());
  }

  /** Whether something was answered in time does not change afterwards. */
  private void counted(DSLContext tx, RequestCaseRecord row) {
    List<String> open = open(tx, row);
    Dates.Clock clock =
        new Dates.Clock(
            row.getReceived(),
            Cases.pauses(tx, new CaseRef(row.getRef())),
            row.getExtended() != null,
            desk.today());
    for (String right : open) {
      tx.update(REQUEST_RIGHT)
          .set(REQUEST_RIGHT.DUE, Dates.of(desk.charter(), List.of(right), clock).by())
          .where(REQUEST_RIGHT.REF.eq(row.getRef()))
          .and(REQUEST_RIGHT.RIGHT_WORD.eq(right))
          .execute();
    }
    if (row.getEnded() == null) {
      Due due = Dates.of(desk.charter(), open.isEmpty() ? rights(tx, row) : open, clock);
      row.setDue(due.by());
      row.setDueSuspended(due.suspended());
    }
  }

  private static List<String> open(DSLContext tx, RequestCaseRecord row) {
    return tx.select(REQUEST_RIGHT.RIGHT_WORD)
        .from(REQUEST_RIGHT)
        .where(REQUEST_RIGHT.REF.eq(row.getRef()))
        .and(REQUEST_RIGHT.ENDED.isNull())
        .fetch(REQUEST_RIGHT.RIGHT_WORD);
  }

  private static List<String> rights(DSLContext tx, RequestCaseRecord row) {
    return tx.select(REQUEST_RIGHT.RIGHT_WORD)
        .from(REQUEST_RIGHT)
        .where(REQUEST_RIGHT.REF.eq(row.getRef()))
        .fetch(REQUEST_RIGHT.RIGHT_WORD);
  }

  /** A mail that says only that there is news, and where. */
  private void tell(DSLContext tx, RequestCaseRecord row, String template) {
    desk.cases()
        .contents(row)
        .ifPresent(
            c ->
                desk.mail(
                    tx,
                    template,
                    new Desk.To(c.email(), row.getLanguage()),
                    Map.of("ref", row.getRef(), "link", desk.page(c.link()))));
  }

  void measureSoon(DSLContext tx, Collection<String> rights) {
    Set<PromiseId> registered = Agenda.registered(tx).keySet();
    String company = desk.charter().company();
    for (String right : rights) {
      PromiseId id = new PromiseId(company, "rights-" + right, "answer");
      if (registered.contains(id)) {
        Agenda.ask(tx, id, desk.now());
      }
    }
  }

  private void note(DSLContext tx, RequestCaseRecord row, Optional<ReferenceId> who, Told told) {
    Map<String, Object> facts = new HashMap<>(told.facts());
    facts.put("case", row.getRef());
    facts.put("state", row.getState());
    facts.put("due", row.getDue().toString());
    long entry =
        desk.journal().append(tx, new Draft("request." + told.what(), who, facts)).sequence();
    tx.insertInto(REQUEST_TURN)
        .set(REQUEST_TURN.REF, row.getRef())
        .set(REQUEST_TURN.AT, desk.now())
        .set(REQUEST_TURN.ENTRY, entry)
        .set(REQUEST_TURN.WHAT, told.what())
        .set(REQUEST_TURN.ACTOR, who.map(ReferenceId::value).orElse(null))
        .execute();
    desk.notice(tx, row, told);
  }

  /** Opens a request; whoever can be written to is told. */
  CaseRef open(DSLContext tx, Opening opening, Optional<ReferenceId> who) {
    RequestCaseRecord row = tx.newRecord(REQUEST_CASE);
    row.setRef(CaseRef.random(new java.security.SecureRandom()).value());
    row.setKey(desk.keys().make());
    row.setChannel(opening.channel().word());
    row.setLanguage(opening.language());
    row.setState(opening.state().word());
    row.setReceived(opening.received());
    row.setMade(desk.now());
    row.setDue(opening.received());
    row.setDueSuspended(opening.received());
    String link = desk.random().token(LINK_BYTES);
    Contents contents = opening.contents().linked(link);
    row.setLinkHash(dev.upheld.kernel.Sha256.of(link));
    if (!contents.email().isBlank()) {
      row.setSubject(desk.subjects().of(tx, contents.email()).value());
    }
    if (opening.state() == State.IDENTITY_PROVED) {
      row.setProved(desk.today());
      row.setProvedBy(opening.method());
    }
    desk.cases().contents(row, contents);
    row.insert();
    for (String right : opening.rights()) {
      tx.insertInto(REQUEST_RIGHT)
          .set(REQUEST_RIGHT.REF, row.getRef())
          .set(REQUEST_RIGHT.RIGHT_WORD, right)
          .set(REQUEST_RIGHT.DUE, opening.received())
          .execute();
    }
    Told told =
        Told.byMail("received")
            .with("channel", row.getChannel())
            .with("rights", opening.rights())
            .with("received", row.getReceived().toString());
    finish(tx, row, who, row.getProvedBy() == null ? told : told.with("method", row.getProvedBy()));
    return new CaseRef(row.getRef());
  }

  private static final int LINK_BYTES = 32;

  /**
   * A request as it comes in.
   *
   * @param received the day it reached the company
   * @param state {@link State#IDENTITY_PROVED} when it is clear who asks
   * @param method how that became clear; means nothing in other states
   */
  record Opening(
      Channel channel,
      String language,
      State state,
      String method,
      LocalDate received,
      Contents contents,
      List<String> rights) {
    Opening {
      rights = rights.stream().distinct().toList();
    }
  }
}
