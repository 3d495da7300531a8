package dev.upheld.mail.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text out of whatever a stranger sends. */
class MailTextTest {
  private static final String HEAD =
      "From: Ada Lovelace <ada@people.example>\r\nSubject: My data\r\nMessage-ID: <1@x>\r\n";

  private static Arrived read(String mail) {
    return MailText.read(mail.getBytes(StandardCharsets.ISO_8859_1), false, Instant.EPOCH);
  }

  @Test
  void aPlainMailIsReadAsItIs() {
    Arrived mail = read(HEAD + "\r\nPlease erase\r\nall of it.\r\n");
    assertThat(mail)
        .isEqualTo(
            new Arrived(
                "<1@x>",
                "Ada Lovelace",
                "ada@people.example",
                "My data",
                "Please erase\nall of it.",
                0,
                false,
                false,
                Instant.EPOCH));
  }

  @Test
  void htmlBecomesTextWithoutScriptsAndStyles() {
    Arrived mail =
        read(
            HEAD
                + "Content-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>T</title></head>"
                + "<style>p{}</style><script>alert(1)</script><p>Erase &amp; forget&nbsp;me</p>"
                + "<!-- hidden --><p>a &lt;b&gt; c &#233; &bogus; 1 &</p>");
    assertThat(mail.text()).isEqualTo("Erase & forget me\n\na <b> c \u00e9 &bogus; 1 &");
  }

  @Test
  void thePlainWayIsPreferredAndFilesAreOnlyCounted() {
    Arrived mail =
        read(
            HEAD
                + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n"
                + "Content-Type: multipart/alternative; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/html\r\n\r\n<b>html</b>\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n--b--\r\n"
                + "--a\r\nContent-Type: application/pdf\r\n\r\n%PDF secret\r\n"
                + "--a\r\nContent-Type: text/plain\r\nContent-Disposition: attachment;"
                + " filename=x.txt\r\n\r\nsecret\r\n--a--\r\n");
    assertThat(mail.text()).isEqualTo("plain");
    assertThat(mail.attachments()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "List-Id: <news.example>",
        "Return-Path: <>",
        "Content-Type: multipart/report; boundary=x"
      })
  void whatAProgramSentIsRecognised(String header) {
    assertThat(read(HEAD + header + "\r\n\r\nI am away").automatic()).isTrue();
    assertThat(read(HEAD + "Auto-Submitted: no\r\n\r\nI am here").automatic()).isFalse();
  }

  @Test
  void tricksInHeadersDoNotTurnTextAround() {
    Arrived mail =
        read(
            "From: =?utf-8?Q?Ada_=E2=80=AEevil=0D=0ABcc=3A_x?= <a@b.example>\r\n"
                + "Subject: =?utf-8?Q?A=0D=0AFrom:_b=00=E2=80=AE?= =?nonsense?Q?x?= "
                + "s".repeat(5000)
                + "\r\n\r\nx\u0000\u001b[31m");
    assertThat(mail.name()).isEqualTo("Ada  evil  Bcc: x");
    assertThat(mail.subject()).startsWith("A  From: b").hasSize(200);
    assertThat(mail.text()).isEqualTo("x[31m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain; charset=x-unknown\r\n\r\nStill read",
        "Content-Type: text/plain; charset=\"\r\n\r\nStill read",
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: nonsense\r\n\r\nStill read",
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\nU3RpbGwgcmVhZA==*",
        "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\nStill read"
      })
  void whatIsBrokenIsReadAsFarAsItGoes(String broken) {
    assertThat(read(HEAD + broken).text()).startsWith("Still read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<style>",
        "<!--",
        "<",
        "&",
        "&a;",
        "</a",
        "<style></",
        "<p>",
        "--a\r\n",
        "\u0000"
      })
  @Timeout(20)
  void theSameThingAThousandTimesCostsLittle(String thing) {
    String many = thing.repeat(256 * 1024 / thing.length());
    assertThat(read(HEAD + "Content-Type: text/html\r\n\r\n" + many).text().length())
        .isLessThanOrEqualTo(MailText.LONGEST);
    assertThat(read(HEAD + "Content-Type: multipart/mixed; boundary=a\r\n\r\n" + many)).isNotNull();
    assertThat(read(HEAD + "X: " + many + "\r\n\r\n")).isNotNull();
    assertThat(read("From: " + many + "\r\nSubject: " + many)).isNotNull();
    assertThat(read(HEAD + "Content-Type: text/plain; " + many + "\r\n\r\nx")).isNotNull();
  }

  @Test
  @Timeout(20)
  void partsWithinPartsEndSomewhere() {
    StringBuilder nested = new StringBuilder(HEAD);
    for (int i = 0; i < 2000; i++) {
      nested.append("Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n".formatted(i, i));
    }
    Arrived mail = read(nested + "\r\ndeep");
    assertThat(mail.cut()).isTrue();
    assertThat(mail.email()).isEqualTo("ada@people.example");
  }

  @Test
  @Timeout(60)
  void anythingAtAllIsRead() {
    Random random = new Random(6);
    byte[] sound =
        (HEAD
                + "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"a\"\r\n\r\n--a\r\n"
                + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding:"
                + " quoted-printable\r\n\r\n<p>=C3=A9</p>\r\n--a\r\nContent-Type: text/plain;"
                + " charset*0=utf; charset*1=-16\r\n\r\nx\r\n--a--\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 5_000; i++) {
      byte[] mail = sound.clone();
      for (int change = random.nextInt(12); change >= 0; change--) {
        mail[random.nextInt(mail.length)] = (byte) random.nextInt(256);
      }
      Arrived read = MailText.read(mail, random.nextBoolean(), Instant.EPOCH);
      assertThat(read.subject() + read.name() + read.email()).doesNotContain("\n", "\r");
    }
  }
}
