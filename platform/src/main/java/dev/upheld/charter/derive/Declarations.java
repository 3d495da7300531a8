package dev.upheld.charter.derive;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Measures.Matrix;
import dev.upheld.charter.model.Measures.Measure;
import dev.upheld.charter.model.Organisation.Company;
import dev.upheld.charter.model.Organisation.Contact;
import dev.upheld.charter.model.Organisation.LegalNotice;
import dev.upheld.charter.model.Publication.Notice;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Recipient.Transfer;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.News;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.promise.Way;
import dev.upheld.law.Authority;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the company states, publishes and reviews. */
final class Declarations {
  private final Charter charter;
  private final Phrases phrases;
  private final Headers headers;
  private final List<Promise> promises = new ArrayList<>();

  Declarations(Charter charter, Phrases phrases, Headers headers) {
    this.charter = charter;
    this.phrases = phrases;
    this.headers = headers;
  }

  List<Promise> derive() {
    notice();
    company();
    charter.organisation().contacts().forEach(this::contact);
    authority();
    charter
        .organisation()
        .scope()
        .ifPresent(
            s ->
                declare(
                    statement(
                        "scope",
                        s.source(),
                        "information",
                        "The policy covers %s.".formatted(s.is())),
                    "scope",
                    s.is() + (s.domains().isEmpty() ? "" : ": " + String.join(", ", s.domains()))));
    charter.organisation().legalNotice().ifPresent(this::legalNotice);
    charter.recipients().forEach(this::recipient);
    governance();
    return promises;
  }

  private Statement statement(String subject, Source source, String law, String sentence) {
    return new Statement(
        subject,
        "declare",
        Optional.empty(),
        source,
        Optional.empty(),
        Way.ACT,
        charter.law().refs(law),
        sentence);
  }

  private static Statement as(String kind, Way way, Statement s) {
    return new Statement(
        s.subject(), kind, s.activity(), s.source(), s.owner(), way, s.law(), s.sentence());
  }

  private void declare(Statement statement, String what, String value) {
    promises.add(new Promise.Declare(headers.of(statement), what, value, List.of()));
  }

  private void notice() {
    var languages = charter.publication().languages();
    Notice notice = charter.publication().notice();
    String prevails =
        languages.list().size() > 1 && languages.silent().isEmpty()
            ? "; %s prevails".formatted(languages.prevailing())
            : "";
    promises.add(
        new Promise.Publish(
            headers.of(
                as(
                    "publish",
                    Way.ACT,
                    statement(
                        "notice",
                        notice.source().and(languages.source().clauses()).and(revised()),
                        "information",
                        "The published policy says what this charter says, in %s%s."
                            .formatted(Phrases.and(languages.list()), prevails)))),
            Set.copyOf(languages.list())));
    if (!notice.tell().isEmpty()) {
      promises.add(revision(notice));
    }
  }

  private List<String> revised() {
    return charter.publication().revisions().stream()
        .flatMap(revision -> revision.source().clauses().stream())
        .toList();
  }

  private void company() {
    Company company = charter.organisation().company();
    String where = company.address().map(", %s"::formatted).orElse("");
    declare(
        statement(
            "company",
            company.source(),
            "information.contact",
            "%s%s (%s) answers for this policy."
                .formatted(company.name(), where, company.country())),
        "company",
        company.name() + where + ", " + company.country());
    charter
        .organisation()
        .controllers()
        .forEach(
            (word, other) ->
                declare(
                    statement(
                        "controller-" + word,
                        other.source(),
                        "joint-controllers",
                        "%s%s decides as well."
                            .formatted(
                                other.name(), other.country().map(" (%s)"::formatted).orElse(""))),
                    "controller",
                    other.name() + other.country().map(", %s"::formatted).orElse("")));
  }

  private Promise revision(Notice notice) {
    String before =
        notice.before().map((Term t) -> " %s before it holds".formatted(Terms.say(t))).orElse("");
    return new Promise.Tell(
        headers.of(
            as(
                "tell",
                Way.ACT,
                statement(
                    "notice",
                    notice.source(),
                    "transparency",
                    "%s are told of a change of the policy%s."
                        .formatted(
                            CompanyPromises.capital(phrases.people(notice.tell())), before)))),
        News.REVISION,
        Set.copyOf(notice.tell()),
        Optional.empty(),
        notice.before());
  }

  private void contact(String word, Contact contact) {
    List<String> ways =
        Stream.of(contact.email(), contact.address()).flatMap(s -> s.value().stream()).toList();
    if (ways.isEmpty() && contact.name().value().isEmpty()) {
      return;
    }
    String who = contact.name().value().orElse(Phrases.spoken(word));
    declare(
        statement(
            "contact-" + word,
            contact.source(),
            word.equals("dpo") ? "officer.contact" : "information.contact",
            "People can write to %s%s."
                .formatted(who, ways.isEmpty() ? "" : ": " + String.join("; ", ways))),
        "contact",
        Stream.concat(Stream.of(who), ways.stream()).collect(Collectors.joining("; ")));
  }

  private void authority() {
    List<Authority> authorities =
        charter.law().jurisdictions().stream()
            .flatMap(pack -> pack.authority().stream())
            .distinct()
            .toList();
    if (authorities.isEmpty()) {
      return;
    }
    String names =
        Phrases.and(
            authorities.stream().map(a -> "%s (%s)".formatted(a.name().value(), a.id())).toList());
    declare(
        statement(
            "authority",
            charter
                .organisation()
                .authority()
                .map(note -> note.source())
                .orElseGet(
                    () -> new Source(charter.organisation().company().source().at(), List.of())),
            "information.authority",
            "People can complain to %s%s.".formatted(names, list())),
        "authority",
        authorities.stream().map(Authority::id).collect(Collectors.joining(", ")) + list());
  }

  private String list() {
    return charter
        .organisation()
        .authority()
        .flatMap(note -> note.list())
        .map("; others stand in the list at %s"::formatted)
        .orElse("");
  }

  private void legalNotice(LegalNotice notice) {
    String entries =
        notice.entries().entrySet().stream()
            .map(e -> Phrases.spoken(e.getKey()) + ": " + e.getValue())
            .collect(Collectors.joining("; "));
    declare(
        statement(
            "legal-notice",
            notice.source(),
            "information.contact",
            "The site says of its publisher: %s.".formatted(entries)),
        "legal-notice",
        entries);
  }

  private void recipient(String id, Recipient recipient) {
    String who = CompanyPromises.capital(phrases.recipient(id));
    List<String> countries = recipient.countries().value().orElse(List.of());
    List<String> contract = recipient.contract().value().map(List::of).orElse(List.of());
    String where = countries.isEmpty() ? "" : " (%s)".formatted(String.join(", ", countries));
    String bound = contract.isEmpty() ? "" : ", bound by " + contract.getFirst();
    promises.add(
        new Promise.Declare(
            headers.of(
                statement(
                    "recipient-" + id,
                    recipient.source(),
                    law(recipient.role()),
                    "%s%s receives data and %s%s."
                        .formatted(who, where, acts(recipient.role()), bound))),
            "recipient",
            "%s; %s; %s".formatted(id, recipient.role().name(), String.join(", ", countries)),
            contract));
    for (Transfer transfer : recipient.transfers().value().orElse(List.of())) {
      transfer.tool().value().ifPresent(tool -> transfer(id, recipient, transfer, tool));
    }
  }

  private static String acts(Recipient.Role role) {
    return switch (role) {
      case PROCESSOR -> "works on instructions (processor)";
      case JOINT_CONTROLLER -> "decides together with the company (joint controller)";
      case CONTROLLER -> "decides on its own account (controller)";
      case AUTHORITY -> "is a public authority";
    };
  }

  private static String law(Recipient.Role role) {
    return switch (role) {
      case PROCESSOR -> "processor-contract";
      case JOINT_CONTROLLER -> "joint-controllers";
      case CONTROLLER -> "information.recipients";
      case AUTHORITY -> "information.recipients";
    };
  }

  private void transfer(String id, Recipient recipient, Transfer transfer, String tool) {
    String until = transfer.expires().map(" until %s"::formatted).orElse("");
    promises.add(
        new Promise.Declare(
            headers.of(
                as(
                    "declare",
                    Way.ATTEST,
                    statement(
                        "recipient-" + id,
                        transfer.source().orClauses(recipient.source().clauses()),
                        "transfers.tools",
                        "Data goes to %s in %s under %s%s."
                            .formatted(
                                phrases.recipient(id),
                                Phrases.and(transfer.to()),
                                Phrases.spoken(tool),
                                until)))),
            "transfer",
            "%s to %s%s".formatted(tool, String.join(", ", transfer.to()), until),
            Stream.concat(transfer.document().stream(), transfer.assessment().stream()).toList()));
  }

  private void governance() {
    var governance = charter.measures().governance();
    governance.risk().ifPresent(this::risk);
    review("measure-", governance.measures(), "responsibility");
    review("objective-", governance.objectives(), "accountability");
  }

  private void risk(Matrix matrix) {
    if (!matrix.likelihood().isEmpty()) {
      String line =
          matrix
              .threshold()
              .value()
              .map("; from %d on a risk is not accepted"::formatted)
              .orElse("");
      declare(
          statement(
              "risk",
              matrix.source(),
              "responsibility",
              "Risks are classed by likelihood (%s) and impact (%s)%s."
                  .formatted(
                      String.join(", ", matrix.likelihood()),
                      String.join(", ", matrix.impact()),
                      line)),
          "risk",
          "%s x %s%s"
              .formatted(
                  String.join(", ", matrix.likelihood()),
                  String.join(", ", matrix.impact()),
                  line));
    }
    matrix
        .review()
        .ifPresent(
            every ->
                promises.add(
                    new Promise.Review(
                        headers.of(
                            as(
                                "review",
                                Way.ATTEST,
                                statement(
                                    "risk",
                                    matrix.source(),
                                    "responsibility",
                                    "All risks are looked at every %s."
                                        .formatted(Terms.say(every))))),
                        "risks",
                        Optional.of(every))));
  }

  private void review(String prefix, Map<String, Measure> measures, String law) {
    measures.forEach(
        (key, measure) -> {
          String every =
              measure.review().value().map(t -> ", looked at every " + Terms.say(t)).orElse("");
          Statement statement =
              as(
                  "review",
                  Way.ATTEST,
                  statement(
                      prefix + key,
                      measure.source(),
                      law,
                      "%s%s.".formatted(CompanyPromises.capital(measure.what()), every)));
          promises.add(
              new Promise.Review(
                  headers.of(statement.ownedBy(measure.owner())),
                  measure.what(),
                  measure.review().value()));
        });
  }
}
