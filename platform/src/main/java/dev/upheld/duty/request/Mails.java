package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_MAIL;
import static dev.upheld.store.generated.Tables.REQUEST_MAILBOX;

import dev.upheld.job.Jobs;
import dev.upheld.journal.Draft;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.mail.box.Arrived;
import dev.upheld.mail.box.Mailbox;
import dev.upheld.mail.box.Place;
import dev.upheld.store.generated.tables.records.RequestMailRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Mails to the company that may be requests. A job reads them out of the mailbox; people decide
 * which is one. What a mail says is sealed with a key of its own and gone once that is decided.
 * Thread-safe.
 */
public final class Mails {
  /** More wait in the mailbox, unread: a flood must not fill the store. */
  static final int MOST_WAITING = 500;

  private static final Duration LOOK = Duration.ofMinutes(2);
  private static final Duration LEFT = Duration.ofDays(7);

  /** So long a mail that somebody marks as unread again is not taken for a new one. */
  private static final Period REMEMBERED = Period.ofDays(400);

  private static final String PURPOSE = "request-mail";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Desk desk;
  private final Handling handling;

  Mails(Desk desk, Handling handling) {
    this.desk = desk;
    this.handling = handling;
  }

  /** Where a mail stands. */
  private enum Stands {
    WAITING,
    OPENED,
    REFUSED,
    /** A program sent it: it stays unread in the mailbox. */
    LEFT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What a mail is that is no request. */
  public enum Matter {
    OTHER_MATTER,
    ADVERTISING,
    DOUBLE,
    ANSWERED;

    /** As forms and the journal write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads it; empty when it is none. */
    public static Optional<Matter> ofWord(String word) {
      return List.of(values()).stream().filter(w -> w.word().equals(word)).findFirst();
    }
  }

  /**
   * A mail that waits for somebody to decide.
   *
   * @param received the day it came; the time to answer runs from it
   */
  public record Waiting(UUID id, LocalDate received, Arrived mail) {}

  /** Names the job that looks into the mailbox. */
  public void plan(Jobs jobs, Mailbox box) {
    jobs.every("request.mailbox", LOOK, run -> look(box));
  }

  /** Takes what came into the mailbox since the last look, and notes how that went. */
  public void look(Mailbox box) {
    AtomicInteger came = new AtomicInteger();
    AtomicInteger left = new AtomicInteger();
    Mailbox.Looked looked =
        box.look(
            new Mailbox.Taker() {
              @Override
              public Set<Place> known(List<Place> places) {
                return Mails.this.known(places);
              }

              @Override
              public boolean take(Place place, Arrived mail) {
                if (mail.automatic()) {
                  left.addAndGet(leave(place, mail));
                  return false;
                }
                if (waiting() >= MOST_WAITING) {
                  return false;
                }
                came.addAndGet(keep(place, mail));
                return true;
              }
            });
    noted(looked, came.get(), left.get());
  }

  private void noted(Mailbox.Looked looked, int came, int left) {
    Optional<String> trouble =
        switch (looked) {
          case Mailbox.Reached() -> Optional.empty();
          case Mailbox.NotReached(var why) ->
              Optional.of(why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    var _ =
        desk.store()
            .inTransaction(
                tx -> {
                  if (came + left > 0) {
                    desk.journal()
                        .append(
                            tx, Draft.of("request.mails-came", Map.of("came", came, "left", left)));
                  }
                  return tx.insertInto(REQUEST_MAILBOX)
                      .set(REQUEST_MAILBOX.LOOKED, desk.now())
                      .set(REQUEST_MAILBOX.TROUBLE, trouble.orElse(null))
                      .onConflict(REQUEST_MAILBOX.ONE)
                      .doUpdate()
                      .set(REQUEST_MAILBOX.LOOKED, desk.now())
                      .set(REQUEST_MAILBOX.TROUBLE, trouble.orElse(null))
                      .execute();
                });
  }

  /** What was wrong with the mailbox at the newest look, unless that is older; empty if nothing. */
  public static Optional<String> trouble(DSLContext dsl, Instant since) {
    return dsl.select(REQUEST_MAILBOX.TROUBLE)
        .from(REQUEST_MAILBOX)
        .where(REQUEST_MAILBOX.LOOKED.ge(since))
        .and(REQUEST_MAILBOX.TROUBLE.isNotNull())
        .fetchOptional(REQUEST_MAILBOX.TROUBLE);
  }

  private Set<Place> known(List<Place> places) {
    Map<String, Place> byHash = new HashMap<>();
    places.forEach(p -> byHash.put(hex(hash(p)), p));
    return desk
        .store()
        .dsl()
        .select(REQUEST_MAIL.PLACE)
        .from(REQUEST_MAIL)
        .where(REQUEST_MAIL.PLACE.in(places.stream().map(this::hash).toList()))
        .fetch(REQUEST_MAIL.PLACE)
        .stream()
        .flatMap(found -> Optional.ofNullable(byHash.get(hex(found))).stream())
        .collect(Collectors.toSet());
  }

  private byte[] hash(Place place) {
    return desk.vault().fingerprint(PURPOSE, place.validity() + "/" + place.uid());
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  private int leave(Place place, Arrived mail) {
    return desk.store()
        .inTransaction(
            tx -> {
              RequestMailRecord row = row(tx, place, mail, Stands.LEFT);
              row.setGone(desk.now());
              return row.insert();
            });
  }

  private RequestMailRecord row(DSLContext tx, Place place, Arrived mail, Stands stands) {
    RequestMailRecord row = tx.newRecord(REQUEST_MAIL);
    row.setId(UUID.randomUUID());
    row.setPlace(hash(place));
    row.setState(stands.word());
    Instant now = desk.now();
    row.setReceived(desk.day(mail.received().isAfter(now) ? now : mail.received()));
    row.setCame(now);
    return row;
  }

  /** The same mail in another place (moved there and back, the folder counted anew) is no other. */
  private int keep(Place place, Arrived mail) {
    return desk.store()
        .inTransaction(
            tx -> {
              RequestMailRecord row = row(tx, place, mail, Stands.WAITING);
              if (!mail.id().isEmpty()) {
                byte[] same =
                    desk.vault().fingerprint(PURPOSE, JSON.writeValueAsString(told(mail)));
                if (tx.fetchExists(REQUEST_MAIL, REQUEST_MAIL.SAME.eq(same))) {
                  return 0;
                }
                row.setSame(same);
              }
              UUID key = desk.keys().make();
              row.setKey(key);
              row.setContentSealed(
                  desk.keys()
                      .seal(
                          key,
                          JSON.writeValueAsString(mail).getBytes(StandardCharsets.UTF_8),
                          context(row.getId())));
              return row.insert();
            });
  }

  private static List<String> told(Arrived mail) {
    return List.of(mail.id(), mail.name(), mail.email(), mail.subject(), mail.text());
  }

  private static String context(UUID mail) {
    return "mail" + mail;
  }

  /** How many mails wait for somebody to look at them. */
  public int waiting() {
    return desk.store()
        .dsl()
        .fetchCount(REQUEST_MAIL, REQUEST_MAIL.STATE.eq(Stands.WAITING.word()));
  }

  /** Those mails, the oldest first. */
  public List<Waiting> list() {
    return desk
        .store()
        .dsl()
        .selectFrom(REQUEST_MAIL)
        .where(REQUEST_MAIL.STATE.eq(Stands.WAITING.word()))
        .orderBy(REQUEST_MAIL.RECEIVED, REQUEST_MAIL.ID)
        .limit(MOST_WAITING)
        .stream()
        .flatMap(row -> opened(row).stream())
        .toList();
  }

  /** One that waits; empty when none of that name does. */
  public Optional<Waiting> find(UUID id) {
    return desk.store()
        .dsl()
        .selectFrom(REQUEST_MAIL)
        .where(REQUEST_MAIL.ID.eq(id))
        .and(REQUEST_MAIL.STATE.eq(Stands.WAITING.word()))
        .fetchOptional()
        .flatMap(this::opened);
  }

  private Optional<Waiting> opened(RequestMailRecord row) {
    return desk.keys()
        .open(row.getKey(), row.getContentSealed(), context(row.getId()))
        .map(
            plain ->
                new Waiting(
                    row.getId(),
                    row.getReceived(),
                    JSON.readValue(new String(plain, StandardCharsets.UTF_8), Arrived.class)));
  }

  /**
   * A mail that is a request.
   *
   * @param contents as whoever decided took it from the mail
   */
  public record Taken(List<String> rights, String language, Contents contents) {
    public Taken {
      rights = List.copyOf(rights);
    }
  }

  /**
   * Opens a request of it, whose time runs from the day the mail came. Twice is once.
   *
   * @throws ProblemException when it asks for nothing that is offered or names nobody
   */
  public CaseRef open(UUID id, Taken taken, ReferenceId who) {
    CaseRef ref =
        desk.store()
            .inTransaction(
                tx -> {
                  RequestMailRecord row = locked(tx, id);
                  if (row.getRef() != null) {
                    return new CaseRef(row.getRef());
                  }
                  mustWait(row);
                  CaseRef opened =
                      handling.open(
                          tx,
                          new Handling.New(
                              Channel.MAIL,
                              taken.language(),
                              row.getReceived(),
                              taken.rights(),
                              taken.contents()),
                          who);
                  row.setRef(opened.value());
                  close(row, Stands.OPENED);
                  return opened;
                });
    dropKeys();
    return ref;
  }

  /** Notes that it is no request; what it says is erased. */
  public void refuse(UUID id, Matter why, ReferenceId who) {
    var _ =
        desk.store()
            .inTransaction(
                tx -> {
                  RequestMailRecord row = locked(tx, id);
                  mustWait(row);
                  close(row, Stands.REFUSED);
                  return desk.journal()
                      .append(
                          tx,
                          new Draft(
                              "request.mail-refused",
                              Optional.of(who),
                              Map.of("mail", id.toString(), "why", why.word())));
                });
    dropKeys();
  }

  private static RequestMailRecord locked(DSLContext tx, UUID id) {
    return tx.selectFrom(REQUEST_MAIL)
        .where(REQUEST_MAIL.ID.eq(id))
        .forUpdate()
        .fetchOptional()
        .orElseThrow(RequestProblem::unknown);
  }

  private static void mustWait(RequestMailRecord row) {
    if (!row.getState().equals(Stands.WAITING.word())) {
      throw RequestProblem.notNow();
    }
  }

  private void close(RequestMailRecord row, Stands stands) {
    row.setState(stands.word());
    row.setContentSealed(null);
    row.setGone(desk.now());
    row.store();
  }

  /** Drops the keys of mails that are gone, and forgets the oldest. */
  void tidy() {
    dropKeys();
    desk.store()
        .dsl()
        .deleteFrom(REQUEST_MAIL)
        .where(REQUEST_MAIL.GONE.lt(desk.now().minus(REMEMBERED)))
        .execute();
  }

  /** After the commit: a key dropped for nothing would leave a mail nobody can read. */
  private void dropKeys() {
    desk
        .store()
        .dsl()
        .select(REQUEST_MAIL.KEY)
        .from(REQUEST_MAIL)
        .where(REQUEST_MAIL.GONE.gt(desk.now().minus(LEFT)))
        .and(REQUEST_MAIL.KEY.isNotNull())
        .fetch(REQUEST_MAIL.KEY)
        .stream()
        .filter(desk.keys()::has)
        .forEach(desk.keys()::drop);
  }
}
