package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_LOGIN;

import dev.upheld.charter.model.Rights.IdentityCheck;
import dev.upheld.duty.request.Acts.Opening;
import dev.upheld.duty.request.Intake.Asked;
import dev.upheld.journal.Draft;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Secret;
import dev.upheld.kernel.Sha256;
import dev.upheld.mail.Mail;
import dev.upheld.store.generated.tables.records.RequestLoginRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The way in for whoever is signed in to the provider's own application. Its server says who that
 * is and gets a link that holds nothing of them; the link serves once, for some minutes, and only
 * here. Nobody looks whether the person is known. Thread-safe.
 */
public final class Logins {
  /** The word charters have for it. */
  public static final String METHOD = "account";

  /** How long a link waits to be followed. */
  public static final Duration WAITS = Duration.ofMinutes(10);

  /** How long the page behind it may be filled in. */
  private static final Duration PAGE = Duration.ofMinutes(30);

  private static final int TOKEN_BYTES = 32;
  private static final int MOST_LINES = 20;
  private static final String PURPOSE = "request-login";

  /** What begins another identifier where they are written down. */
  private static final Pattern SECOND = Pattern.compile("[,;\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Desk desk;
  private final Acts acts;
  private final Flow flow;
  private final Intake intake;

  Logins(Desk desk, Acts acts, Flow flow, Intake intake) {
    this.desk = desk;
    this.acts = acts;
    this.flow = flow;
    this.intake = intake;
  }

  /**
   * Whom the provider's application knows as signed in. Personal data, all of it.
   *
   * @param email where the person is written to
   * @param confirmed whether the application made sure that the address is theirs; where it did
   *     not, the person has to do so here, with a code
   * @param identifiers by word of the charter: {@code customers: 4711}
   * @param rights ticked when the page opens
   */
  public record Person(
      String email,
      boolean confirmed,
      String name,
      Map<String, String> identifiers,
      List<String> rights) {
    public Person {
      identifiers = Map.copyOf(identifiers);
      rights = List.copyOf(rights);
    }

    @Override
    public String toString() {
      return "Person";
    }
  }

  /** A link: the secret part of it, and when it ends. */
  public record Link(Secret<String> secret, Instant expires) {}

  /**
   * Makes a link.
   *
   * @param who whose token the application came with
   * @throws dev.upheld.kernel.ProblemException when the charter does not take an account for proof,
   *     no mail can be sent to the address, or too many were made for it
   */
  public Link make(Person person, ReferenceId who) {
    refuse(person);
    if (!flow.let(Flow.Kind.LOGIN, person.email().toLowerCase(Locale.ROOT))) {
      throw RequestProblem.FLOOD.because(
          "Too many links were made for this person lately.", "Try again in an hour.");
    }
    String token = desk.random().token(TOKEN_BYTES);
    Instant expires = desk.now().plus(WAITS);
    return desk.store()
        .inTransaction(
            tx -> {
              tx.insertInto(REQUEST_LOGIN)
                  .set(REQUEST_LOGIN.LINK_HASH, Sha256.of(token))
                  .set(
                      REQUEST_LOGIN.CONTENT_SEALED,
                      desk.vault().seal(PURPOSE, JSON.writeValueAsString(person)))
                  .set(REQUEST_LOGIN.MADE_BY, who.value())
                  .set(REQUEST_LOGIN.EXPIRES, expires)
                  .execute();
              desk.journal()
                  .append(tx, new Draft("request.login-made", Optional.of(who), Map.of()));
              return new Link(Secret.of(token), expires);
            });
  }

  private void refuse(Person person) {
    if (!promised()) {
      throw RequestProblem.LOGIN.because(
          "The charter does not name the account among the ways to make sure who asks.",
          "Add account to identity: {by: [...]}, or send people to /privacy.");
    }
    if (!Mail.takes(person.email()) || person.email().length() > Intake.LONGEST_LINE) {
      throw RequestProblem.ADDRESS.because(
          "No mail can be sent to the address.", "Give the address of the account.");
    }
    if (!offered().containsAll(person.rights())) {
      throw RequestProblem.CHOICE.because(
          "A right was named that is not offered.", "Leave rights out: the person chooses.");
    }
    if (!person.identifiers().values().stream().allMatch(Logins::isOne)) {
      throw RequestProblem.CHOICE.because(
          "An identifier is empty, too long, or holds a comma, a semicolon or a line break.",
          "Give each as one plain value; leave out names that people choose themselves.");
    }
  }

  /** Identifiers are written down one a line: a value must not become a second one. */
  private static boolean isOne(String value) {
    return !value.isBlank()
        && value.length() <= Intake.LONGEST_LINE
        && SECOND.matcher(value).results().findAny().isEmpty();
  }

  /** Where a charter lists ways, only those count. */
  private boolean promised() {
    List<String> by = check().map(IdentityCheck::by).orElse(List.of());
    return by.isEmpty() || by.contains(METHOD);
  }

  private Optional<IdentityCheck> check() {
    return desk.charter().rights().identity();
  }

  private Set<String> offered() {
    return Offers.of(desk.charter()).stream().map(Offer::right).collect(Collectors.toSet());
  }

  /** Whether a link can still be followed; changes nothing, since browsers look ahead. */
  public boolean waits(String link, String source) {
    if (flow.over(Flow.Kind.GUESS, source)) {
      return false;
    }
    Optional<RequestLoginRecord> row =
        desk.store()
            .dsl()
            .selectFrom(REQUEST_LOGIN)
            .where(REQUEST_LOGIN.LINK_HASH.eq(Sha256.of(link)))
            .fetchOptional();
    if (row.isEmpty()) {
      var _ = flow.let(Flow.Kind.GUESS, source);
    }
    return row.filter(this::isFresh).isPresent();
  }

  private boolean isFresh(RequestLoginRecord row) {
    return row.getTicketHash() == null && row.getExpires().isAfter(desk.now());
  }

  /**
   * Whoever followed a link.
   *
   * @param ticket stands for them on the page, and serves for one request
   * @param rights ticked
   * @param codeToo whether a code may be asked for all the same
   * @param mine their requests, the newest first; none where the address is not confirmed
   */
  public record Arrived(
      Secret<String> ticket, List<String> rights, boolean codeToo, List<Mine> mine) {
    public Arrived {
      rights = List.copyOf(rights);
      mine = List.copyOf(mine);
    }
  }

  /**
   * A request of somebody who is signed in.
   *
   * @param link opens its private page
   */
  public record Mine(CaseLine line, Secret<String> link) {}

  /** Follows a link: it is used up. Empty when it serves no more, or never did. */
  public Optional<Arrived> follow(String link, String source) {
    if (flow.over(Flow.Kind.GUESS, source)) {
      return Optional.empty();
    }
    String ticket = desk.random().token(TOKEN_BYTES);
    Optional<Arrived> arrived =
        desk.store()
            .inTransaction(
                tx ->
                    tx.selectFrom(REQUEST_LOGIN)
                        .where(REQUEST_LOGIN.LINK_HASH.eq(Sha256.of(link)))
                        .forUpdate()
                        .fetchOptional()
                        .flatMap(row -> followed(tx, row, ticket)));
    if (arrived.isEmpty()) {
      var _ = flow.let(Flow.Kind.GUESS, source);
    }
    return arrived;
  }

  private Optional<Arrived> followed(DSLContext tx, RequestLoginRecord row, String ticket) {
    if (!isFresh(row)) {
      replayed(tx, row);
      return Optional.empty();
    }
    row.setTicketHash(Sha256.of(ticket));
    row.setExpires(desk.now().plus(PAGE));
    row.store();
    Person person = person(row);
    journal(tx, row, "request.login-followed", Map.of());
    return Optional.of(
        new Arrived(
            Secret.of(ticket),
            person.rights(),
            !person.confirmed() || !accountFor().isEmpty(),
            person.confirmed() ? mine(tx, person.email()) : List.of()));
  }

  /** Told once for each link: who tries on must not fill the journal. */
  private void replayed(DSLContext tx, RequestLoginRecord row) {
    if (!row.getReplayed()) {
      row.setReplayed(true);
      row.store();
      String why = row.getTicketHash() == null ? "over" : "used";
      journal(tx, row, "request.login-refused", Map.of("because", why));
    }
  }

  private void journal(
      DSLContext tx, RequestLoginRecord row, String what, Map<String, Object> facts) {
    desk.journal()
        .append(tx, new Draft(what, Optional.of(new ReferenceId(row.getMadeBy())), facts));
  }

  private Person person(RequestLoginRecord row) {
    return JSON.readValue(desk.vault().open(PURPOSE, row.getContentSealed()), Person.class);
  }

  private List<Mine> mine(DSLContext tx, String email) {
    return desk.subjects().find(tx, email).stream()
        .flatMap(
            subject ->
                desk
                    .cases()
                    .lines(tx, REQUEST_CASE.SUBJECT.eq(subject.value()), MOST_LINES)
                    .stream())
        .flatMap(line -> link(tx, line).map(link -> new Mine(line, link)).stream())
        .toList();
  }

  private Optional<Secret<String>> link(DSLContext tx, CaseLine line) {
    return desk.cases()
        .find(tx, line.ref())
        .filter(row -> row.getLinkHash() != null)
        .flatMap(row -> desk.cases().contents(row))
        .map(c -> Secret.of(c.link()));
  }

  /**
   * What somebody chose on the page.
   *
   * @param language in which they read
   */
  public record Chosen(List<String> rights, String details, String language) {
    public Chosen {
      rights = List.copyOf(rights);
    }

    @Override
    public String toString() {
      return "Chosen";
    }
  }

  /** What became of it. */
  public sealed interface Outcome {}

  /**
   * The request is open.
   *
   * @param link opens its private page
   */
  public record Opened(CaseRef ref, Secret<String> link) implements Outcome {}

  /** Being signed in is not enough for this: a code is asked for, as of everybody. */
  public record Code(Intake.Begun begun) implements Outcome {}

  /** Nothing was chosen, or something that is not offered; the ticket serves on. */
  public record NothingAsked() implements Outcome {}

  /** The ticket was used, or its time is over. */
  public record Over() implements Outcome {}

  /**
   * Opens a request for whoever holds the ticket, or sends a code where the charter wants one.
   *
   * @param source where it comes from in the network
   */
  public Outcome ask(String ticket, Chosen chosen, String source) {
    if (flow.over(Flow.Kind.GUESS, source)) {
      return new Over();
    }
    if (chosen.rights().isEmpty() || !offered().containsAll(chosen.rights())) {
      return new NothingAsked();
    }
    Optional<Claimed> claimed = desk.store().inTransaction(tx -> claimed(tx, ticket, chosen));
    if (claimed.isEmpty()) {
      var _ = flow.let(Flow.Kind.GUESS, source);
      return new Over();
    }
    return switch (claimed.get()) {
      case Claimed.Now(Opened opened) -> opened;
      case Claimed.ByCode(Asked asked) -> new Code(intake.begin(asked, source));
    };
  }

  private sealed interface Claimed {
    record Now(Opened opened) implements Claimed {}

    record ByCode(Asked asked) implements Claimed {}
  }

  private Optional<Claimed> claimed(DSLContext tx, String ticket, Chosen chosen) {
    Optional<RequestLoginRecord> row =
        tx.selectFrom(REQUEST_LOGIN)
            .where(REQUEST_LOGIN.TICKET_HASH.eq(Sha256.of(ticket)))
            .and(REQUEST_LOGIN.CONTENT_SEALED.isNotNull())
            .and(REQUEST_LOGIN.EXPIRES.gt(desk.now()))
            .forUpdate()
            .fetchOptional();
    return row.map(
        r -> {
          Person person = person(r);
          r.setContentSealed(null);
          r.store();
          return claimed(tx, person, chosen);
        });
  }

  private Claimed claimed(DSLContext tx, Person person, Chosen chosen) {
    String identifiers =
        person.identifiers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + ": " + e.getValue())
            .collect(Collectors.joining("\n"));
    Contents contents =
        new Contents(person.name(), person.email(), "", identifiers, chosen.details(), "", "", "");
    if (!person.confirmed() || !isEnough(chosen.rights())) {
      return new Claimed.ByCode(new Asked(chosen.rights(), chosen.language(), contents));
    }
    CaseRef ref =
        acts.open(
            tx,
            new Opening(
                Channel.WEB,
                chosen.language(),
                State.IDENTITY_PROVED,
                METHOD,
                desk.today(),
                contents,
                chosen.rights()),
            Optional.empty());
    Secret<String> link =
        desk.cases()
            .find(tx, ref)
            .flatMap(row -> desk.cases().contents(row))
            .map(c -> Secret.of(c.link()))
            .orElseThrow(() -> new IllegalStateException("opened a moment ago"));
    return new Claimed.Now(new Opened(ref, link));
  }

  /** Where the charter names rights, an account is enough for those alone. */
  private boolean isEnough(List<String> rights) {
    return accountFor().isEmpty() || accountFor().containsAll(rights);
  }

  private List<String> accountFor() {
    return check().map(IdentityCheck::accountFor).orElse(List.of());
  }

  /** Erases what nobody followed or finished in time. */
  void tidy() {
    desk.store()
        .dsl()
        .deleteFrom(REQUEST_LOGIN)
        .where(REQUEST_LOGIN.EXPIRES.lt(desk.now()))
        .execute();
  }
}
