package dev.upheld.duty.request;

import dev.upheld.access.Vault;
import dev.upheld.charter.model.Charter;
import dev.upheld.crypto.CaseKeys;
import dev.upheld.job.Jobs;
import dev.upheld.journal.Journal;
import dev.upheld.mail.Mail;
import dev.upheld.probe.Prober;
import dev.upheld.register.Deferrals;
import dev.upheld.register.Subjects;
import dev.upheld.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;

/** The facade: requests of people, from the first word to the end of their file. Thread-safe. */
public final class Requests {
  private static final Duration LOOK = Duration.ofMinutes(10);

  private final Desk desk;
  private final Intake intake;
  private final Logins logins;
  private final Reports reports;
  private final PrivatePage own;
  private final Inbox inbox;
  private final Handling handling;
  private final Keeping keeping;
  private final Flow flow;
  private final Copies copies;
  private final Changes changes;
  private final Erasures erasures;
  private final Reviews reviews;
  private final Restricting restricting;
  private final Objecting objecting;
  private final Directives directives;
  private final Deaths deaths;
  private final Papers papers;
  private final Mails mails;

  /**
   * What it stands on.
   *
   * @param charter as it was last read without faults
   * @param vault seals what has no case yet
   * @param keys one for each case
   * @param officers who is told of deadlines and of what people write
   * @param work what is done in the systems
   * @param notices whoever else hears of each turn
   * @param url what people type to come here, without a path; links in mails start with it
   * @param page the path under which private pages lie, with a slash at its end
   */
  public record Parts(
      Store store,
      Journal journal,
      Mail mail,
      Supplier<Charter> charter,
      Vault vault,
      CaseKeys keys,
      Subjects subjects,
      Supplier<List<Officer>> officers,
      Supplier<RequestWork> work,
      Notice.Takers notices,
      String url,
      String page,
      InstantSource clock) {}

  /**
   * Who is told of deadlines.
   *
   * @param email personal data
   * @param language in which they read
   */
  public record Officer(String email, String language) {
    @Override
    public String toString() {
      return "Officer";
    }
  }

  public Requests(Parts parts) {
    desk = Desk.of(parts);
    Acts acts = new Acts(desk);
    flow = new Flow(desk);
    intake = new Intake(desk, acts, flow);
    logins = new Logins(desk, acts, flow, intake);
    reports = new Reports(desk, acts, flow);
    own = new PrivatePage(desk, acts, flow);
    inbox = new Inbox(desk);
    handling = new Handling(desk, acts, inbox);
    copies = new Copies(desk, acts, flow);
    changes = new Changes(desk, acts);
    erasures = new Erasures(desk);
    reviews = new Reviews(desk, acts, copies);
    restricting = new Restricting(desk, acts);
    objecting = new Objecting(desk, acts);
    directives = new Directives(desk, acts);
    deaths = new Deaths(desk, acts, directives);
    papers = new Papers(desk, acts, flow);
    mails = new Mails(desk, handling);
    keeping = new Keeping(desk, acts);
  }

  /** What people can ask for now. */
  public List<Offer> offers() {
    return Offers.of(desk.charter());
  }

  /** Today where the company is; deadlines are counted there. */
  public LocalDate today() {
    return desk.today();
  }

  /** The day by which all of these must be answered if asked today; withdrawing is at once. */
  public LocalDate answerBy(List<Offer> offers) {
    LocalDate today = desk.today();
    return offers.stream()
        .map(
            offer ->
                Dates.of(
                        desk.charter(),
                        List.of(offer.right()),
                        new Dates.Clock(today, List.of(), false, today))
                    .by())
        .max(java.util.Comparator.naturalOrder())
        .orElse(today);
  }

  /** The way in for everybody. */
  public Intake intake() {
    return intake;
  }

  /** The way in for whoever is signed in to the provider's own application. */
  public Logins logins() {
    return logins;
  }

  /** What systems say of tasks that were given for them. */
  public Reports reports() {
    return reports;
  }

  /** What the person who asked sees. */
  public PrivatePage own() {
    return own;
  }

  /** Copies of data that wait for whoever asked. */
  public Copies copies() {
    return copies;
  }

  /** What a copy holds of other people, and what was decided about it. */
  public Reviews reviews() {
    return reviews;
  }

  /** What is right, where a correction is asked for. */
  public Changes changes() {
    return changes;
  }

  /** What people are told of erasures. */
  public Erasures erasures() {
    return erasures;
  }

  /** Papers that people send to show who they are, or for whom they act. */
  public Papers papers() {
    return papers;
  }

  /** Mails that may be requests. */
  public Mails mails() {
    return mails;
  }

  /** The requests there are. */
  public Inbox inbox() {
    return inbox;
  }

  /** What people of the company do. */
  public Handling handling() {
    return handling;
  }

  /** Keeping people's data still. */
  public Restricting restricting() {
    return restricting;
  }

  /** Objections and withdrawn consent. */
  public Objecting objecting() {
    return objecting;
  }

  /** What people want to become of their data after their death. */
  public Directives directives() {
    return directives;
  }

  /** What becomes of the data of somebody who died. */
  public Deaths deaths() {
    return deaths;
  }

  /** How the promises to answer are measured, from the requests there are. */
  public List<Prober> probers() {
    return List.of(
        new AnswerProber(
            (right, day) -> Tally.of(desk.store().dsl(), right, day),
            () -> LeftOver.of(desk.store().dsl()),
            () -> Deferrals.stopped(desk.store().dsl())));
  }

  /** Names its job; it runs once the jobs are started. */
  public void plan(Jobs jobs) {
    jobs.every("request.keep", LOOK, run -> keep());
  }

  /** Does what time brings: warns, erases, tidies. */
  public void keep() {
    keeping.warn();
    keeping.erase();
    keeping.dropLeft();
    desk.work().get().marks().carry();
    desk.keys().rewrap();
    intake.tidy();
    logins.tidy();
    reports.tidy();
    copies.tidy();
    papers.tidy();
    mails.tidy();
    flow.tidy();
  }
}
