package dev.upheld.charter.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.BadCharters;
import dev.upheld.charter.Workspaces;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One edit of a charter that says everything once gives one difference, and the right one. */
class OneChangeTest {
  @TempDir Path folder;

  /** What stands there, what instead, and how the difference is told. */
  record Edit(String from, String to, String told) {}

  private static final List<Edit> EDITS =
      List.of(
          new Edit(
              "{for: P180D, from: collected, then: aggregate",
              "{for: 13 months, from: collected, then: aggregate",
              "weaker audience/keep: kept 13 months instead of 180 days: longer"),
          new Edit(
              "{for: P180D, from: collected, then: aggregate",
              "{for: 5 months, from: collected, then: aggregate",
              "stricter audience/keep: kept 5 months instead of 180 days: shorter"),
          new Edit(
              "{for: P180D, from: collected, then: aggregate",
              "{for: 180 days, from: last-activity, then: aggregate",
              "different audience/keep: kept 180 days after last activity instead of 180 days after collected"),
          new Edit(
              "warn: [2 months, 14 days]",
              "warn: 2 months",
              "weaker accounts/warn: told before: leaves out 14 days"),
          new Edit(
              "then: aggregate",
              "then: delete",
              "different audience/keep: at the end: delete instead of aggregate"),
          new Edit(
              "- {stage: archive, for: 5 years",
              "- {stage: archive, for: 6 years",
              "weaker accounts/keep-5: kept 6 years instead of 5 years: longer"),
          new Edit(
              "latest-of: [{until: contract-end}, {for: 6 months, from: last-activity}]",
              "until: contract-end",
              "stricter accounts/keep-4: kept until contract end instead of to the latest of: until"
                  + " contract end; 6 months after last activity: shorter"),
          new Edit(
              "        from: contract-end\n        at-least: true\n        then: clear",
              "        from: contract-end\n        then: clear",
              "different accounts/keep-3: meanwhile erased when asked instead of not erased even when asked"),
          new Edit(
              "{for: 12 months, from: last-contact}], unless: [own-wish]}",
              "{for: 12 months, from: last-contact}]}",
              "stricter recruitment/keep: reasons to keep longer: leaves out own wish"),
          new Edit(
              "{only: [name, email, resume, health-note]}",
              "{only: [name, email, resume, health-note, badge]}",
              "weaker recruitment/hold-only: data held: adds badge"),
          new Edit(
              "matches: '[0-9]{5}'",
              "matches: '[0-9]{4}'",
              "different accounts/form-2: form of postcode matches [0-9]{4} when resident-in-france"
                  + " instead of matches [0-9]{5} when resident-in-france"),
          new Edit(
              "except: [iban, invoice]",
              "except: [iban]",
              "stricter account-numbers/absent: exceptions: leaves out invoice"),
          new Edit(
              "{encrypt: connections, systems: [main]}",
              "{encrypt: connections}",
              "stricter transport/encrypt: systems all instead of main"),
          new Edit(
              "{apart: [audience], from: [accounts]}",
              "{apart: [audience], from: [accounts, billing]}",
              "stricter visits-apart/apart: kept apart from: adds billing"),
          new Edit(
              "{offer: second-factor, to: [customers]}",
              "{offer: second-factor, to: [customers, staff]}",
              "stricter second-factor/offer: offered to: adds staff"),
          new Edit(
              "{servers: own, activities: [audience], clause: A-40}",
              "{servers: own, countries: FR, activities: [audience], clause: A-40}",
              "stricter own-visits/locate: lies in FR instead of any country"),
          new Edit(
              "eu-customers: {countries: [EU]",
              "eu-customers: {countries: [EU, CH]",
              "weaker eu-customers/locate: lies in CH, EU instead of EU"),
          new Edit(
              "recipients: [tax-office]",
              "recipients: [tax-office, paygate]",
              "weaker billing/share-only: recipients: adds Paygate Ltd in IE"),
          new Edit(
              "when: the customer asks for it, ",
              "",
              "weaker accounts/share-only: leaves out: mailer when the customer asks for it"),
          new Edit(
              "      unless: the customer authorises it\n",
              "",
              "stricter accounts/share-only: leaves out: goes further when the customer authorises it"),
          new Edit(
              "- {who: mailer, for: sending mail, when",
              "- {who: mailer, for: advertising}\n        - {who: mailer, for: sending mail, when",
              "weaker accounts/share-only: mailer gets data: adds for advertising"),
          new Edit(
              "purpose: restores the conversation",
              "purpose: follows people",
              "different cookies-necessary/declare: chat-* for follows people instead of restores the"
                  + " conversation"),
          new Edit(
              "{name: chat-*, category: necessary, by: chatline",
              "{name: chat-*, category: necessary, by: mailer",
              "different cookies-necessary/declare: chat-* set by Mailer Inc. instead of Chatline SAS"),
          new Edit(
              "    products: [hosting]\n    purpose",
              "    purpose",
              "different support/declare: in products all instead of hosting"),
          new Edit(
              "trial-end: the end of the trial",
              "trial-end: a year after the trial",
              "different archive/keep: trial end means a year after the trial instead of the end of the"
                  + " trial"),
          new Edit(
              "resume: {is: pd:CurriculumVitae}",
              "resume: {is: pd:Identifying}",
              "different recruitment/hold-only: resume means pd:Identifying instead of"
                  + " pd:CurriculumVitae"),
          new Edit(
              "explicit consent, GDPR Art. 9(2)(a)",
              "employment law, GDPR Art. 9(2)(b)",
              "different recruitment/hold-only: health-note is allowed by employment law, GDPR Art."
                  + " 9(2)(b) instead of explicit consent, GDPR Art. 9(2)(a)"),
          new Edit(
              "staff: {is: employee}",
              "staff: {is: customer}",
              "different badges/declare: staff means customer instead of employee"),
          new Edit(
              "  form: SAS\n  vat: not-stated\n  director: the chief executive\n  host: Aurora Hosting SAS",
              "  form: not-stated\n  vat: not-stated\n  director: not-stated\n  host: not-stated",
              "weaker legal-notice/declare: leaves out: says form: SAS; director: the chief executive;"
                  + " host: Aurora Hosting SAS"),
          new Edit(
              "supplier-changes: {tell: [customers]",
              "supplier-changes: {tell: [customers, public]",
              "stricter supplier-changes/tell: told: adds public"),
          new Edit(
              "before: 30 days, clause: A-07",
              "before: 60 days, clause: A-07",
              "stricter notice/tell: told before it holds 60 days instead of 30 days: longer"),
          new Edit(
              "breach: {authority: 72 hours",
              "breach: {authority: 48 hours",
              "stricter breach/tell: told within 48 hours instead of 72 hours: shorter"),
          new Edit(
              "purpose: product-news",
              "purpose: partner-news",
              "different accounts/declare-4: consent to partner-news instead of product-news"
                  + " | different accounts/ask-first: asked before partner-news instead of product-news"),
          new Edit(
              "refuse: unsubscribe",
              "refuse: opt-out",
              "different accounts/refuse: refused by opt-out instead of unsubscribe"),
          new Edit(
              "{right: human-contact, answer: 5 days}",
              "{right: human-contact, answer: 3 days}",
              "stricter rights-human-contact/answer: answered within 3 days instead of 5 days: shorter"),
          new Edit(
              "{right: objection, answer: 1 month}",
              "{right: objection, answer: 30 days}",
              "different rights-objection/answer: answered within 30 days instead of 1 month"),
          new Edit(
              "extension: 2 months, clause: A-27",
              "extension: 1 month, clause: A-27",
              "stricter rights-access/answer: extended by 1 month instead of 2 months: shorter"),
          new Edit(
              "quota: {times: 2, per: 12 months}",
              "quota: {times: 1, per: 12 months}",
              "weaker rights-access/answer-2: free 1 times in 12 months instead of 2 times in 12 months"),
          new Edit(
              "look-back: 5 years",
              "look-back: 3 years",
              "weaker rights-access/answer-2: looking back 3 years instead of 5 years: shorter"),
          new Edit(
              "{right: rectification}",
              "{right: rectification, standing: not-stated}",
              "only A rights-rectification/answer"),
          new Edit(
              "count: {is: [visits, pages]",
              "count: {is: [visits, pages, devices]",
              "weaker audience/count: counted: adds devices"),
          new Edit(
              "watch: [sign-in, sign-in-failed]",
              "watch: [sign-in]",
              "weaker accounts/watch: events logged: leaves out sign-in-failed"),
          new Edit(
              "purpose: recruit",
              "purpose: [recruit, plan-staff]",
              "weaker recruitment/declare-2: purposes: adds plan-staff"),
          new Edit(
              "basis: public-task",
              "basis: contract",
              "different archive/declare-3: basis contract instead of public-task"),
          new Edit(
              "interest: a site that works",
              "interest: knowing visitors",
              "different audience/declare-3: interest in knowing visitors instead of a site that works"),
          new Edit(
              "sources: [person, public-register]",
              "sources: [person]",
              "different accounts/declare-5: sources: leaves out public-register"),
          new Edit(
              "never-for: {is: [marketing]",
              "never-for: {is: [marketing, profiling]",
              "stricter accounts/declare-6: never used for: adds profiling"),
          new Edit(
              "readers: [legal]",
              "readers: [legal, finance]",
              "weaker accounts/declare-8: who may look: adds finance"),
          new Edit(
              "identity: {document: on-doubt",
              "identity: {document: never",
              "stricter identity/declare: document of identity never instead of on-doubt"),
          new Edit(
              "promise: how visitors use pages",
              "promise: what visitors look at",
              "different cookies-performance/declare: for what visitors look at instead of how visitors use pages"),
          new Edit(
              "{name: session, category: necessary, for: 12 hours}",
              "{name: session, category: necessary, for: 6 hours}",
              "stricter cookies-necessary/declare: session lives 6 hours instead of 12 hours: shorter"),
          new Edit(
              "chatline: {name: Chatline SAS, country: FR, role: processor",
              "chatline: {name: Chatline SAS, country: DE, role: processor",
              "different recipient-chatline/declare: countries: adds DE; leaves out FR"),
          new Edit(
              "expires: 2028-12-31",
              "expires: 2029-12-31",
              "different recipient-mailer/declare-2: says standard-contractual-clauses to US until"
                  + " 2029-12-31 instead of standard-contractual-clauses to US until 2028-12-31"),
          new Edit(
              "email: dpo@aurora.example",
              "email: officer@aurora.example",
              "different contact-dpo/declare: e-mail officer@aurora.example instead of dpo@aurora.example"),
          new Edit(
              "list: [fr, en, fi], prevailing: fr",
              "list: [fr, en, fi], prevailing: en",
              "different notice/publish: prevailing language en instead of fr"),
          new Edit(
              "threshold: 4",
              "threshold: 3",
              "different risk/declare: says rare, likely, certain x low, high; from 3 on a risk is not"
                  + " accepted instead of rare, likely, certain x low, high; from 4 on a risk is not accepted"),
          new Edit(
              "what: critical activities go on, review: 6 months",
              "what: critical activities go on, review: 12 months",
              "weaker objective-continuity/review: reviewed every 12 months instead of 6 months: longer"),
          new Edit(
              "what: staff are trained for their role",
              "what: staff are trained every year",
              "different measure-training/review: says staff are trained every year instead of staff are"
                  + " trained for their role"),
          new Edit(
              "owner: people@aurora.example",
              "owner: training@aurora.example",
              "different measure-training/review: answered for by training@aurora.example instead of"
                  + " people@aurora.example"),
          new Edit(
              "  transport: {encrypt",
              "  wires: {encrypt",
              "different transport/encrypt (in B wires/encrypt): called wires instead of transport"),
          new Edit("  contacts-kept:\n", "  address-book:\n", "renamed contacts-kept address-book"),
          new Edit("law: fr/FR-LCEN-1, readers", "readers", "law accounts/keep-5"),
          new Edit(
              "what: The way to refuse is announced and not given.",
              "what: The way to refuse is hidden.",
              "noticed A not-stated | noticed B not-stated"));

  static List<Arguments.ArgumentSet> edits() {
    return EDITS.stream().map(edit -> Arguments.argumentSet(edit.told(), edit)).toList();
  }

  @ParameterizedTest
  @MethodSource("edits")
  void oneEditOneDifference(Edit edit) {
    String before = Workspaces.fullCharter();
    String after =
        Workspaces.Edited.of(before, List.of(new BadCharters.Edit(edit.from(), edit.to()))).text();
    Compared a = Sides.read(Workspaces.with(folder.resolve("a"), before));
    Compared b = Sides.read(Workspaces.with(folder.resolve("b"), after));

    assertThat(told(Comparison.of(a, b))).isEqualTo(edit.told());
    Mirrors.hold(a, b);
  }

  /** Everything but findings and laws that follow from the edit. */
  private static String told(Comparison comparison) {
    List<String> promises =
        comparison.differences().stream()
            .filter(d -> !(d instanceof Difference.Noticed) && !(d instanceof Difference.OtherLaw))
            .map(OneChangeTest::told)
            .toList();
    return (promises.isEmpty()
            ? comparison.differences().stream().map(OneChangeTest::told)
            : promises.stream())
        .distinct()
        .collect(Collectors.joining(" | "));
  }

  private static String told(Difference difference) {
    return switch (difference) {
      case Difference.Only d -> "only " + d.side() + " " + Telling.name(d.promise());
      case Difference.Stricter d -> told("stricter ", d.pair(), d.points());
      case Difference.Weaker d -> told("weaker ", d.pair(), d.points());
      case Difference.Otherwise d -> told("different ", d.pair(), d.points());
      case Difference.OtherLaw d -> "law " + Telling.name(d.pair());
      case Difference.Renamed d -> "renamed " + d.a() + " " + d.b();
      case Difference.Noticed d -> "noticed " + d.side() + " " + d.finding().code().code();
    };
  }

  private static String told(String way, Pair pair, List<Point> points) {
    return way + Telling.name(pair) + ": " + Telling.say(points);
  }
}
