package dev.upheld.charter.check;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Activity.Basis;
import dev.upheld.charter.model.Activity.Effort;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.model.Rights.IdentityCheck;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.law.JurisdictionPack;
import dev.upheld.law.LawTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Promises that can be kept to the letter and are doubtful in law all the same. */
final class DoubtFindings {
  private final Charter charter;
  private final List<Finding> findings = new ArrayList<>();

  private DoubtFindings(Charter charter) {
    this.charter = charter;
  }

  static List<Finding> of(Charter charter) {
    DoubtFindings doubts = new DoubtFindings(charter);
    doubts.identity();
    doubts.cookies();
    charter.activities().values().forEach(doubts::activity);
    doubts.owners();
    return doubts.findings;
  }

  private void identity() {
    charter
        .rights()
        .identity()
        .filter(check -> check.document() == IdentityCheck.Document.ALWAYS)
        .ifPresent(
            check ->
                add(
                    FindingCode.IDENTITY_DOCUMENT_DEMANDED,
                    check.source(),
                    Optional.empty(),
                    "Every request must come with a document of identity. It may be asked for only"
                        + " on reasonable doubt; Upheld takes such documents and asks only then.",
                    Stream.concat(
                            charter.law().refs("rights.identity").stream(),
                            rules(LawTopic.IDENTITY, "document-only-on-doubt"))
                        .toList()));
  }

  private Stream<LawRef> rules(LawTopic topic, String key) {
    return charter.law().jurisdictions().stream()
        .flatMap(pack -> pack.rule(topic, key).stream())
        .map(rule -> LawContext.ref(rule.reference()))
        .distinct();
  }

  private void cookies() {
    charter
        .measures()
        .cookies()
        .filter(c -> c.refusing().value().filter(e -> e == Effort.HARDER).isPresent())
        .ifPresent(
            c ->
                add(
                    FindingCode.REFUSAL_HARDER,
                    c.source(),
                    Optional.empty(),
                    "Refusing cookies takes more than accepting them; it must be as easy.",
                    charter.law().refs("terminal")));
  }

  private void activity(Activity activity) {
    Optional<String> id = Optional.of(activity.id());
    activity
        .choices()
        .refuse()
        .filter(refusal -> refusal.effort() == Effort.HARDER)
        .ifPresent(
            refusal ->
                add(
                    FindingCode.REFUSAL_HARDER,
                    refusal.source(),
                    id,
                    "Refusing \"%s\" takes more than accepting it; it must be as easy."
                        .formatted(activity.title()),
                    charter.law().refs("consent.withdraw")));
    for (Basis basis : activity.ground().bases().value().orElse(List.of())) {
      basis(activity, basis);
    }
    data(activity);
    activity.keep().value().stream()
        .flatMap(List::stream)
        .flatMap(rule -> rule.phases().stream())
        .forEach(phase -> mandatory(activity, phase));
    if (activity.role() == Activity.Role.PROCESSOR
        && activity.ground().instructions() instanceof Stated.Absent<String>) {
      add(
          FindingCode.NO_INSTRUCTIONS,
          activity.source(),
          id,
          "\"%s\" is done as a processor, but no contract with the instructions is named."
              .formatted(activity.title()),
          charter.law().refs("processor-contract"));
    }
  }

  private void basis(Activity activity, Basis basis) {
    Optional<String> id = Optional.of(activity.id());
    boolean balanced = basis.balancing() instanceof Stated.Known<String>;
    if (basis.is().equals("legitimate-interest") && !balanced) {
      add(
          FindingCode.NO_BALANCING_TEST,
          basis.source(),
          id,
          "\"%s\" rests on a legitimate interest without a balancing test on file."
              .formatted(activity.title()),
          charter.law().refs("lawfulness.legitimate-interest"));
    }
    if (basis.is().equals("legal-obligation") && basis.law().isEmpty()) {
      add(
          FindingCode.NO_LAW_NAMED,
          basis.source(),
          id,
          "\"%s\" rests on a legal obligation, but no law is named.".formatted(activity.title()),
          charter.law().refs("lawfulness.legal-obligation"));
    }
  }

  private void data(Activity activity) {
    Optional<String> id = Optional.of(activity.id());
    if (!activity.data().closed() && !activity.data().words().words().isEmpty()) {
      add(
          FindingCode.OPEN_LIST,
          activity.data().words().source(),
          id,
          "The data of \"%s\" only includes what is listed; Upheld holds it to the list."
              .formatted(activity.title()),
          charter.law().refs("data-minimisation"));
    }
  }

  /** Only a law can make data outlive a request for erasure, GDPR Art. 17(3)(b). */
  private void mandatory(Activity activity, KeepRule.Phase phase) {
    if (phase.atLeast() && phase.law().isEmpty()) {
      add(
          FindingCode.NO_LAW_NAMED,
          phase.source(),
          Optional.of(activity.id()),
          "Data of \"%s\" must stay even where erasure is asked for, but no law is named that says so."
              .formatted(activity.title()),
          charter.law().refs(JurisdictionPack.RIGHTS + "erasure"));
    }
  }

  /** One finding for all, or a charter without owners would drown in them. */
  private void owners() {
    boolean somebody =
        charter.organisation().company().owner().isPresent()
            || charter.organisation().contacts().containsKey("dpo");
    List<String> without =
        charter.activities().values().stream()
            .filter(activity -> activity.owner().isEmpty())
            .map(Activity::title)
            .toList();
    if (!somebody && !without.isEmpty()) {
      add(
          FindingCode.NO_OWNER,
          charter.organisation().company().source(),
          Optional.empty(),
          "Nobody answers for %s: name an owner of each activity, of the company, or a contact dpo."
              .formatted(String.join(", ", without.subList(0, Math.min(5, without.size())))),
          charter.law().refs("accountability"));
    }
  }

  private void add(
      FindingCode code,
      Source source,
      Optional<String> activity,
      String sentence,
      List<LawRef> law) {
    findings.add(new Finding(code, source.at(), sentence, activity, source.clauses(), law));
  }
}
