package dev.upheld.charter.derive;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Activity.Basis;
import dev.upheld.charter.model.Activity.Listed;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.KeepRule.Phase;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Way;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.law.JurisdictionPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an activity states because the law wants it stated: role, purpose, basis, sources. */
final class ActivityDeclarations {
  private final Charter charter;
  private final Phrases phrases;
  private final Headers headers;
  private final Activity activity;
  private final List<Promise> promises = new ArrayList<>();

  ActivityDeclarations(Charter charter, Phrases phrases, Headers headers, Activity activity) {
    this.charter = charter;
    this.phrases = phrases;
    this.headers = headers;
    this.activity = activity;
  }

  List<Promise> derive() {
    role();
    Listed purposes = activity.ground().purposes();
    if (!purposes.words().isEmpty()) {
      words("purpose", purposes, "purpose-limitation", "%s: the purpose is to %s.");
    }
    for (Basis basis : activity.ground().bases().value().orElse(List.of())) {
      basis(basis);
    }
    activity
        .data()
        .from()
        .ifPresent(l -> words("source", l, "information.source", "%s: the data comes from: %s."));
    activity
        .ground()
        .neverFor()
        .ifPresent(
            l ->
                words(
                    "never-for",
                    l,
                    "purpose-limitation",
                    "%s: the data is never used for this: %s."));
    activity.ground().automated().ifPresent(this::automated);
    activity.keep().value().ifPresent(rules -> rules.forEach(this::readers));
    return promises;
  }

  private Statement statement(Source source, Way way, String law, String sentence) {
    return new Statement(
        activity.id(),
        "declare",
        Optional.of(activity.id()),
        source.orClauses(activity.source().clauses()),
        activity.owner(),
        way,
        charter.law().refs(law),
        sentence);
  }

  private void add(Statement statement, String what, String value, List<String> documents) {
    promises.add(new Promise.Declare(headers.of(statement), what, value, documents));
  }

  private String title() {
    return phrases.activity(activity.id());
  }

  private void role() {
    String others =
        activity.controllers().isEmpty()
            ? ""
            : " (%s)"
                .formatted(
                    Phrases.and(activity.controllers().stream().map(this::controller).toList()));
    String as =
        switch (activity.role()) {
          case CONTROLLER -> "decides why and how (controller)";
          case JOINT_CONTROLLER -> "decides together with others (joint controller)";
          case PROCESSOR -> "works on the instructions of others (processor)";
        };
    Optional<String> instructions = activity.ground().instructions().value();
    add(
        statement(
            new Source(activity.source().at(), List.of()),
            Way.ACT,
            law(),
            "%s: %s %s%s.".formatted(title(), phrases.company(), as, others)),
        "role",
        role(activity),
        instructions.map(List::of).orElse(List.of()));
  }

  private String law() {
    return switch (activity.role()) {
      case CONTROLLER -> "information.contact";
      case JOINT_CONTROLLER -> "joint-controllers";
      case PROCESSOR -> "processor-contract";
    };
  }

  private static String role(Activity activity) {
    String word =
        switch (activity.role()) {
          case CONTROLLER -> "controller";
          case JOINT_CONTROLLER -> "joint-controller";
          case PROCESSOR -> "processor";
        };
    return activity.controllers().isEmpty()
        ? word
        : word + " with " + String.join(", ", activity.controllers());
  }

  private String controller(String word) {
    return Optional.ofNullable(charter.organisation().controllers().get(word))
        .map(controller -> controller.name())
        .orElse(word);
  }

  private void words(String what, Listed listed, String law, String pattern) {
    add(
        statement(
            listed.source(),
            Way.ACT,
            law,
            pattern.formatted(title(), Phrases.spoken(listed.words()))),
        what,
        String.join(", ", listed.words()),
        List.of());
  }

  private void basis(Basis basis) {
    if (basis.is().equals(Shapes.NOT_STATED)) {
      return;
    }
    List<String> documents = basis.balancing().value().map(List::of).orElse(List.of());
    String interest = basis.interest().map(" in %s"::formatted).orElse("");
    String test = documents.isEmpty() ? "" : ", weighed in " + documents.getFirst();
    add(
        statement(
                basis.source(),
                Way.ACT,
                "lawfulness." + basis.is(),
                "%s: the basis is %s%s%s.".formatted(title(), basis(basis.is()), interest, test))
            .citing(basis.law().flatMap(charter.law()::cited).map(LawContext::ref)),
        "basis",
        basis.is()
            + basis.purpose().map(" for %s"::formatted).orElse("")
            + basis.interest().map(" in %s"::formatted).orElse("")
            + basis.law().map(" under %s"::formatted).orElse(""),
        documents);
  }

  private static String basis(String word) {
    return switch (word) {
      case "consent" -> "consent";
      case "contract" -> "a contract or steps before it";
      case "legal-obligation" -> "a legal obligation";
      case "vital-interests" -> "vital interests";
      case "public-task" -> "a public task";
      case "legitimate-interest" -> "a legitimate interest";
      default -> Phrases.spoken(word);
    };
  }

  private void automated(Listed automated) {
    boolean none = automated.words().contains("none");
    add(
        statement(
            automated.source(),
            Way.ACT,
            JurisdictionPack.RIGHTS + "automated-decisions",
            none
                ? "%s: no decision is taken by a program alone.".formatted(title())
                : "%s: these decisions are taken by a program alone: %s."
                    .formatted(title(), Phrases.spoken(automated.words()))),
        "automated-decisions",
        String.join(", ", automated.words()),
        List.of());
  }

  /** Who may look is a matter of the roles in a database, which a person attests. */
  private void readers(KeepRule rule) {
    for (Phase phase : rule.phases()) {
      if (!phase.readers().isEmpty()) {
        String stage = phase.stage().map(Phrases::spoken).orElse("stage");
        add(
            statement(
                phase.source(),
                Way.ATTEST,
                "archive",
                "%s: only %s may look at data in the %s."
                    .formatted(title(), Phrases.spoken(phase.readers()), stage)),
            "readers",
            stage + ": " + String.join(", ", phase.readers()),
            List.of());
      }
    }
  }
}
