package dev.upheld.charter.check;

import dev.upheld.charter.check.Remark.Codes;
import dev.upheld.charter.check.Remark.Place;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.model.Measures.Breach;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.law.BreachClock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Breaches told no later than the law allows. */
final class BreachCheck {
  private final Charter charter;

  BreachCheck(Charter charter) {
    this.charter = charter;
  }

  List<Remark> remarks() {
    return charter.measures().breach().value().stream().flatMap(this::remarks).toList();
  }

  private Stream<Remark> remarks(Breach breach) {
    return Stream.of(
            late(breach, breach.authority(), BreachClock.Recipient.AUTHORITY),
            late(breach, breach.people(), BreachClock.Recipient.PEOPLE),
            late(breach, breach.customers(), BreachClock.Recipient.CONTROLLER))
        .flatMap(s -> s);
  }

  private Stream<Remark> late(
      Breach breach, Stated<Optional<Term>> promised, BreachClock.Recipient to) {
    return promised.value().flatMap(t -> t).stream()
        .flatMap(
            term ->
                charter.law().jurisdictions().stream()
                    .flatMap(pack -> pack.breach(to).stream())
                    .filter(clock -> Spans.isLonger(term, clock.within().value()))
                    .map(clock -> remark(breach, term, clock)));
  }

  private static Remark remark(Breach breach, Term term, BreachClock clock) {
    return Remark.against(
        clock.reference(),
        clock.within().mayBind(),
        new Codes(CharterCode.BREACH_AGAINST_LAW, FindingCode.BREACH_LATE),
        new Place(breach.source(), Optional.empty()),
        new Remark.Words(
            "A breach is promised to be told within %s; the law says %s."
                .formatted(Terms.say(term), clock.within().value().words()),
            "Promise %s or less.".formatted(clock.within().value().words())));
  }
}
