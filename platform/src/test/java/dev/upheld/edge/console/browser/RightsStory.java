package dev.upheld.edge.console.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import dev.upheld.app.serve.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A person and an officer, each with a page of their own, and one request after the other. */
final class RightsStory {
  private static final Pattern CODE = Pattern.compile("[0-9]{4} [0-9]{4}");
  private static final int MOST_LOOKS = 200;
  private static final double PAUSE_MILLIS = 150;

  private final RunningServer server;
  private final Page person;
  private final Page officer;
  private String own = "";
  private String here = "";

  RightsStory(RunningServer server, Page person, Page officer) {
    this.server = server;
    this.person = person;
    this.officer = officer;
    person.setDefaultTimeout(15_000);
    officer.setDefaultTimeout(15_000);
  }

  /** The rights on the public page, in its order. */
  List<String> offered() {
    person.navigate(server.url() + "/privacy");
    return person.locator("input[name=right]").all().stream()
        .map(box -> String.valueOf(box.getAttribute("value")))
        .toList();
  }

  /** Asks for these rights, and proves the address with the code that comes by mail. */
  void asks(List<String> rights, String address) {
    person.navigate(server.url() + "/privacy");
    rights.forEach(right -> person.locator("input[value=" + right + "]").check());
    person.locator("#email").fill(address);
    person.locator("button.primary").click();
    person.locator("#code").fill(server.code(address));
    person.locator("button.primary").click();
    opened("We are working on it");
  }

  /** Follows a link of the provider's own application, and asks without a code. */
  void arrives(String link, String right, String heading) {
    person.navigate(link);
    person.locator("button.primary").click();
    person.locator("input[value=" + right + "]").check();
    person.locator("button.primary").click();
    opened(heading);
    person.navigate(link);
    assertThat(person.locator("button.primary").count()).as("a link that was used").isZero();
    person.navigate(own);
  }

  /** The person reads this text. */
  void reads(String words) {
    person.navigate(own);
    assertThat(person.content()).contains(words);
  }

  private void opened(String heading) {
    assertThat(person.locator("h1").textContent()).isEqualTo(heading);
    own = person.url();
    Matcher name = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}").matcher(person.content());
    assertThat(name.find()).isTrue();
    here = server.url() + "/requests/" + name.group();
    officer.navigate(here);
  }

  /** Plans, approves what is shown, and waits for the receipt; gives what was said of the work. */
  String plansAndRuns() {
    officer.locator("form[action$='/plan'] button").click();
    officer.locator("form[action$='/approve'] button").click();
    officer.locator("form[action$='/run'] button").click();
    Locator receipt = officer.locator("section[aria-labelledby=work] .verdict.upheld");
    for (int looks = 0; receipt.count() == 0; looks++) {
      String said = officer.locator("section[aria-labelledby=work]").innerText();
      assertThat(looks).as(said).isLessThan(MOST_LOOKS);
      officer.waitForTimeout(PAUSE_MILLIS);
      officer.reload();
    }
    assertThat(receipt.innerText()).contains("Receipt");
    return officer.locator("section[aria-labelledby=work]").innerText();
  }

  /** Gives a task to nobody yet. */
  void givesATask(String right) {
    officer.locator("summary:has-text('Give a task')").click();
    officer.locator("#task-words").fill("By hand: " + right);
    officer.locator("form[action$='/task'] button").click();
  }

  /** Keeps the person's data still, in the register and wherever the map names a column for it. */
  void keepsStill() {
    officer.locator("details:has(form[action$='/restrict']) summary").click();
    officer.locator("form[action$='/restrict'] textarea").fill("You dispute that it is right.");
    officer.locator("form[action$='/restrict'] button").click();
    assertThat(officer.locator("section[aria-labelledby=still]").innerText()).contains("still");
    assertThat(officer.locator("form[action$='/announce']").count()).isEqualTo(1);
  }

  /** Notes what was done in each task, also in those that approving a plan made. */
  void notesTheTasks() {
    Locator open = officer.locator("summary:has-text('Note what was done')");
    for (int tasks = open.count(); tasks > 0; tasks--) {
      open.first().click();
      officer.locator("textarea[id^=done-]").first().fill("Done by hand");
      officer.locator("form[action$='/done'] button").first().click();
      assertThat(open.count()).isEqualTo(tasks - 1);
    }
  }

  /** Ends the request with these words. */
  void answers(String words) {
    officer.locator("#finish-words").fill(words);
    officer.locator("form[action$='/finish'] button").click();
    assertThat(officer.locator(".verdict-line").textContent()).contains("Answered");
    person.navigate(own);
    assertThat(person.content()).contains(words);
  }

  /** Refuses one right, for a reason that the person reads with the way to complain. */
  void refuses(String right, String words) {
    officer.locator("details:has(#ground-" + right + ") summary").click();
    officer.locator("#refuse-" + right + "-words").fill(words);
    officer.locator("form[action$='/refuse']:visible button.grave").click();
    person.navigate(own);
    assertThat(person.content()).contains(words, "complain");
  }

  /** What became of each right, as the person reads it. */
  void readsTheEnd(List<String> marks) {
    assertThat(person.locator("h1").textContent()).isEqualTo("Done");
    assertThat(person.locator("section[aria-labelledby=asked] .decided .mark").allTextContents())
        .containsExactlyInAnyOrderElementsOf(marks);
  }

  /** Fetches the package with another code by mail, and reads it. */
  void fetchesTheCopy(String address, boolean everything) {
    person.navigate(own);
    person.locator("form[action$='/copy'] button").click();
    Matcher code = CODE.matcher(server.newest(address, "fetch the copy"));
    assertThat(code.find()).isTrue();
    person.locator("#code").fill(code.group());
    try {
      Map<String, String> files =
          unzipped(person.waitForDownload(person.locator("button.primary")::click));
      assertThat(files.getOrDefault("report.html", "")).contains("<html");
      if (everything) {
        assertThat(String.join("", files.values())).contains(address);
      }
    } catch (TimeoutError e) {
      throw new AssertionError(person.locator("main").innerText(), e);
    }
  }

  private static Map<String, String> unzipped(Download download) {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(download.createReadStream())) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
