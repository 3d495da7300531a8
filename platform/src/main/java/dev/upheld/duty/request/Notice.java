package dev.upheld.duty.request;

import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.CaseFile.RightLine;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * A turn of a request, as programs of the company hear of it: by its reference, without a word of
 * who asks.
 *
 * @param event one of {@link #EVENTS}
 * @param facts in the order in which they are written
 */
public record Notice(String event, Map<String, Object> facts) {
  private static final String CLOSED = "request.closed";

  /** All there are. */
  public static final List<String> EVENTS =
      List.of(
          "request.received",
          "request.identified",
          "request.identity-asked",
          "request.planned",
          "request.approved",
          "request.decided",
          "request.extended",
          "request.task-given",
          "request.task-done",
          "request.task-failed",
          "request.due-soon",
          "request.overdue",
          CLOSED);

  /** What a notice tells beside its request; whatever else an act notes stays in the journal. */
  private static final List<String> FACTS =
      List.of("channel", "method", "plan", "right", "days", "task", "by", "counts");

  /** Hears of it, within the transaction that makes it so. */
  @FunctionalInterface
  public interface Takers {
    /** Nobody. */
    Takers NOBODY = (tx, notice) -> {};

    /** Queues it; sends nothing itself. */
    void take(DSLContext tx, Notice notice);
  }

  /** What an act is to others, mostly nothing or one notice. */
  static List<Notice> of(Told told, RequestCaseRecord row, List<RightLine> rights, Head head) {
    List<Notice> all = new ArrayList<>();
    event(told.what())
        .ifPresent(event -> all.add(head.notice(row, event, facts(told, row, rights))));
    if (told.what().equals("received") && row.getProvedBy() != null) {
      Map<String, Object> proved = Map.of("method", row.getProvedBy());
      all.add(head.notice(row, "request.identified", proved));
    }
    if (told.what().equals("right-refused") && row.getEnded() != null) {
      all.add(head.notice(row, CLOSED, outcomes(rights)));
    }
    return all;
  }

  private static Optional<String> event(String turn) {
    return Optional.ofNullable(
        switch (turn) {
          case "received", "identity-asked", "planned", "approved", "extended", "task-done" ->
              "request." + turn;
          case "task-failed", "due-soon", "overdue" -> "request." + turn;
          case "identity-proved" -> "request.identified";
          case "right-refused", "right-kept" -> "request.decided";
          case "done", "forwarded", "withdrawn" -> CLOSED;
          default -> null;
        });
  }

  private static Map<String, Object> facts(
      Told told, RequestCaseRecord row, List<RightLine> rights) {
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String fact : FACTS) {
      Optional.ofNullable(told.facts().get(fact)).ifPresent(value -> facts.put(fact, value));
    }
    switch (told.what()) {
      case "received" -> {
        facts.put("rights", rights.stream().map(RightLine::right).toList());
        facts.put("received", row.getReceived().toString());
      }
      case "right-refused" -> facts.put("outcome", "refused");
      case "right-kept" -> facts.put("outcome", "kept");
      case "done", "forwarded", "withdrawn" -> facts.putAll(outcomes(rights));
      default -> {}
    }
    return facts;
  }

  private static Map<String, Object> outcomes(List<RightLine> rights) {
    Map<String, Object> outcomes = new LinkedHashMap<>();
    rights.forEach(r -> outcomes.put(r.right(), r.outcome().name().toLowerCase(Locale.ROOT)));
    return Map.of("rights", outcomes);
  }

  /**
   * What every notice begins with.
   *
   * @param at when it happened
   * @param console the address of pages of requests, with a slash at its end
   */
  record Head(Instant at, String console) {

    Notice notice(RequestCaseRecord row, String event, Map<String, Object> facts) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("request", row.getRef());
      all.put("state", row.getState());
      all.put("due", row.getDue().toString());
      all.put("at", at.toString());
      all.putAll(facts);
      all.put("link", console + row.getRef());
      return new Notice(event, all);
    }
  }
}
