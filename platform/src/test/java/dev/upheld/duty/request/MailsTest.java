package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_MAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.upheld.journal.Entry;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import dev.upheld.mail.MailServer;
import dev.upheld.mail.box.Arrived;
import dev.upheld.mail.box.ImapMailbox;
import dev.upheld.mail.box.Mailbox;
import dev.upheld.mail.box.MailboxServer;
import dev.upheld.mail.box.Place;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails out of a real mailbox: kept once, decided by people, gone afterwards. */
class MailsTest {
  private final House house = new House();
  private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());
  private final Mails mails = house.requests.mails();

  @SuppressWarnings("NullAway.Init") // set before each test
  private MailFolder inbox;

  @BeforeEach
  void start() throws UserException, FolderException {
    server.start();
    GreenMailUser dpo = server.getUserManager().createUser("dpo@nimbus.example", "dpo", "secret");
    inbox = server.getManagers().getImapHostManager().getInbox(dpo);
  }

  @AfterEach
  void stop() {
    server.stop();
    house.close();
  }

  private Mailbox box() {
    return box("secret", "INBOX");
  }

  private Mailbox box(String password, String folder) {
    return new ImapMailbox(
        new MailboxServer(
            "127.0.0.1",
            server.getImap().getPort(),
            MailServer.Protection.NONE,
            new MailServer.Account("dpo", Secret.of(password)),
            folder));
  }

  private void came(LocalDate day, String raw) {
    MimeMessage mime = GreenMailUtil.newMimeMessage(raw);
    inbox.appendMessage(mime, new Flags(), Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC)));
  }

  private static String mail(String id, String more, String text) {
    return "From: Ada Lovelace <ada@people.example>\r\nSubject: My data\r\nMessage-ID: <%s@x>\r\n%s\r\n%s\r\n"
        .formatted(id, more, text);
  }

  private LocalDate daysAgo(int days) {
    return house.requests.today().minusDays(days);
  }

  private int unread() {
    return inbox.getUnseenCount();
  }

  @Test
  void aMailBecomesARequestWhoseTimeRunsFromTheDayItCame() {
    came(daysAgo(9), mail("1", "", "What do you know of me?"));
    mails.look(box());
    assertThat(unread()).isZero();
    Mails.Waiting waiting = mails.list().getFirst();
    assertThat(waiting.mail().text()).isEqualTo("What do you know of me?");
    assertThat(waiting.received()).isEqualTo(daysAgo(9));

    CaseRef ref = mails.open(waiting.id(), taken("access"), House.OFFICER);

    CaseFile file = house.file(ref);
    assertThat(file.line().channel()).isEqualTo(Channel.MAIL);
    assertThat(file.line().received()).isEqualTo(daysAgo(9));
    assertThat(file.line().due())
        .isEqualTo(house.file(house.letter(daysAgo(9), "access")).line().due())
        .isBefore(house.file(house.letter("access")).line().due());
    assertThat(mails.waiting()).isZero();
    assertThat(mails.open(waiting.id(), taken("access"), House.OFFICER))
        .as("sent twice")
        .isEqualTo(ref);
    assertThat(sealed()).as("the text lies in the request's file alone").isZero();
    assertThat(journal()).doesNotContain("ada", "My data", "know of me");
  }

  private Mails.Taken taken(String right) {
    return new Mails.Taken(
        List.of(right), "en", Contents.asked("Ada", House.EMAIL, "What do you know of me?", ""));
  }

  private int sealed() {
    return house.store.dsl().fetchCount(REQUEST_MAIL, REQUEST_MAIL.CONTENT_SEALED.isNotNull());
  }

  private String journal() {
    return house.journal.page(0, 1000, "request.").stream().map(Entry::facts).toList().toString();
  }

  @Test
  void whatIsKilledBetweenKeepingAndMarkingIsNotKeptTwice() {
    came(daysAgo(1), mail("1", "", "Erase me"));
    Throwable killed = catchThrowable(() -> mails.look(dyingAfterKeeping()));
    assertThat(killed).isInstanceOf(IllegalStateException.class);
    assertThat(unread()).as("never marked before it is kept").isEqualTo(1);
    assertThat(mails.waiting()).isEqualTo(1);
    mails.look(box());
    mails.look(box());
    assertThat(mails.waiting()).isEqualTo(1);
  }

  private Mailbox dyingAfterKeeping() {
    return taker ->
        box()
            .look(
                new Mailbox.Taker() {
                  @Override
                  public Set<Place> known(List<Place> places) {
                    return taker.known(places);
                  }

                  @Override
                  public boolean take(Place place, Arrived mail) {
                    boolean kept = taker.take(place, mail);
                    throw new IllegalStateException("killed, kept " + kept);
                  }
                });
  }

  @Test
  void markedAsUnreadAgainOrLyingThereTwiceItIsTheSameMail() {
    came(daysAgo(1), mail("1", "", "Erase me"));
    mails.look(box());
    inbox.getMessages().forEach(m -> m.setFlag(Flags.Flag.SEEN, false));
    came(daysAgo(1), mail("1", "", "Erase me"));
    came(daysAgo(1), mail("1", "", "Another text under the same id"));
    mails.look(box());
    assertThat(mails.waiting()).isEqualTo(2);
  }

  @Test
  void whatProgramsSentStaysUnreadInTheMailboxAndIsCounted() {
    came(daysAgo(1), mail("1", "Auto-Submitted: auto-replied\r\n", "I am away"));
    came(daysAgo(1), mail("2", "List-Id: <n.example>\r\n", "News"));
    mails.look(box());
    mails.look(box());
    assertThat(mails.waiting()).isZero();
    assertThat(unread()).isEqualTo(2);
    assertThat(house.journal.page(0, 100, "request.mails-came"))
        .extracting(e -> e.facts().toString())
        .singleElement()
        .asString()
        .contains("left=2");
  }

  @Test
  void aMailThatIsNoRequestIsErasedAndItsKeyIsGone() {
    came(daysAgo(1), mail("1", "", "Buy this"));
    mails.look(box());
    UUID id = mails.list().getFirst().id();
    UUID key = house.store.dsl().fetchSingle(REQUEST_MAIL).getKey();
    assertThat(house.keys.has(key)).isTrue();
    mails.refuse(id, Mails.Matter.ADVERTISING, House.OFFICER);
    assertThat(house.keys.has(key)).isFalse();
    assertThat(sealed()).isZero();
    assertThat(mails.find(id)).isEmpty();
    assertThat(journal()).contains("advertising").doesNotContain("Buy");
    assertThatThrownBy(() -> mails.open(id, taken("access"), House.OFFICER))
        .isInstanceOf(ProblemException.class);
    mails.look(box());
    assertThat(mails.waiting()).isZero();
  }

  @Test
  void aRefusedFormLeavesTheMailWaiting() {
    came(daysAgo(1), mail("1", "", "Erase me"));
    mails.look(box());
    UUID id = mails.list().getFirst().id();
    assertThatThrownBy(() -> mails.open(id, taken("nonsense"), House.OFFICER))
        .isInstanceOf(ProblemException.class);
    assertThat(mails.find(id)).isPresent();
  }

  @Test
  void aMailboxThatIsDownIsSaidAndNothingIsLost() {
    came(daysAgo(1), mail("1", "", "Erase me"));
    mails.look(box("wrong", "INBOX"));
    assertThat(trouble()).contains("refused");
    mails.look(box("secret", "Nowhere"));
    assertThat(trouble()).contains("no-folder");
    int port = server.getImap().getPort();
    Mailbox box = box();
    server.stop();
    mails.look(box);
    assertThat(port).isPositive();
    assertThat(trouble()).contains("no-answer");
    assertThat(mails.waiting()).isZero();
  }

  private java.util.Optional<String> trouble() {
    return Mails.trouble(house.store.dsl(), house.clock.instant().minus(Duration.ofHours(1)));
  }

  @Test
  void aHugeMailIsReadInItsBeginningAlone() {
    String huge =
        mail(
            "1",
            "Content-Type: multipart/mixed; boundary=a\r\n",
            "--a\r\n\r\nErase me\r\n--a\r\nContent-Type: application/zip\r\n\r\n"
                + "x".repeat(76).concat("\r\n").repeat(30 * 1024 * 1024 / 78));
    came(daysAgo(1), huge);
    came(daysAgo(1), mail("2", "", "The next"));
    mails.look(box());
    assertThat(mails.list())
        .extracting(w -> w.mail().text(), w -> w.mail().cut(), w -> w.mail().attachments())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("Erase me", true, 1),
            org.assertj.core.groups.Tuple.tuple("The next", false, 0));
    assertThat(huge.getBytes(StandardCharsets.US_ASCII).length).isGreaterThan(30_000_000);
  }

  @Test
  void moreThanOneLookTakesWaitInTheMailbox() {
    for (int i = 0; i < 60; i++) {
      came(daysAgo(1), mail("m" + i, "", "Erase me " + i));
    }
    mails.look(box());
    assertThat(mails.waiting()).isEqualTo(50);
    mails.look(box());
    assertThat(mails.waiting()).isEqualTo(60);
  }
}
