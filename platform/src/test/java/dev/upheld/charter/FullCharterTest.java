package dev.upheld.charter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.AnswerBounds;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Quota;
import dev.upheld.charter.promise.Share;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.charter.promise.Way;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the design says must be sayable is said, and arrives as promises. */
class FullCharterTest {
  private final Charter charter = Workspaces.read(Workspaces.full()).charter().orElseThrow();
  private final List<Promise> promises = Charters.promises(charter);
  private final List<Finding> findings = Charters.findings(charter);

  private static Term term(String text) {
    return Terms.parse(text).orElseThrow();
  }

  private static Limit after(String term, String from) {
    return new Limit.After(term(term), term(term), from);
  }

  private <P extends Promise> P promise(Class<P> type, String id) {
    return promises.stream()
        .filter(p -> p.id().toString().equals("aurora/" + id))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no promise " + id));
  }

  private Promise.Keep keep(String id) {
    return promise(Promise.Keep.class, id);
  }

  @Test
  void everyClauseOfTheFileSupportsAPromiseOrStandsAtAFinding() {
    Set<String> written = new TreeSet<>();
    Matcher ids = Pattern.compile("\\bA-[0-9]{2}\\b").matcher(Workspaces.fullCharter());
    while (ids.find()) {
      written.add(ids.group());
    }
    Set<String> used = new TreeSet<>();
    promises.forEach(p -> used.addAll(p.header().clauses()));
    findings.forEach(f -> used.addAll(f.clauses()));
    assertThat(used).containsAll(written);
  }

  @Test
  void namesDiffer() {
    assertThat(promises).extracting(p -> p.id().toString()).doesNotHaveDuplicates();
  }

  @Test
  void rangesAndCriteria() {
    assertThat(keep("billing/keep").limit())
        .isEqualTo(new Limit.After(term("11 years"), term("10 years"), "fiscal-year-end"));
    assertThat(keep("contacts-kept/keep").limit())
        .isEqualTo(new Limit.Criterion("as long as the purpose needs", term("12 months")));
    assertThat(keep("contacts-kept/keep").header().way()).isEqualTo(Way.ATTEST);
  }

  @Test
  void earliestLatestAndUntil() {
    assertThat(keep("recruitment/keep").limit())
        .isEqualTo(
            new Limit.Earliest(
                List.of(new Limit.Until("decided"), after("12 months", "last-contact"))));
    assertThat(keep("accounts/keep-4").limit())
        .isEqualTo(
            new Limit.Latest(
                List.of(new Limit.Until("contract-end"), after("6 months", "last-activity"))));
  }

  @Test
  void stagesStatesWordsAndExtensions() {
    assertThat(keep("accounts/keep").state()).contains("unverified");
    assertThat(keep("accounts/keep-2").state()).contains("unused");
    assertThat(keep("accounts/keep-3").words()).containsExactly("iban");
    assertThat(keep("accounts/keep-3").atLeast()).isTrue();
    assertThat(keep("accounts/keep-3").then()).isEqualTo(EndAction.CLEAR);
    assertThat(keep("accounts/keep-4").stage()).contains("active");
    assertThat(keep("accounts/keep-4").then()).isEqualTo(EndAction.ARCHIVE);
    assertThat(keep("accounts/keep-5").stage()).contains("archive");
    assertThat(keep("accounts/keep-5").then()).isEqualTo(EndAction.DELETE);
    assertThat(keep("accounts/keep-6").stage()).contains("backup");
    assertThat(keep("accounts/keep-6").then()).isEqualTo(EndAction.DELETE);
    assertThat(keep("accounts/keep-6").header().way()).isEqualTo(Way.ATTEST);
    assertThat(keep("accounts/keep-5").extensions())
        .containsExactly(
            new Promise.Extension("dispute", Optional.empty()),
            new Promise.Extension("offence", Optional.of(after("6 years", "settled"))));
  }

  @Test
  void warningsBeforeTheEnd() {
    Promise.Warn warn = promise(Promise.Warn.class, "accounts/warn");
    assertThat(warn.keep()).isEqualTo(keep("accounts/keep-2").id());
    assertThat(warn.before()).containsExactly(term("2 months"), term("14 days"));
    assertThat(warn.before()).isEqualTo(keep("accounts/keep-2").warn());
    assertThat(warn.header().sentence())
        .endsWith(
            ": a mail tells the person 2 months and 14 days before data of unused accounts is"
                + " deleted.");
    assertThat(keep("accounts/keep").warn()).isEmpty();
  }

  @Test
  void endActions() {
    assertThat(keep("audience/keep").then()).isEqualTo(EndAction.AGGREGATE);
    assertThat(keep("support/keep").then()).isEqualTo(EndAction.REDACT);
    assertThat(keep("archive/keep").then()).isEqualTo(EndAction.KEEP);
    assertThat(keep("archive/keep").header().sentence())
        .isEqualTo(
            "Archive: data is kept for its purpose until 1 year after the end of the trial, and"
                + " after that because the archive is public.");
  }

  @Test
  void recipientsWithinTheirBounds() {
    Promise.ShareOnly share = promise(Promise.ShareOnly.class, "accounts/share-only");
    assertThat(share.recipients()).containsExactlyInAnyOrder("paygate", "mailer");
    assertThat(share.unless()).contains("the customer authorises it");
    assertThat(share.shares())
        .contains(
            new Share(
                "mailer",
                Optional.of("sending mail"),
                Optional.of("the customer asks for it"),
                Set.of("hosting"),
                Set.of("US", "EU")));
    assertThat(share.header().clauses()).containsExactly("A-23", "A-22");
    assertThat(promise(Promise.ShareOnly.class, "billing/share-only").recipients())
        .containsExactly("tax-office");
  }

  @Test
  void transfersCarryTheirToolAndEnd() {
    Promise.Declare transfer = promise(Promise.Declare.class, "recipient-mailer/declare-2");
    assertThat(transfer.what()).isEqualTo("transfer");
    assertThat(transfer.value()).isEqualTo("standard-contractual-clauses to US until 2028-12-31");
    assertThat(transfer.documents()).containsExactly("docs/contract.md", "docs/assessment.md");
    assertThat(transfer.header().way()).isEqualTo(Way.ATTEST);
  }

  @Test
  void rolesAndControllersMix() {
    assertThat(promise(Promise.Declare.class, "support/declare").value())
        .isEqualTo("joint-controller with aurora-oy; about customers");
    assertThat(promise(Promise.Declare.class, "hosted-content/declare").value())
        .isEqualTo("processor with partner-gmbh; about customers");
    assertThat(promise(Promise.Declare.class, "hosted-content/declare").documents())
        .containsExactly("docs/contract.md");
  }

  @Test
  void rightsWithBoundsRestOnLawOrPromise() {
    Promise.Answer access = promise(Promise.Answer.class, "rights-access/answer-2");
    assertThat(access.bounds())
        .isEqualTo(
            new AnswerBounds(
                Set.of("fr"),
                Optional.empty(),
                Optional.of(new Quota(2, term("12 months"))),
                Optional.of(term("5 years"))));
    assertThat(access.byLaw()).isTrue();
    Promise.Answer human = promise(Promise.Answer.class, "rights-human-contact/answer");
    assertThat(human.byLaw()).isFalse();
    assertThat(human.header().law()).isEmpty();
    assertThat(human.header().sentence()).endsWith("no law gives this right, the promise does.");
    assertThat(promises).noneMatch(p -> p.id().subject().equals("rights-portability"));
  }

  @Test
  void territoryTurnedRoundAndServersOfOnesOwn() {
    Promise.Locate servers = promise(Promise.Locate.class, "eu-servers/locate");
    assertThat(servers.dedicated()).isTrue();
    assertThat(servers.header().sentence())
        .isEqualTo("Systems in FR hold data about clients of Aurora only where they reside in FR.");
    Promise.Locate own = promise(Promise.Locate.class, "own-visits/locate");
    assertThat(own.own()).isTrue();
    assertThat(own.countries()).isEmpty();
    assertThat(own.header().sentence())
        .endsWith("about everybody lies only on systems the company runs itself.");
  }

  @Test
  void listsFilesAndOtherPoliciesAreNamed() {
    assertThat(promise(Promise.Declare.class, "authority/declare").value())
        .isEqualTo("CNIL; others stand in the list at https://authorities.example/list");
    assertThat(promise(Promise.Declare.class, "identity/declare").value())
        .isEqualTo(
            "on-doubt by account, code; an account alone is enough for access or for portability;"
                + " files: pdf, jpg; at most 2 MB");
    assertThat(promise(Promise.Declare.class, "cookies-necessary/declare").value())
        .endsWith("chat-*, as https://chatline.example/cookies says (read on 2026-10-01)");
  }

  @Test
  void formsOfYourOwn() {
    Promise.Form form = promise(Promise.Form.class, "accounts/form-2");
    assertThat(form.word()).isEqualTo("postcode");
    assertThat(form.form())
        .isEqualTo(new ValueForm.Matching("[0-9]{5}", Optional.of("resident-in-france")));
    assertThat(form.header().sentence()).endsWith("[0-9]{5} where this is so: resident in france.");
  }

  @Test
  void textsReplaceSentencesInThePrevailingLanguageFirst() {
    assertThat(keep("audience/keep").header().sentence())
        .isEqualTo("Les visites sont agrégées au bout de 180 jours.");
    assertThat(keep("billing/keep").header().sentence()).isEqualTo("Invoices stay ten years.");
    assertThat(promise(Promise.Declare.class, "accounts/declare").header().sentence())
        .endsWith("the data is about clients of Aurora.");
    assertThat(charter.publication().language("aurora/audience/keep")).isEqualTo("fr");
    assertThat(charter.publication().language("aurora/billing/keep")).isEqualTo("en");
    assertThat(charter.publication().language("aurora/accounts/declare")).isEqualTo("en");
  }

  @Test
  void ownersFallBackOnTheCompany() {
    assertThat(keep("audience/keep").header().owner()).contains("web@aurora.example");
    assertThat(keep("accounts/keep").header().owner()).contains("privacy@aurora.example");
    assertThat(promise(Promise.Review.class, "measure-training/review").header().owner())
        .contains("people@aurora.example");
  }

  @Test
  void readingTwiceGivesTheSame() {
    Charter again = Workspaces.read(Workspaces.full()).charter().orElseThrow();
    assertThat(Charters.promises(again)).isEqualTo(promises);
    assertThat(Charters.findings(again)).isEqualTo(findings);
  }
}
