package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.upheld.app.serve.ResidueWork;
import dev.upheld.connect.Connectors;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Barring;
import dev.upheld.engine.Expired;
import dev.upheld.engine.Expiring;
import dev.upheld.engine.Pace;
import dev.upheld.engine.Sparing;
import dev.upheld.journal.Entry;
import dev.upheld.journal.Journal;
import dev.upheld.kernel.Progress;
import dev.upheld.mail.Delivery;
import dev.upheld.mail.Mail;
import dev.upheld.mail.MailServer;
import dev.upheld.mail.Seal;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.Prove;
import dev.upheld.register.Fingerprints;
import dev.upheld.store.Store;
import dev.upheld.store.generated.Tables;
import dev.upheld.testing.Databases;
import dev.upheld.testing.SmallShop;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import dev.upheld.testing.TestServer;
import dev.upheld.verdict.Verdict;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose data goes is told by mail in time, once, and nothing goes of which nobody was told. */
class WarningTest {
  private static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private static final String RULE = "shop/accounts/keep@shop/customer";

  private final Store store = Stores.fresh();
  private Instant now = RetentionShop.NOW;
  private final InstantSource clock = () -> now;
  private final Journal journal = new Journal(store, clock);
  private final Sealing seal = new Sealing();
  private final Fingerprints prints = new Fingerprints(SmallShop.HASH);
  private final Retaining.Books books = new Retaining.Books(store, journal);
  private final Retaining retaining =
      new Retaining(
          new Retaining.Parts(
              Optional.of(books),
              new Expiring(
                  RetentionShop::open,
                  new Sparing(Barring.NONE, Retention.warned(books, prints)),
                  clock),
              ResidueWork::open,
              clock,
              Optional.of(new Retaining.Tellers(prints, Optional.of(mails())))));
  private final Desk desk = new Desk(retaining, store, journal, clock);

  private WarnMails mails() {
    URI centre = URI.create("https://shop.example/privacy");
    return new WarnMails(new Mail(seal, () -> now, "shop.example"), "en", centre);
  }

  /** Fails when it is told to, as a process does that is killed. */
  private static final class Sealing implements Seal {
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    @Override
    public byte[] seal(String purpose, String text) {
      if (left.getAndDecrement() <= 0) {
        throw new IllegalStateException("killed");
      }
      return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(String purpose, byte[] sealed) {
      return new String(sealed, StandardCharsets.UTF_8);
    }
  }

  @BeforeAll
  static void starts() {
    MAILS.start();
  }

  @AfterAll
  static void stops() {
    MAILS.stop();
  }

  @AfterEach
  void closes() {
    store.close();
    MAILS.reset();
  }

  private static void customers(RetentionShop shop, String... lefts) {
    for (int i = 0; i < lefts.length; i++) {
      shop.execute(
          "INSERT INTO customer VALUES ("
              + (i + 1)
              + ", 'c"
              + (i + 1)
              + "@people.example', '"
              + lefts[i]
              + " 10:00:00')");
    }
  }

  private void with(TestDatabase.Engine engine, Consumer<RetentionShop> test) {
    TestServer server =
        engine == TestDatabase.Engine.POSTGRESQL ? Databases.postgres() : Databases.mariadb();
    TestDatabase database = server.freshDatabase();
    try {
      RetentionShop shop = new RetentionShop(database, TestFolders.create("warning"));
      shop.remembers();
      shop.charter(
          "keep: {for: 3 years, from: contract-end, then: delete}",
          "keep: {for: 3 years, from: contract-end, then: delete, warn: 30 days}");
      test.accept(shop);
    } finally {
      server.drop(database);
    }
  }

  private void release(RetentionShop shop) {
    Rule rule = shop.rule("accounts/keep", "customer", now);
    retaining.release(
        shop.workspace(),
        new Retaining.What(rule.id(), rule.digest(), new Seen.Much()),
        Optional.empty());
  }

  private static Retaining.Way way() {
    return new Retaining.Way(Pace.Way.usual(_ -> {}), () -> false, Progress.SILENT);
  }

  private Warnings.Figures tell(RetentionShop shop) {
    List<Warnings> all = retaining.warnSince(shop.workspace(), now, way());
    assertThat(all).hasSize(1);
    assertThat(all.getFirst().trouble()).isEmpty();
    return all.getFirst().figures();
  }

  private Expired run(RetentionShop shop) {
    List<Ran> ran = retaining.run(shop.workspace(), Optional.of(RULE), way());
    assertThat(ran).hasSize(1);
    assertThat(ran.getFirst().trouble()).isEmpty();
    return ran.getFirst().done().orElseThrow();
  }

  /** Sends what waits, as the server does. */
  private void deliver(int mails) {
    MailServer server =
        new MailServer(
            "127.0.0.1",
            MAILS.getSmtp().getPort(),
            MailServer.Protection.NONE,
            Optional.empty(),
            "privacy@shop.example");
    int before = MAILS.getReceivedMessages().length;
    try (Delivery delivery = new Delivery(store, seal, server, clock)) {
      delivery.start();
      assertThat(MAILS.waitForIncomingEmail(20_000, before + mails)).isTrue();
    }
  }

  private static List<String> recipients() {
    return Arrays.stream(MAILS.getReceivedMessages())
        .map(
            mail -> {
              try {
                return mail.getAllRecipients()[0].toString();
              } catch (MessagingException e) {
                throw new AssertionError(e);
              }
            })
        .sorted()
        .toList();
  }

  private PromiseResult measured(RetentionShop shop) {
    return measured(shop, "shop/accounts/warn");
  }

  private PromiseResult measured(RetentionShop shop, String promise) {
    Workspace w = shop.workspace();
    return new Prove(
            Connectors.builtIn(), List.of(desk.warnings(shop::workspace)), clock, Progress.SILENT)
        .run(
            new Assignment(w.root(), w.promises(), w.terms(), w.map(), w.zone()),
            p -> p.id().toString().equals(promise))
        .results()
        .getFirst();
  }

  private Verdict verdict(RetentionShop shop) {
    return measured(shop).verdict();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void nothingGoesBeforeItsPersonWasToldInTime(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          customers(shop, "2023-12-10", "2023-01-01", "2025-06-01");
          release(shop);
          assertThat(run(shop).keptBack()).isEqualTo(Map.of(Expired.UNTOLD, 1L));
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(2, 0, 2, 0, 0));
          assertThat(run(shop).keptBack()).isEqualTo(Map.of(Expired.TOLD_LATELY, 1L));
          deliver(2);
          assertThat(recipients()).containsExactly("c1@people.example", "c2@people.example");
          now = now.plus(Duration.ofDays(29));
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(2, 2, 0, 0, 0));
          assertThat(run(shop).keptBack()).isEqualTo(Map.of(Expired.TOLD_LATELY, 2L));
          assertThat(shop.ids("customer")).containsExactly("1", "2", "3");
          now = now.plus(Duration.ofDays(2));
          Expired done = run(shop);
          assertThat(done.keptBack()).isEmpty();
          assertThat(done.told()).isEqualTo(2);
          assertThat(shop.ids("customer")).containsExactly("3");
          assertThat(store.dsl().fetchCount(Tables.MAIL_OUTBOX)).isEqualTo(2);
          assertThat(journal.page(0, 100, "retention.warned"))
              .extracting(Entry::kind)
              .hasSize(2)
              .containsOnly("retention.warned");
        });
  }

  /** A night later: looks again, and runs. */
  private Expired nights(RetentionShop shop, int days) {
    now = now.plus(Duration.ofDays(days));
    tell(shop);
    return run(shop);
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void whoCameBackIsToldAnewBeforeTheNextEnd(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          customers(shop, "2023-12-10", "2023-12-10");
          release(shop);
          tell(shop);
          deliver(2);
          shop.execute("UPDATE customer SET left_at = '2026-11-23 10:00:00' WHERE id = 1");
          assertThat(nights(shop, 31).at("customer").deleted()).isEqualTo(1);
          assertThat(shop.ids("customer")).containsExactly("1");
          now = Instant.parse("2029-11-01T12:00:00Z");
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(1, 0, 1, 0, 0));
          now = Instant.parse("2029-11-24T12:00:00Z");
          assertThat(run(shop).keptBack()).isEqualTo(Map.of(Expired.TOLD_LATELY, 1L));
          deliver(1);
          assertThat(recipients())
              .containsExactly("c1@people.example", "c1@people.example", "c2@people.example");
        });
  }

  /** Nobody looked while the person came back and left again: the old mail counts no more. */
  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void aMailOfBeforeALongPauseCountsNoMore(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          customers(shop, "2023-12-10");
          release(shop);
          tell(shop);
          deliver(1);
          shop.execute("UPDATE customer SET left_at = '2026-11-23 10:00:00'");
          now = Instant.parse("2029-12-01T12:00:00Z");
          assertThat(run(shop).keptBack()).isEqualTo(Map.of(Expired.UNTOLD, 1L));
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(1, 0, 1, 0, 0));
          assertThat(shop.ids("customer")).containsExactly("1");
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void whoHasNoAddressOrRefusesMailStaysAndIsCounted(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          customers(shop, "2023-01-01", "2023-01-01", "2023-01-01");
          shop.execute("UPDATE customer SET email = 'nobody' WHERE id = 1");
          release(shop);
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(3, 0, 2, 1, 0));
          store
              .dsl()
              .execute(
                  "UPDATE mail_outbox SET failed = '550 no such user', next_attempt = NULL WHERE id ="
                      + " (SELECT mail FROM retention_warning WHERE person = ?)",
                  prints.of("email", "c2@people.example"));
          deliver(1);
          assertThat(recipients()).containsExactly("c3@people.example");
          now = now.plus(Duration.ofDays(31));
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(3, 1, 0, 1, 1));
          assertThat(run(shop).keptBack()).isEqualTo(Map.of(Expired.UNTOLD, 2L));
          assertThat(shop.ids("customer")).containsExactly("1", "2");
          PromiseResult result = measured(shop);
          assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
          assertThat(result.judgement().why())
              .contains("no address that mail can go to", "refused by the mail server");
          shop.execute("UPDATE customer SET email = 'new@people.example' WHERE id = 2");
          now = now.plusSeconds(60);
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(2, 0, 1, 1, 0));
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void killedInTheMidstNobodyIsToldTwiceOrLost(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          customers(shop, "2023-12-10", "2023-12-11", "2023-12-12");
          release(shop);
          seal.left.set(1);
          assertThatThrownBy(() -> tell(shop)).hasMessage("killed");
          assertThat(store.dsl().fetchCount(Tables.MAIL_OUTBOX)).isZero();
          assertThat(store.dsl().fetchCount(Tables.RETENTION_WARNING)).isZero();
          seal.left.set(Integer.MAX_VALUE);
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(3, 0, 3, 0, 0));
          now = now.plusSeconds(60);
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(3, 3, 0, 0, 0));
          deliver(3);
          assertThat(recipients())
              .containsExactly("c1@people.example", "c2@people.example", "c3@people.example");
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void whileTheMailServerIsAwayNothingGoes(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          customers(shop, "2023-12-10");
          assertThat(verdict(shop)).as("nobody looked").isEqualTo(Verdict.BROKEN);
          release(shop);
          tell(shop);
          assertThat(verdict(shop)).isEqualTo(Verdict.UPHELD);
          assertThat(nights(shop, 40).keptBack()).isEqualTo(Map.of(Expired.TOLD_LATELY, 1L));
          PromiseResult waits = measured(shop);
          assertThat(waits.verdict()).isEqualTo(Verdict.BROKEN);
          assertThat(waits.judgement().why()).contains("wait for a day and more to be sent");
          deliver(1);
          assertThat(nights(shop, 29).keptBack()).isEqualTo(Map.of(Expired.TOLD_LATELY, 1L));
          assertThat(verdict(shop)).isEqualTo(Verdict.UPHELD);
          assertThat(nights(shop, 2).at("customer").deleted()).isEqualTo(1);
          assertThat(verdict(shop)).isEqualTo(Verdict.UPHELD);
        });
  }

  /** As a run by a rule does that is carried out past the gate. */
  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void whatWentUntoldBreaksThePromise(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          customers(shop, "2023-12-10", "2023-12-11");
          release(shop);
          tell(shop);
          deliver(2);
          assertThat(nights(shop, 31).told()).isEqualTo(2);
          assertThat(verdict(shop)).isEqualTo(Verdict.UPHELD);
          store
              .dsl()
              .execute("UPDATE retention_run SET done = replace(done, '\"told\":2', '\"told\":1')");
          PromiseResult result = measured(shop);
          assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
          assertThat(result.judgement().why()).contains("1 row of shop/customer went");
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void ofManyRowsAPersonGetsOneMailAndALaterOneComesSoLongBefore(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          shop.charter(
              "unless: [{reason: dispute}], then: delete}",
              "unless: [{reason: dispute}], then: delete, warn: [60 days, 10 days]}");
          customers(shop, "2026-11-01", "2026-11-01");
          for (int ticket = 1; ticket <= 4; ticket++) {
            shop.execute(
                "INSERT INTO ticket VALUES ("
                    + ticket
                    + ", "
                    + (ticket % 2 + 1)
                    + ", 'x', '2025-01-01 10:00:00', FALSE)");
          }
          Rule rule = shop.rule("support/keep", "ticket", now);
          retaining.release(
              shop.workspace(),
              new Retaining.What(rule.id(), rule.digest(), new Seen.Much()),
              Optional.empty());
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(4, 0, 4, 0, 0));
          deliver(2);
          now = now.plus(Duration.ofDays(49));
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(4, 4, 0, 0, 0));
          now = now.plus(Duration.ofDays(2));
          assertThat(tell(shop)).isEqualTo(new Warnings.Figures(4, 4, 0, 0, 0, 4));
          deliver(2);
          assertThat(recipients()).hasSize(4);
          now = now.plus(Duration.ofDays(9));
          assertThat(tickets(shop)).isEqualTo(Map.of(Expired.TOLD_LATELY, 4L));
          now = now.plus(Duration.ofDays(2));
          assertThat(tickets(shop)).isEmpty();
          assertThat(shop.ids("ticket")).isEmpty();
          assertThat(shop.ids("customer")).containsExactly("1", "2");
        });
  }

  private Map<String, Long> tickets(RetentionShop shop) {
    String rule = "shop/support/keep@shop/ticket";
    return retaining
        .run(shop.workspace(), Optional.of(rule), way())
        .getFirst()
        .done()
        .orElseThrow()
        .keptBack();
  }

  /** A year is over, the two of the wish are not: the row goes in nine days, and nobody looked. */
  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void aRowKeptLongerForAReasonIsMissedAsWell(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          shop.datedReasons();
          shop.charter(
              "for: 50 days, from: closed}]", "for: 2 years, from: closed}], warn: 30 days");
          shop.execute("INSERT INTO customer VALUES (1, 'c1@people.example', NULL)");
          shop.execute(
              "INSERT INTO ticket VALUES"
                  + " (1, 1, 'x', '2024-12-01 10:00:00', FALSE, NULL, FALSE, TRUE)");
          PromiseResult result = measured(shop, "shop/support/warn");
          assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
          shop.execute("UPDATE ticket SET closed_at = '2025-12-01 10:00:00'");
          assertThat(measured(shop, "shop/support/warn").verdict()).isNotEqualTo(Verdict.BROKEN);
        });
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.Engine.class)
  void theMailSaysWhatGoesWhenAndHowToKeepIt(TestDatabase.Engine engine) {
    with(
        engine,
        shop -> {
          customers(shop, "2023-12-10");
          release(shop);
          tell(shop);
          deliver(1);
          MimeMessage mail = MAILS.getReceivedMessages()[0];
          assertThat(subject(mail)).isEqualTo("Shop SAS: data about you goes on 22 December 2026");
        });
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }
}
