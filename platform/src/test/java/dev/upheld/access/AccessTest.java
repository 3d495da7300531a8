package dev.upheld.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.crypto.Passwords;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Secret;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Coming in, on a store and without a web server. */
class AccessTest {
  private static final Secret<String> PASSWORD = Secret.of("violet kettle marches");
  private static final Secret<String> WRONG = Secret.of("violet kettle rests");
  private static final String EMAIL = "ida@nimbus.example";
  private static final Executor THREADS = task -> Thread.ofVirtual().start(task);
  private static final Origin HERE = new Origin("192.0.2.7", "curl/8");

  private final MovedClock clock = new MovedClock();
  private final StoreAddress.External address = Stores.freshAddress();
  private final Store store = Stores.open(address);
  private final Journal journal = new Journal(store, clock);
  private final Told told = new Told(new ArrayList<>());
  private final Access access =
      new Access(
          new Access.Parts(
              store,
              journal,
              new OpenVault(),
              new Passwords(new Passwords.Cost(64, 1)),
              told,
              SessionRules.USUAL,
              clock));

  @AfterEach
  void close() {
    store.close();
  }

  private String joined() {
    String path = access.people().firstOfficer(EMAIL);
    var change =
        access.accounts().join(path.substring(path.lastIndexOf('/') + 1), "Ida Ek", PASSWORD, HERE);
    assertThat(change).isInstanceOf(Accounts.Changed.class);
    SignIn.Outcome next = ((Accounts.Changed) change).next();
    String session = ((SignIn.NeedsEnrolment) next).session().reveal();
    return enrolled(session, Secret.of(""));
  }

  private String enrolled(String session, Secret<String> password) {
    SignIn.Outcome done = enrol(session, password);
    assertThat(done).isInstanceOf(SignIn.Enrolled.class);
    return ((SignIn.Enrolled) done).session().reveal();
  }

  private SignIn.Outcome enrol(String session, Secret<String> password) {
    SignIn.Offer offer = access.signIn().enrolment(session, "Upheld").orElseThrow();
    String code = new Authenticator(offer.key()).code(clock.instant());
    return access.signIn().enrol(session, password, code, HERE);
  }

  @Test
  void exchangingTheSecondFactorAsksThePasswordAndIsToldByMail() {
    String session = joined();
    assertThat(told.letters).isEmpty();

    assertThat(enrol(session, Secret.of(""))).isEqualTo(new SignIn.NotYou());
    assertThat(enrol(session, WRONG)).isEqualTo(new SignIn.NotYou());
    assertThat(access.sessions().visit(session)).as("the session goes on").isPresent();
    assertThat(told.letters).isEmpty();

    String next = enrolled(session, PASSWORD);
    assertThat(told.letters).containsExactly("factor changed " + EMAIL);
    assertThat(access.sessions().visit(session)).isEmpty();
    assertThat(access.sessions().visit(next)).isPresent();
  }

  @Test
  void guessingThePasswordThereHasALimit() {
    String session = joined();
    for (int i = 0; i < 5; i++) {
      assertThat(enrol(session, WRONG)).isEqualTo(new SignIn.NotYou());
    }
    assertThat(enrol(session, PASSWORD)).isInstanceOf(SignIn.Wait.class);
  }

  @Test
  void theAddressesOfOneNetworkCountAsOne() {
    for (int i = 1; i <= 30; i++) {
      assertThat(tried(i, "2001:db8:1:2:" + Integer.toHexString(i * 77) + "::" + i))
          .isEqualTo(new SignIn.Refused());
    }
    assertThat(tried(31, "2001:DB8:1:2::9999")).isInstanceOf(SignIn.Wait.class);
    assertThat(tried(32, "2001:db8:1:3::1")).isEqualTo(new SignIn.Refused());
  }

  @Test
  void addressesOfVersionFourCountEachForItself() {
    for (int i = 1; i <= 31; i++) {
      assertThat(tried(i, "192.0.2." + i)).isEqualTo(new SignIn.Refused());
    }
    for (int i = 31; i <= 59; i++) {
      assertThat(tried(i, "::ffff:192.0.2.9")).isEqualTo(new SignIn.Refused());
    }
    assertThat(tried(60, "192.0.2.9")).isInstanceOf(SignIn.Wait.class);
  }

  private SignIn.Outcome tried(int who, String from) {
    return access
        .signIn()
        .password("nobody" + who + "@nimbus.example", WRONG, new Origin(from, "curl/8"));
  }

  /** Making one would be a statement more than for people who do not exist. */
  @Test
  void aRefusalMakesNoReference() throws SQLException {
    access.people().enterOnce(EMAIL, "Ida Ek", Role.OFFICER);
    assertThat(access.signIn().password(EMAIL, WRONG, HERE)).isEqualTo(new SignIn.Refused());
    assertThat(number("SELECT count(*) FROM upheld.person_reference")).isZero();
  }

  @Test
  void aRefusalNamesWhoeverIsKnown() {
    joined();
    assertThat(access.signIn().password(EMAIL, WRONG, HERE)).isEqualTo(new SignIn.Refused());
    tried(1, "192.0.2.7");
    assertThat(journal.page(0, 100, "session.refused"))
        .extracting(Entry::actor)
        .extracting(Optional::isPresent)
        .containsExactly(true, false);
  }

  /** The lock of the journal comes last: else whoever waits for a row makes everybody wait. */
  @Test
  void withdrawingWaitsForTheRowBeforeItTakesTheJournal() throws Exception {
    access.people().firstOfficer(EMAIL);
    PersonId invited = access.people().list().getFirst().id();
    Identity by =
        new Identity(
            PersonId.random(), Role.OFFICER, Set.of(), new Identity.BySession(UUID.randomUUID()));
    CompletableFuture<People.Done> withdrawn;
    try (Connection other = Stores.asOwner(address);
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("SELECT * FROM upheld.access_person FOR UPDATE");
      withdrawn =
          CompletableFuture.supplyAsync(() -> access.people().withdraw(by, invited), THREADS);
      waitUntilSomebodyWaits();
      CompletableFuture.runAsync(() -> journal.append(List.of(Draft.of("a.b", Map.of()))), THREADS)
          .get(5, TimeUnit.SECONDS);
      other.rollback();
    }
    assertThat(withdrawn.get(5, TimeUnit.SECONDS)).isEqualTo(People.Done.DONE);
    assertThat(access.people().list()).isEmpty();
  }

  private void waitUntilSomebodyWaits() throws SQLException {
    for (int i = 0; i < 100; i++) {
      long waiting =
          number(
              "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                  + " AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()");
      if (waiting > 0) {
        return;
      }
      number("SELECT count(pg_sleep(0.05)) FROM (SELECT 1) one");
    }
    throw new AssertionError("nobody waits");
  }

  private long number(String sql) throws SQLException {
    try (Connection run = Stores.asRun(address);
        Statement statement = run.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private record Told(List<String> letters) implements Letters {

    @Override
    public void invitation(DSLContext tx, To to, String role, String path) {
      letters.add("invitation " + to.email());
    }

    @Override
    public void reset(DSLContext tx, To to, String path) {
      letters.add("reset " + to.email());
    }

    @Override
    public void changed(DSLContext tx, To to) {
      letters.add("changed " + to.email());
    }

    @Override
    public void factorChanged(DSLContext tx, To to) {
      letters.add("factor changed " + to.email());
    }
  }

  /** Seals nothing: what is tested here is not in the store. */
  private record OpenVault() implements Vault {

    @Override
    public byte[] seal(String purpose, String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(String purpose, byte[] sealed) {
      return new String(sealed, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] fingerprint(String purpose, String text) {
      try {
        return MessageDigest.getInstance("SHA-256")
            .digest((purpose + " " + text).getBytes(StandardCharsets.UTF_8));
      } catch (NoSuchAlgorithmException e) {
        throw new AssertionError(e);
      }
    }
  }
}
