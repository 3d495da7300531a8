package dev.upheld.app.serve;

import static dev.upheld.store.generated.Tables.MAIL_OUTBOX;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Objecting;
import dev.upheld.duty.request.RequestMarks;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.Known;
import dev.upheld.engine.Marking;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.Subject;
import dev.upheld.engine.SystemReceipt;
import dev.upheld.job.JobRun;
import dev.upheld.job.Jobs;
import dev.upheld.job.Retry;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.Bars;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Marks;
import dev.upheld.register.Marks.Kind;
import dev.upheld.register.Marks.Mark;
import dev.upheld.register.Marks.Standing;
import dev.upheld.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Lasting states of people's data, between the files of requests, the register and the live
 * databases. A state is in force as soon as it is set; its marker in a database follows by a job.
 */
final class PeopleMarks implements RequestMarks {
  private static final String JOB = "request.mark";

  /**
   * What it stands on.
   *
   * @param erasing finds people in systems
   */
  record Parts(
      Store store,
      Journal journal,
      Jobs jobs,
      Supplier<Workspace> workspace,
      Function<CaseRef, Optional<CaseFile>> cases,
      Erasing erasing,
      Fingerprints fingerprints,
      SigningKeys signing,
      InstantSource clock) {}

  private final Parts on;

  PeopleMarks(Parts on) {
    this.on = on;
    on.jobs().onDemand(JOB, Retry.USUAL, this::work);
  }

  @Override
  public boolean ready() {
    return true;
  }

  @Override
  public Optional<Still> restriction(CaseRef request) {
    return Marks.all(on.store().dsl(), request.value()).stream()
        .filter(m -> m.kind() == Kind.RESTRICTION)
        .findFirst()
        .map(
            m ->
                new Still(
                    m.since(),
                    m.told(),
                    m.lifted(),
                    Marking.places(on.workspace().get()),
                    m.work().waits(),
                    m.work().stopped()));
  }

  private Subject subject(CaseFile file) {
    return AskedBy.of(on.workspace().get().charter(), file);
  }

  private Set<String> prints(Map<String, ? extends Collection<String>> known) {
    return new Prints(on.fingerprints(), () -> on.workspace().get().charter()).of(known);
  }

  /** What was said of the person counts at once; what systems know of them follows by the job. */
  @Override
  public void restrict(DSLContext tx, CaseFile file) {
    Marks.Setting setting =
        new Marks.Setting(
            Kind.RESTRICTION,
            file.ref().value(),
            List.of(),
            prints(subject(file).identifiers()),
            true);
    if (Marks.set(tx, setting, now()).isEmpty()) {
      throw refused("The data is kept still already.", "Open the request again.");
    }
  }

  private Instant now() {
    return on.clock().instant();
  }

  @Override
  public void tell(DSLContext tx, CaseRef request) {
    Marks.told(tx, inForce(tx, request), now());
  }

  /** The person must have been told; a mail that waits has told nobody. */
  @Override
  public void lift(DSLContext tx, CaseRef request) {
    Mark mark = inForce(tx, request);
    Instant told =
        mark.told()
            .orElseThrow(
                () -> refused("The person was not told yet.", "Tell them first, with the reason."));
    if (tx.fetchExists(
        MAIL_OUTBOX, MAIL_OUTBOX.NEXT_ATTEMPT.isNotNull().and(MAIL_OUTBOX.MADE.le(told)))) {
      throw refused("The mail that tells the person has not left yet.", "Wait until it has.");
    }
    Marks.lift(tx, mark, now());
  }

  private static Mark inForce(DSLContext tx, CaseRef request) {
    return Marks.of(tx, Kind.RESTRICTION, request.value())
        .orElseThrow(() -> refused("The data is not kept still.", "Open the request again."));
  }

  private static ProblemException refused(String what, String mend) {
    return new ProblemException(Problem.of(RequestProblem.MARK, what, mend));
  }

  private static Kind kind(Objecting.Kind of) {
    return switch (of) {
      case OBJECTION -> Kind.OBJECTION;
      case WITHDRAWAL -> Kind.WITHDRAWAL;
    };
  }

  @Override
  public Optional<Noted> noted(CaseRef request, Objecting.Kind kind) {
    return Marks.all(on.store().dsl(), request.value()).stream()
        .filter(m -> m.kind() == kind(kind))
        .findFirst()
        .map(m -> new Noted(m.since(), m.lifted(), m.activities()));
  }

  /** No database is written to, but systems are asked by what else they know the person. */
  @Override
  public void note(DSLContext tx, CaseFile file, Objecting.Kind kind, Set<String> activities) {
    Marks.Setting setting =
        new Marks.Setting(
            kind(kind),
            file.ref().value(),
            new TreeSet<>(activities),
            prints(subject(file).identifiers()),
            true);
    if (Marks.set(tx, setting, now()).isEmpty()) {
      throw refused("That was noted already.", "Open the request again.");
    }
  }

  @Override
  public void end(DSLContext tx, CaseRef request, Objecting.Kind kind) {
    Mark mark =
        Marks.of(tx, kind(kind), request.value())
            .orElseThrow(() -> refused("Nothing of that is in force.", "Open the request again."));
    Marks.end(tx, mark, now());
  }

  @Override
  public void carry() {
    for (Mark mark : Marks.waiting(on.store().dsl())) {
      String what = mark.lifted().isPresent() ? "lift" : "set";
      on.jobs().enqueue(JOB, mark.id() + "/" + what, mark.id().toString());
    }
  }

  @Override
  public boolean binds(CaseFile file) {
    DSLContext dsl = on.store().dsl();
    return Marks.all(dsl, file.ref().value()).stream()
            .filter(m -> Kind.BARS.contains(m.kind()))
            .anyMatch(m -> m.lifted().isEmpty() || m.work().waits())
        || held(file);
  }

  private boolean held(CaseFile file) {
    try {
      Bars bars = new Bars(on.store()::dsl, on.fingerprints());
      return bars.against(subject(file).identifiers()).isPresent();
    } catch (ProblemException e) {
      return false; // nothing in the file says who it is about
    }
  }

  private void work(JobRun run) {
    Marks.find(on.store().dsl(), UUID.fromString(run.payload()))
        .filter(m -> m.work().waits())
        .ifPresent(this::work);
  }

  private void work(Mark mark) {
    try {
      CaseFile file =
          mark.request()
              .flatMap(CaseRef::parse)
              .flatMap(on.cases())
              .orElseThrow(() -> refused("There is no such request.", "Nothing can be marked."));
      Workspace workspace = on.workspace().get();
      Subject subject = subject(file);
      Set<String> prints = prints(Known.of(on.erasing(), workspace, subject));
      boolean restricted = mark.lifted().isEmpty();
      if (mark.lifted().isEmpty()) {
        on.store()
            .inTransaction(
                tx -> {
                  Marks.alsoKnown(tx, mark, prints);
                  return true;
                });
      }
      if (mark.kind() != Kind.RESTRICTION || (!restricted && restrictedOtherwise(prints))) {
        done(mark, new Receipt(mark.id().toString(), "", List.of()));
        return;
      }
      Marking marking = new Marking(on.erasing(), on.clock());
      String id = mark.id().toString();
      done(mark, new Receipt(id, "", marking.write(workspace, subject, id, restricted)));
    } catch (ProblemException e) {
      stopped(mark, e.problems().stream().map(p -> p.what() + " " + p.mend()));
      throw e;
    }
  }

  /** Another request of the same person still keeps the data still. */
  private boolean restrictedOtherwise(Set<String> prints) {
    return Marks.among(on.store().dsl(), prints).values().stream()
        .flatMap(List::stream)
        .map(Standing::kind)
        .anyMatch(k -> k == Kind.RESTRICTION);
  }

  private void done(Mark mark, Receipt receipt) {
    if (!receipt.isWhole()) {
      throw refused(
          receipt.systems().stream()
              .filter(s -> !s.isDone())
              .map(s -> s.system() + ": " + String.join(" ", s.trouble()))
              .collect(Collectors.joining(" ")),
          "It is tried again.");
    }
    String signed = receipt.signed(on.signing().current()).toString();
    on.store()
        .inTransaction(
            tx -> {
              Marks.carried(tx, mark, signed);
              on.journal()
                  .append(
                      tx,
                      Draft.of(
                          mark.lifted().isEmpty() ? "request.marked" : "request.unmarked",
                          Map.of(
                              "case",
                              mark.request().orElse(""),
                              "systems",
                              receipt.systems().stream().map(SystemReceipt::system).toList())));
              return true;
            });
  }

  private void stopped(Mark mark, java.util.stream.Stream<String> why) {
    String text = why.collect(Collectors.joining(" "));
    on.store()
        .inTransaction(
            tx -> {
              Marks.stopped(tx, mark, text);
              return true;
            });
  }
}
