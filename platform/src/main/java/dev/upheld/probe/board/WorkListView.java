package dev.upheld.probe.board;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Way;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.board.Scenery.Seen;
import dev.upheld.probe.board.WorkList.Action;
import dev.upheld.probe.board.WorkList.Item;
import dev.upheld.probe.board.WorkList.Reason;
import dev.upheld.probe.board.WorkList.Sense;
import dev.upheld.probe.board.WorkList.When;
import dev.upheld.probe.keep.Change;
import dev.upheld.verdict.Evidence;
import dev.upheld.verdict.Outcome;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.Verdicts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** From the scenery to the work list. Pure. */
record WorkListView(Scenery scenery, ReferenceId person, Predicate<Promise> measured) {
  /** An attestation that ends within this time is due. */
  private static final Duration AHEAD = Duration.ofDays(30);

  private static final Comparator<Item> BY_DATE =
      Comparator.comparing(i -> i.date().map(When::at).orElse(Instant.MAX));

  WorkList of(List<Change> changes) {
    List<Item> needs = new ArrayList<>();
    List<Item> due = new ArrayList<>();
    for (Seen seen : scenery.seen().values()) {
      Optional<Item> need = need(seen);
      need.filter(n -> !isAhead(n)).ifPresent(needs::add);
      need.filter(this::isAhead)
          .or(() -> need.isEmpty() ? ahead(seen) : Optional.empty())
          .ifPresent(due::add);
    }
    needs.sort(
        Comparator.comparing(Item::reason)
            .thenComparing(Comparator.comparing(Item::mine).reversed())
            .thenComparing(BY_DATE)
            .thenComparing(Item::promise));
    due.sort(BY_DATE.thenComparing(Item::promise));
    return new WorkList(scenery.now(), needs, due, changes.stream().map(this::change).toList());
  }

  /** Known, owned and with a day ahead: that is due, and needs nobody today. */
  private boolean isAhead(Item item) {
    return item.reason() == Reason.BROKEN_KNOWN
        && item.date()
            .filter(d -> d.sense() == Sense.DUE && d.at().isAfter(scenery.now()))
            .isPresent();
  }

  private Optional<Item> need(Seen seen) {
    return switch (seen.judgement().verdict()) {
      case BROKEN -> Optional.of(broken(seen));
      case UNPROVEN -> unproven(seen);
      case AT_RISK -> Optional.of(atRisk(seen));
      case UPHELD -> Optional.empty();
    };
  }

  private Item broken(Seen seen) {
    Optional<When> since = since(seen);
    if (seen.care().acknowledged().isEmpty()) {
      return item(seen, Reason.BROKEN_NEW, since, Action.ACKNOWLEDGE);
    }
    if (!seen.care().owned()) {
      return item(seen, Reason.NO_OWNER, since, Action.ASSIGN);
    }
    Optional<When> due = seen.care().due().map(d -> new When(Sense.DUE, d));
    return item(
        seen, Reason.BROKEN_KNOWN, due.or(() -> since), measured(seen, Action.PROVE, Action.OPEN));
  }

  private Optional<Item> unproven(Seen seen) {
    Optional<Evidence> last = seen.judgement().restsOn().stream().findFirst();
    if (seen.promise().header().way() == Way.ATTEST && last.map(this::attested).orElse(true)) {
      return Optional.of(
          last.flatMap(Evidence::until)
              .map(
                  end ->
                      item(
                          seen,
                          Reason.ATTESTATION_ENDS,
                          Optional.of(new When(Sense.ENDS, end)),
                          Action.ATTEST))
              .orElseGet(() -> item(seen, Reason.TO_ATTEST, Optional.empty(), Action.ATTEST)));
    }
    if (last.isPresent()) {
      boolean old = Verdicts.found(last.get()) != Outcome.UNSEEN;
      return Optional.of(
          item(seen, old ? Reason.EVIDENCE_OLD : Reason.NOT_SEEN, since(seen), prove(seen)));
    }
    // What no part of Upheld can measure yet is on the wall; nobody can do anything about it here.
    return Optional.of(item(seen, Reason.NOT_SEEN, since(seen), Action.PROVE))
        .filter(i -> measured.test(seen.promise()));
  }

  private boolean attested(Evidence evidence) {
    return evidence.source() == Evidence.Source.ATTESTATION;
  }

  private Item atRisk(Seen seen) {
    boolean doubt =
        seen.judgement().restsOn().stream().anyMatch(e -> e.outcome() == Outcome.DOUBTFUL);
    return doubt
        ? item(seen, Reason.DOUBT, since(seen), Action.OPEN)
        : item(seen, Reason.EVIDENCE_OLD, ages(seen), prove(seen));
  }

  private Optional<When> ages(Seen seen) {
    return seen.timeline()
        .next(scenery.now())
        .map(turned -> new When(Sense.AGES, turned.at()))
        .or(() -> since(seen));
  }

  /** What is well, but has a date soon. */
  private Optional<Item> ahead(Seen seen) {
    Optional<Instant> end =
        seen.judgement().restsOn().stream()
            .flatMap(e -> e.until().stream())
            .min(Instant::compareTo);
    return end.filter(e -> !e.isAfter(scenery.now().plus(AHEAD)))
        .map(
            e ->
                item(
                    seen,
                    Reason.ATTESTATION_ENDS,
                    Optional.of(new When(Sense.ENDS, e)),
                    Action.ATTEST));
  }

  private Action prove(Seen seen) {
    return measured(seen, Action.PROVE, Action.OPEN);
  }

  private Action measured(Seen seen, Action yes, Action no) {
    return measured.test(seen.promise()) ? yes : no;
  }

  private static Optional<When> since(Seen seen) {
    return seen.since().map(at -> new When(Sense.SINCE, at));
  }

  private Item item(Seen seen, Reason reason, Optional<When> date, Action action) {
    return new Item(
        seen.promise().id(),
        seen.promise().header().sentence(),
        seen.judgement().verdict(),
        reason,
        seen.judgement().why(),
        seen.care(),
        seen.care().owner().filter(person::equals).isPresent(),
        date,
        action);
  }

  private WorkList.Change change(Change c) {
    String sentence =
        Optional.ofNullable(scenery.seen().get(c.promise()))
            .map(s -> s.promise().header().sentence())
            .orElse("");
    return new WorkList.Change(
        c.promise(), sentence, verdict(c.from()), verdict(c.to()), c.at(), c.why());
  }

  private static Verdict verdict(Optional<Verdict> known) {
    return known.orElse(Verdict.UNPROVEN);
  }
}
