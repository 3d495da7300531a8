package dev.upheld.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.upheld.access.Role;
import dev.upheld.app.serve.Browser.Page;
import dev.upheld.journal.Journal;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a mail in the company's mailbox to a request, over HTTP and a real mail server. */
class MailboxPagesTest {
  private final GreenMail box = new GreenMail(ServerSetup.IMAP.dynamicPort());

  @SuppressWarnings("NullAway.Init") // set before each test
  private RunningServer server;

  @BeforeEach
  void start() throws IOException {
    box.start();
    box.setUser("dpo@nimbus.example", "dpo", "secret")
        .deliver(
            GreenMailUtil.newMimeMessage(
                String.join(
                    "\r\n",
                    "From: Ada <ada@people.example>",
                    "Subject: <b>My data</b>",
                    "Message-ID: <1@x>",
                    "",
                    "What do you know of me?")));
    Path secret = TestFolders.create("mailbox").resolve("password");
    Files.writeString(secret, "secret");
    server =
        new RunningServer(
            Map.of(
                "requests.mailbox.host",
                "127.0.0.1",
                "requests.mailbox.port",
                String.valueOf(box.getImap().getPort()),
                "requests.mailbox.encryption",
                "none",
                "requests.mailbox.user",
                "dpo",
                "requests.mailbox.password",
                "file:" + secret));
  }

  @AfterEach
  void stop() {
    server.close();
    box.stop();
  }

  private static String until(Browser browser, String path, String pattern) {
    long end = System.nanoTime() + 30_000_000_000L;
    while (System.nanoTime() < end) {
      Matcher matcher = Pattern.compile(pattern).matcher(browser.get(path).body());
      if (matcher.find()) {
        return matcher.group();
      }
    }
    throw new AssertionError(browser.get(path).body());
  }

  @Test
  void anOperatorMakesARequestOfAMail() {
    Browser operator = server.signedIn(Role.OPERATOR);
    until(operator, "/requests", "1 mail to look at");
    String here = until(operator, "/requests/mails", "/requests/mails/[0-9a-f-]{36}");
    Page page = operator.get(here);
    assertThat(page.body())
        .contains("What do you know of me?", "value=\"ada@people.example\"", "&lt;b&gt;My data")
        .doesNotContain("<b>My data");
    assertThat(server.signedIn(Role.AUDITOR).get(here).status()).isEqualTo(403);
    assertThat(operator.post(here + "/open", "name", "Ada").body())
        .as("no right was ticked")
        .contains("Something was not chosen", "What do you know of me?");

    Page opened =
        operator.post(
            here + "/open", "right", "access", "name", "Ada", "email", "ada@people.example");

    assertThat(operator.get(opened.to()).body()).contains("Mail", "days left");
    assertThat(server.newest("ada@people.example", "/privacy/request/")).isNotEmpty();
    assertThat(operator.get(here).to()).isEqualTo("/requests/mails");
    assertThat(operator.get("/requests").body()).doesNotContain("to look at");
    try (Store store = Stores.open(server.store())) {
      assertThat(new Journal(store, server.clock).page(0, 500, "request.").toString())
          .contains("request.mails-came")
          .doesNotContain("ada@", "My data");
    }
  }

  @Test
  void aMailThatIsNoneIsPutAside() {
    Browser operator = server.signedIn(Role.OPERATOR);
    String here = until(operator, "/requests/mails", "/requests/mails/[0-9a-f-]{36}");
    operator.get(here);
    assertThat(operator.post(here + "/refuse", "why", "nonsense").to()).isEqualTo(here);
    operator.get(here);
    assertThat(operator.post(here + "/refuse", "why", "advertising").to())
        .isEqualTo("/requests/mails");
    assertThat(operator.get("/requests/mails").body())
        .contains("No mail waits")
        .doesNotContain("My data");
  }
}
