package dev.upheld.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.upheld.mail.Mail.Proof;
import dev.upheld.mail.Postman.Handed;
import dev.upheld.store.Store;
import dev.upheld.store.generated.Tables;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The outbox and its worker: nothing lost, nothing knowingly sent twice, nothing left behind. */
class DeliveryTest {
  private static final String TO = "ida@nimbus.example";

  private final MovedClock clock = new MovedClock();
  private final Seal seal = new Mirror();
  private final Mail mail = new Mail(seal, clock, "nimbus.example");

  @SuppressWarnings("NullAway.Init") // set before each test
  private Store store;

  /** Unreadable at a glance, which is all a test needs. */
  private static final class Mirror implements Seal {
    @Override
    public byte[] seal(String purpose, String text) {
      return new StringBuilder(text).reverse().toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(String purpose, byte[] sealed) {
      return new StringBuilder(new String(sealed, StandardCharsets.UTF_8)).reverse().toString();
    }
  }

  /** Answers as told, and remembers what it was handed. */
  private static class Fake implements Postman {
    private final List<String> handed = Collections.synchronizedList(new ArrayList<>());
    private final Handed answer;

    Fake(Handed answer) {
      this.answer = answer;
    }

    @Override
    public Handed hand(Letter letter, String messageId) {
      handed.add(messageId);
      return answer;
    }
  }

  @BeforeEach
  void open() {
    store = Stores.fresh();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private UUID queue() {
    return store.inTransaction(
        tx -> mail.send(tx, new Message("changed", "en", TO, Map.of("company", "Nimbus"))));
  }

  private Delivery by(Postman postman) {
    return new Delivery(store, seal, postman, clock);
  }

  private Proof proof(UUID id) {
    return Mail.proof(store.dsl(), id).orElseThrow();
  }

  private boolean hasContent() {
    return store
        .dsl()
        .fetchExists(Tables.MAIL_OUTBOX, Tables.MAIL_OUTBOX.CONTENT_SEALED.isNotNull());
  }

  @Test
  void aMailIsThereExactlyWhenTheTransactionIs() {
    assertThatThrownBy(
            () ->
                store.inTransaction(
                    tx -> {
                      mail.send(tx, new Message("changed", "en", TO, Map.of("company", "N")));
                      throw new IllegalStateException("something else failed");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.dsl().fetchCount(Tables.MAIL_OUTBOX)).isZero();
    queue();
    assertThat(store.dsl().fetchCount(Tables.MAIL_OUTBOX)).isEqualTo(1);
  }

  @Test
  void whatIsSentIsProvedAndItsTextErased() {
    UUID id = queue();
    Delivery delivery = by(new Fake(new Postman.Taken("250 2.0.0")));
    assertThat(delivery.deliverOne()).isTrue();
    assertThat(delivery.deliverOne()).isFalse();
    assertThat(proof(id).sent()).contains(clock.instant());
    assertThat(proof(id).serverReply()).contains("250 2.0.0");
    assertThat(proof(id).messageId()).contains(id.toString());
    assertThat(hasContent()).isFalse();
  }

  @Test
  void aTemporaryFailureIsTriedAgainWithGrowingPauses() {
    UUID id = queue();
    Fake busy = new Fake(new Postman.NotNow("answered 451"));
    Delivery delivery = by(busy);
    int tries = 0;
    for (Instant end = clock.instant().plus(Duration.ofDays(5));
        clock.instant().isBefore(end);
        clock.pass(Duration.ofMinutes(1))) {
      tries += delivery.deliverOne() ? 1 : 0;
    }
    assertThat(tries).isEqualTo(20);
    assertThat(busy.handed).hasSize(20);
    assertThat(Delivery.pause(1)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Delivery.pause(3)).isEqualTo(Duration.ofMinutes(4));
    assertThat(Delivery.pause(40)).isEqualTo(Duration.ofHours(4));
    assertThat(proof(id).failed()).contains("answered 451");
    assertThat(hasContent()).isFalse();
  }

  @Test
  void aPermanentFailureIsGivenUpAtOnce() {
    UUID id = queue();
    Delivery delivery = by(new Fake(new Postman.Never("recipient refused with 550")));
    assertThat(delivery.deliverOne()).isTrue();
    assertThat(delivery.deliverOne()).isFalse();
    assertThat(proof(id).failed()).isPresent();
    assertThat(proof(id).sent()).isEmpty();
  }

  @Test
  void aKilledSenderLosesNothingAndTheNextUsesTheSameId() {
    UUID id = queue();
    Fake killed =
        new Fake(new Postman.Taken("250")) {
          @Override
          public Handed hand(Letter letter, String messageId) {
            super.hand(letter, messageId);
            throw new StackOverflowError("the process ends here");
          }
        };
    assertThatThrownBy(() -> by(killed).deliverOne()).isInstanceOf(StackOverflowError.class);
    Fake next = new Fake(new Postman.Taken("250 2.0.0"));
    assertThat(by(next).deliverOne()).as("while the lease runs nobody else sends").isFalse();
    clock.pass(Duration.ofMinutes(5));
    assertThat(by(next).deliverOne()).isTrue();
    assertThat(next.handed).isEqualTo(killed.handed);
    assertThat(proof(id).attempts()).isEqualTo(2);
  }

  @Test
  void severalProcessesSendEachMailOnce() throws Exception {
    for (int i = 0; i < 40; i++) {
      queue();
    }
    Fake postman = new Fake(new Postman.Taken("250"));
    CountDownLatch together = new CountDownLatch(1);
    try (ExecutorService processes = Executors.newFixedThreadPool(4)) {
      List<Future<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sent.add(processes.submit(() -> deliverAll(by(postman), together)));
      }
      together.countDown();
      int all = 0;
      for (Future<Integer> one : sent) {
        all += one.get(60, TimeUnit.SECONDS);
      }
      assertThat(all).isEqualTo(40);
    }
    assertThat(postman.handed).hasSize(40).doesNotHaveDuplicates();
  }

  private static int deliverAll(Delivery delivery, CountDownLatch start)
      throws InterruptedException {
    start.await();
    int sent = 0;
    while (delivery.deliverOne()) {
      sent++;
    }
    return sent;
  }

  private MailServer server(GreenMail greenMail, MailServer.Protection protection) {
    return new MailServer(
        "127.0.0.1",
        greenMail.getSmtp().getPort(),
        protection,
        Optional.empty(),
        "upheld@nimbus.example");
  }

  @Test
  void goesOutBySmtpWithTheIdOfTheOutbox() throws MessagingException {
    GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    greenMail.start();
    try {
      UUID id = queue();
      Postman smtp = new SmtpPostman(server(greenMail, MailServer.Protection.NONE), clock);
      assertThat(by(smtp).deliverOne()).isTrue();
      assertThat(proof(id).serverReply()).hasValueSatisfying(r -> assertThat(r).startsWith("250"));
      MimeMessage got = greenMail.getReceivedMessages()[0];
      assertThat(got.getMessageID()).isEqualTo(proof(id).messageId());
      assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(got.getAllRecipients()).hasSize(1);
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void aMailThatWasTakenIsNotTriedAgainWhenTheServerLeavesFirst() {
    for (int i = 0; i < 5; i++) {
      try (Rude rude = new Rude()) {
        MailServer server =
            new MailServer(
                "127.0.0.1",
                rude.port(),
                MailServer.Protection.NONE,
                Optional.empty(),
                "upheld@nimbus.example");
        assertThat(
                new SmtpPostman(server, clock)
                    .hand(new Letter(TO, "Subject", "Text"), "<1@nimbus.example>"))
            .isEqualTo(new Postman.Taken("250 2.0.0"));
      }
    }
  }

  @Test
  void saysNothingToAServerThatDoesNotTurnToTls() {
    GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    greenMail.start();
    try {
      UUID id = queue();
      Postman smtp = new SmtpPostman(server(greenMail, MailServer.Protection.STARTTLS), clock);
      assertThat(by(smtp).deliverOne()).isTrue();
      assertThat(proof(id).sent()).isEmpty();
      assertThat(greenMail.getReceivedMessages()).isEmpty();
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void aServerThatIsAwayIsTriedLater() {
    GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    greenMail.start();
    MailServer gone = server(greenMail, MailServer.Protection.NONE);
    greenMail.stop();
    UUID id = queue();
    assertThat(by(new SmtpPostman(gone, clock)).deliverOne()).isTrue();
    assertThat(proof(id).failed()).isEmpty();
    assertThat(hasContent()).as("kept for the next try").isTrue();
  }
}
