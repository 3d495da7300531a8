package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.Foretelling;
import dev.upheld.engine.Foretelling.Row;
import dev.upheld.engine.KeepAt;
import dev.upheld.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Finds whose data goes within the promised time, by what a run of the rule would end at that
 * instant, and tells each of them once. A mail and the note that it was written are one transaction
 * of the store.
 */
final class Warning {
  /** Rows of one person that are told of by one rule after the other share a mail. */
  private static final Duration SAME_NIGHT = Duration.ofHours(12);

  private final Expiring expiring;
  private final WarnStore store;
  private final WarnPrints prints;
  private final Optional<WarnMails> mails;
  private final InstantSource clock;

  /**
   * What it stands on.
   *
   * @param mails empty where no mails are written: then it only counts
   */
  record Parts(Expiring expiring, WarnStore store, WarnPrints prints, Optional<WarnMails> mails) {}

  Warning(Parts on, InstantSource clock) {
    this.expiring = on.expiring();
    this.store = on.store();
    this.prints = on.prints();
    this.mails = on.mails();
    this.clock = clock;
  }

  /** Whether it can write mails at all. */
  boolean writes() {
    return mails.isPresent();
  }

  /** The newest look of a rule as it is. */
  Optional<Warnings> newest(Rule rule) {
    return store.look(rule.id()).filter(w -> w.digest().equals(rule.digest()));
  }

  /** Whether the rule, as it is, looked for everybody since. */
  boolean isDoneSince(Rule rule, Instant since) {
    return newest(rule)
        .filter(w -> w.ended().isPresent() && !w.began().isBefore(since))
        .isPresent();
  }

  /** Whether people are told before rows of it go, and it can be carried out. */
  static boolean isPromised(Rule rule) {
    return rule.expiry().isPresent() && !rule.keep().warn().isEmpty();
  }

  /** Counts who would be told; nobody is. */
  Warnings.Figures look(Workspace workspace, Rule rule) {
    store.settle(rule.id());
    Term first = rule.keep().warn().getFirst();
    return new Pass(workspace, rule, first, Optional.empty()).all(() -> false);
  }

  /** Tells everybody who is not told yet, and keeps how many they were. */
  Warnings tell(Workspace workspace, Rule rule, BooleanSupplier halt) {
    Instant began = rule.kept().time().now();
    Warnings looked;
    try {
      Told told = told(workspace, rule, halt);
      Optional<Instant> ended = told.whole() ? Optional.of(clock.instant()) : Optional.empty();
      looked =
          new Warnings(rule.id(), rule.digest(), began, ended, told.figures(), Optional.empty());
    } catch (ProblemException e) {
      looked =
          new Warnings(
              rule.id(),
              rule.digest(),
              began,
              Optional.of(clock.instant()),
              Warnings.Figures.NONE,
              Retaining.said(e));
    }
    store.keep(looked);
    return looked;
  }

  /** What a look came to, and whether it came to its end. */
  private record Told(Warnings.Figures figures, boolean whole) {}

  private Told told(Workspace workspace, Rule rule, BooleanSupplier halt) {
    WarnMails to = mails.orElseThrow(() -> new IllegalStateException("there are no mails"));
    store.settle(rule.id());
    List<Term> steps = rule.keep().warn();
    Warnings.Figures figures = Warnings.Figures.NONE;
    boolean whole = true;
    for (Term before : steps) {
      Pass pass = new Pass(workspace, rule, before, Optional.of(to));
      Warnings.Figures found = pass.all(halt);
      boolean first = before.equals(steps.getFirst());
      figures = first ? found : figures.plus(later(found));
      whole &= pass.whole;
      if (pass.whole) {
        store.forget(pass.step, pass.times.now());
      }
    }
    return new Told(figures, whole);
  }

  /** Of a later mail about the same rows only those count that are new. */
  private static Warnings.Figures later(Warnings.Figures found) {
    return new Warnings.Figures(0, 0, 0, 0, 0, found.fresh());
  }

  /** One look for one time before the end. */
  private final class Pass {
    private final Workspace workspace;
    private final Rule rule;
    private final Term before;
    private final WarnTimes times;
    private final WarnStore.Step step;
    private final Instant goes;
    private final Optional<Letters> letters;
    private Warnings.Figures figures = Warnings.Figures.NONE;
    private boolean whole;

    Pass(Workspace workspace, Rule rule, Term before, Optional<WarnMails> to) {
      this.workspace = workspace;
      this.rule = rule;
      this.before = before;
      KeepAt kept = rule.kept();
      this.times = WarnTimes.of(kept);
      this.step = WarnPrints.step(kept, rule.system(), before);
      this.goes = times.goes(before);
      this.letters = to.map(mails -> new Letters(mails, mails.text(workspace, rule, goes)));
    }

    Warnings.Figures all(BooleanSupplier halt) {
      Foretelling.Way way =
          Addresses.of(workspace, rule.system(), rule.kept().place())
              .orElseThrow(() -> new IllegalArgumentException("a rule without addresses"));
      Expiry then =
          Rules.find(workspace, goes, rule.id())
              .flatMap(Rule::expiry)
              .orElseThrow(() -> new IllegalArgumentException("no rule of that name"));
      Foretelling told = new Foretelling(way, halt, this::take);
      whole = expiring.foretell(workspace, then, told).whole();
      return figures;
    }

    private void take(List<Row> rows) {
      Map<String, Row> byPrint = new LinkedHashMap<>();
      rows.forEach(row -> byPrint.put(prints.row(rule.id(), row.key()), row));
      Map<String, WarnStore.Kept> known = store.kept(step, byPrint.keySet());
      Map<String, WarnStore.Kept> earlier = earlier(byPrint);
      List<String> seen = new ArrayList<>();
      Map<String, String> untold = new LinkedHashMap<>();
      long unreached = 0;
      long refused = 0;
      for (Map.Entry<String, Row> each : byPrint.entrySet()) {
        Optional<String> address = each.getValue().address().filter(WarnMails::takes);
        Optional<WarnStore.Kept> told =
            Optional.ofNullable(known.get(each.getKey()))
                .filter(k -> times.cannotHaveComeBack(k.seen(), goes))
                .filter(k -> !k.failed() || isSame(k, address));
        if (told.isPresent()) {
          seen.add(each.getKey());
          refused += told.get().failed() ? 1 : 0;
        } else if (address.isEmpty()) {
          unreached++;
        } else if (isItsTurn(Optional.ofNullable(earlier.get(each.getKey())))) {
          untold.put(each.getKey(), address.get());
        }
      }
      letters.ifPresent(to -> store.inOne(tx -> tell(tx, to, seen, untold)));
      figures =
          figures.plus(
              new Warnings.Figures(
                  seen.size() + untold.size() + unreached,
                  seen.size() - refused,
                  untold.size(),
                  unreached,
                  refused));
    }

    private boolean isSame(WarnStore.Kept kept, Optional<String> address) {
      return address.map(prints::person).filter(p -> !p.equals(kept.person())).isEmpty();
    }

    /** What is kept of the mail that came before this one; empty for the first. */
    private Map<String, WarnStore.Kept> earlier(Map<String, Row> byPrint) {
      List<Term> steps = rule.keep().warn();
      int at = steps.indexOf(before);
      return at == 0
          ? Map.of()
          : store.kept(
              WarnPrints.step(rule.kept(), rule.system(), steps.get(at - 1)), byPrint.keySet());
    }

    /** A later mail comes so long before the row can go, which the one before may have put off. */
    private boolean isItsTurn(Optional<WarnStore.Kept> earlier) {
      int at = rule.keep().warn().indexOf(before);
      return at == 0
          || earlier
              .flatMap(WarnStore.Kept::sent)
              .map(sent -> end(rule.keep().warn().get(at - 1), sent))
              .filter(end -> !end.isAfter(goes))
              .isPresent();
    }

    private Instant end(Term term, Instant from) {
      return new WarnTimes(rule.keep(), times.zone(), from).goes(term);
    }

    private void tell(DSLContext tx, Letters to, List<String> seen, Map<String, String> untold) {
      WarnStore.seen(tx, step, seen, times.now());
      Map<String, String> people =
          untold.values().stream()
              .distinct()
              .collect(Collectors.toMap(prints::person, a -> a, (one, _) -> one));
      Instant lately = times.now().minus(SAME_NIGHT);
      Map<String, UUID> mail = new HashMap<>(WarnStore.mails(tx, step, people.keySet(), lately));
      people.forEach(
          (person, address) ->
              mail.computeIfAbsent(person, _ -> to.mails().send(tx, to.text(), address)));
      List<WarnStore.Fresh> fresh = new ArrayList<>();
      untold.forEach(
          (print, address) -> {
            String person = prints.person(address);
            UUID sent = Optional.ofNullable(mail.get(person)).orElseThrow();
            fresh.add(new WarnStore.Fresh(print, person, sent));
          });
      WarnStore.add(tx, step, fresh, times.now());
    }
  }

  /** The mails of one look. */
  private record Letters(WarnMails mails, WarnMails.Text text) {}

  /** For messages: {@code 30 days}. */
  static String said(List<Term> before) {
    return before.stream().map(Terms::say).collect(Collectors.joining(", "));
  }
}
