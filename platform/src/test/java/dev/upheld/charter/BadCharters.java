package dev.upheld.charter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Faults to make in the charter that says everything; the mark stands where each is expected. */
public final class BadCharters {
  private BadCharters() {}

  /** Replaces what stands there exactly once. */
  public record Edit(String from, String to) {}

  /**
   * Edits that make one fault.
   *
   * @param code expected
   * @param mend part of the advice
   */
  public record Bad(String code, String mend, List<Edit> edits) {
    Bad and(String from, String to) {
      List<Edit> more = new ArrayList<>(edits);
      more.add(new Edit(from, to));
      return new Bad(code, mend, more);
    }

    Bad without(String text) {
      return and(text, "");
    }

    @Override
    public String toString() {
      return code + " " + edits.getFirst().to().strip();
    }
  }

  private static Bad bad(String code, String mend, String from, String to) {
    return new Bad(code, mend, List.of(new Edit(from, to)));
  }

  public static List<Bad> all() {
    return Stream.of(structure(), gaps(), references(), places(), periods(), law())
        .flatMap(List::stream)
        .toList();
  }

  /** Faults of structure, which a JSON Schema must see as well. */
  public static List<Bad> structural() {
    return Stream.concat(structure().stream(), gaps().stream()).toList();
  }

  private static List<Bad> structure() {
    return List.of(
        bad("unknown-key", "Did you mean \"count\"?", "    count: {is", "    <!>cuont: {is"),
        bad("unknown-key", "Known here: upheld", "identity: {", "<!>whatever: {a: b}\nidentity: {"),
        bad("wrong-type", "Audience", "title: Audience measurement", "title: <!>[x]"),
        bad("wrong-type", "delete", "then: redact}", "then: <!>[redact]}"),
        bad("wrong-type", "[chatline]", "recipients: [tax-office]", "recipients:<!> "),
        bad(
            "unknown-choice",
            "\"processor\"",
            "role: processor\n    controllers",
            "role: <!>procesor\n    controllers"),
        bad("malformed", "nimbus", "id: aurora", "id: <!>Aurora!"),
        bad("malformed", "nimbus.example", "email: dpo@aurora.example", "email: <!>nobody"),
        bad("malformed", "nimbus.example", "email: dpo@aurora.example", "email: <!><a@b.example>"),
        bad("malformed", "nimbus.example", "email: dpo@aurora.example", "email: <!>a..b@c.example"),
        bad(
            "malformed",
            "dpo@nimbus.example",
            "owner: web@aurora.example",
            "owner: <!>Web <web@aurora.example>"),
        bad(
            "malformed",
            "dpo@nimbus.example",
            "owner: web@aurora.example",
            "owner: <!>web@aurora.example and dpo@aurora.example"),
        bad("malformed", "true", "at-least: true\n", "at-least: <!>yes\n"),
        bad("malformed", "FR", "country: DE", "country: <!>Germany"),
        bad("malformed", "180 days", "for: 30 days\n", "for: <!>a month\n"),
        bad("malformed", "180 days", "P180D", "<!>30"),
        bad("malformed", "2 MB", "at-most: 2 MB", "at-most: <!>much"),
        bad("out-of-range", "from 1 to 1000", "times: 2", "times: <!>0"),
        bad("repeated-item", "Remove one", "list: [fr, en, fi]", "list: [fr, en, fi, <!>fr]"),
        bad("too-few-items", "Add what", "{only: [badge, event]}", "{<!>only: []}"),
        bad(
            "key-combination",
            "Keep one",
            "[{until: decided}, ",
            "[<!>{until: decided, criterion: x, review: 1 year}, "),
        bad(
            "key-combination",
            "\"from\"",
            "    keep: {for: 1 year, from: trial-end,",
            "    <!>keep: {for: 1 year,"),
        bad(
            "key-combination",
            "Keep one",
            "  eu-servers: {countries: FR,",
            "  <!>eu-servers: {servers: own, countries: FR,"),
        bad("missing-key", "purpose:", "  recruitment:\n", "  <!>recruitment:\n")
            .without("    purpose: recruit\n"),
        bad("missing-key", "why", "    keep: {for: 1 year", "    <!>keep: {for: 1 year")
            .without(", why: the archive is public"));
  }

  /** What a charter may not leave out without saying that the source does. */
  private static List<Bad> gaps() {
    return List.of(
        bad("no-period", "keep: not-stated", "  badges:\n", "  <!>badges:\n")
            .without("    keep: not-stated\n"),
        bad("missing-key", "basis: not-stated", "  contacts-kept:\n", "  <!>contacts-kept:\n")
            .without("    basis: not-stated\n"),
        bad("no-contract", "dpa: not-stated", "  carrier: {", "  <!>carrier: {")
            .without(" dpa: not-stated,"),
        bad("no-transfer-tool", "tool: not-stated", "- {to: US", "- <!>{to: US")
            .without(" tool: standard-contractual-clauses,"),
        bad(
            "no-consent-purpose",
            "purpose: send-newsletter",
            "{is: consent, purpose: product-news, clause: A-19}",
            "<!>{is: consent, clause: A-19}"));
  }

  private static List<Bad> references() {
    return List.of(
        bad("unknown-data-word", "\"resume\"", "email, resume,", "email, <!>resumee,"),
        bad("unknown-data-word", "Add it under data", "of: [iban]", "of: [<!>event]"),
        bad("unknown-data-word", "Declare it", "except: [iban,", "except: [<!>salary,"),
        bad("unknown-recipient", "\"tax-office\"", "[tax-office]", "[<!>tax-ofice]"),
        bad("unknown-recipient", "\"mailer\"", "{who: mailer,", "{who: <!>mailr,"),
        bad("unknown-recipient", "\"chatline\"", "by: chatline", "by: <!>chatlin"),
        bad("unknown-subject", "\"visitors\"", "subjects: [visitors]", "subjects: [<!>visitor]"),
        bad("unknown-subject", "\"customers\"", "tell: [customers, public]", "tell: [<!>custmers]"),
        bad("unknown-subject", "\"customers\"", "to: [customers]", "to: [<!>customer]"),
        bad("unknown-activity", "\"audience\"", "apart: [audience]", "apart: [<!>audiense]"),
        bad(
            "unknown-activity",
            "\"audience\"",
            "kind: silent, activity: audience",
            "kind: silent, activity: <!>audiense"),
        bad(
            "unknown-controller",
            "\"aurora-oy\"",
            "controllers: aurora-oy",
            "controllers: <!>aurora-o"),
        bad("unknown-product", "\"hosting\"", "products: [hosting]", "products: [<!>hostin]"),
        bad(
            "unknown-cookie-category",
            "\"necessary\"",
            "session, category: necessary",
            "session, category: <!>necesary"),
        bad("unknown-language", "Declare it", "prevailing: fr", "prevailing: <!>sv"),
        bad("unknown-event", "Correct it", "P180D, from: collected", "P180D, from: <!>colected"),
        bad("unknown-event", "declare it under events", "from: trial-end", "from: <!>trial-ends"),
        bad("unknown-right", "Correct it", "right: rectification", "right: <!>rectifcation"),
        bad("unknown-jurisdiction", "\"fr\"", "jurisdictions: [fr]", "jurisdictions: [fr, <!>frr]"),
        bad("unknown-jurisdiction", "Declare it", "in: fr", "in: <!>fi"),
        bad("unknown-law", "\"fr/FR-LCEN-1\"", "fr/FR-LCEN-1", "<!>fr/FR-LCEN-9"),
        bad(
            "unknown-jurisdiction",
            "Known: eu-gdpr",
            "obligation, law: fr/",
            "obligation, law: <!>xy/"),
        bad(
            "unknown-transfer-tool", "\"standard-contractual-clauses\"",
            "tool: standard-contractual-clauses", "tool: <!>standard-contractual-clause"),
        bad(
            "document-missing",
            "write not-stated",
            "balancing: docs/balancing.md",
            "balancing: <!>docs/nowhere.md"),
        bad(
            "document-missing",
            "correct the path",
            "evidence: [docs/contract.md]",
            "evidence: [<!>docs]"));
  }

  private static List<Bad> places() {
    return List.of(
        bad("unknown-territory", "EU or EEA", "countries: [EU]", "countries: [<!>EUR]"),
        bad("unknown-territory", "ISO 3166", "residents: [US, EU]", "residents: [US, <!>ZZ]"),
        bad("unknown-country", "FR", "country: DE", "country: <!>ZZ"),
        bad("unknown-territory", "EEA", "Paygate Ltd, country: IE", "Paygate Ltd, country: <!>EUR"),
        bad("unknown-zone", "Europe/Paris", "zone: Europe/Paris", "zone: <!>Europe/Atlantis"),
        bad("impossible-date", "2027-12-31", "updated: 2026-03-01", "updated: <!>2026-02-30"),
        bad("bad-pattern", "java.util.regex", "'[0-9]{5}'", "<!>'[0-9{5}'"),
        bad("duplicate-id", "another name", "  visits-apart: {", "  <!>audience: {"),
        bad("duplicate-id", "another name", "  eu-customers: {", "  <!>transport: {"),
        bad(
            "duplicate-id",
            "join the two",
            "  - {right: restriction,",
            "  - {right: restriction}\n  - {right: <!>rectification,"),
        bad("duplicate-id", "join the two", "name: chat-*", "name: <!>session"),
        bad(
            "yaml-duplicate-key",
            "Keep one",
            "  staff: {is: employee}",
            "  <!>customers: {is: employee}"));
  }

  private static List<Bad> periods() {
    return List.of(
        bad("impossible-period", "180 days", "P180D", "<!>0 days"),
        bad("impossible-period", "180 days", "P180D", "<!>-5 days"),
        bad("impossible-period", "180 days", "P180D", "<!>201 years"),
        bad("impossible-period", "180 days", "P180D", "<!>P1DT5H"),
        bad(
            "impossible-period",
            "12 months to 24 months",
            "12 months to 24 months",
            "<!>24 months to 12 months"),
        bad("impossible-period", "180 days", "P180D", "<!>24 hours to 12 days"),
        bad("impossible-period", "180 days", "per: 12 months", "per: <!>1 month to 2 months"),
        bad("impossible-period", "180 days", "[2 months, 14 days]", "<!>0 days"),
        bad("impossible-warning", "by a week or more", "[2 months, 14 days]", "<!>2 years"),
        bad(
            "impossible-warning",
            "by a week or more",
            "[2 months, 14 days]",
            "[1 day, <!>725 days]"),
        bad(
            "impossible-warning",
            "Take one of the two",
            "2 months, 14 days",
            "14 days, <!>2 weeks"),
        bad(
            "impossible-warning",
            "in the stage that is meant",
            "        then: delete\n    recipients:",
            "        warn: <!>30 days\n        then: delete\n    recipients:"),
        bad(
            "impossible-warning",
            "Give it a period",
            "review: 12 months, then: delete, clause: A-25",
            "review: 12 months, warn: <!>1 week, then: delete, clause: A-25"),
        bad(
            "impossible-warning",
            "Give it a period",
            "{until: decided}, {for: 12 months, from: last-contact}]",
            "{until: decided}, {for: 12 months, from: last-contact}], warn: <!>1 week"),
        bad(
            "impossible-warning",
            "another end action",
            "from: trial-end, then: keep",
            "from: trial-end, warn: <!>1 week, then: keep"));
  }

  private static List<Bad> law() {
    return List.of(
        bad("right-withheld", "{right: erasure, standing: not-stated}", "rights:\n", "<!>rights:\n")
            .without("  - {right: erasure, answer: without-undue-delay}\n"),
        bad(
            "right-withheld",
            "Add {right: objection}",
            "{right: objection, answer: 1 month}",
            "<!>{right: objection, standing: withheld}"),
        bad(
            "answer-against-law",
            "Promise 1 month or less",
            "{right: objection, answer: 1 month}",
            "<!>{right: objection, answer: 6 weeks}"),
        bad(
                "answer-against-law",
                "Promise 2 months or less",
                "extension: 2 months",
                "extension: 4 months")
            .and("- {right: access, answer: 1 month", "- <!>{right: access, answer: 1 month"),
        bad(
            "keep-against-law",
            "sets-aside",
            "    keep: {for: 10 years to 11 years,",
            "    <!>keep: {for: 5 years,"),
        bad(
                "keep-against-law",
                "sets-aside",
                "{stage: archive, for: 5 years,",
                "{stage: archive, for: 2 years,")
            .and("      - stages:\n", "      - <!>stages:\n"),
        bad(
            "breach-against-law",
            "72 hours or less",
            "breach: {authority: 72 hours",
            "<!>breach: {authority: 96 hours"),
        bad(
            "no-transfer-tool",
            "transfer: {to: [CN]",
            "  paygate: {name: Paygate Ltd, country: IE",
            "  <!>paygate: {name: Paygate Ltd, country: CN"),
        bad("no-transfer-tool", "standard-contractual-clauses", "  mailer:\n", "  <!>mailer:\n")
            .and("country: [IE, US]", "country: [IE, CN]"));
  }
}
