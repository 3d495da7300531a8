package dev.upheld.charter.derive;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Activity.Basis;
import dev.upheld.charter.model.Activity.Listed;
import dev.upheld.charter.model.Activity.Terminal;
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
import java.util.Locale;
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
      words("purpose", purposes, "purpose-limitation", "%s: the data serves this purpose: %s.");
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
    activity
        .choices()
        .terminal()
        .ifPresent(terminal -> does(terminal).ifPresent(does -> terminal(terminal, does)));
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

  /** Whose data it is belongs to it: without people there is no role. */
  private void role() {
    List<String> subjects = activity.data().subjects().words();
    Source source =
        new Source(activity.source().at(), List.of())
            .and(activity.source().clauses())
            .and(activity.data().subjects().source().clauses())
            .and(clausesOf(subjects));
    Optional<String> instructions = activity.ground().instructions().value();
    add(
        statement(
            source,
            Way.ACT,
            law(),
            "%s: %s %s; the data is about %s."
                .formatted(title(), phrases.company(), as(), phrases.people(subjects))),
        "role",
        "%s; about %s".formatted(role(activity), String.join(", ", subjects)),
        instructions.map(List::of).orElse(List.of()));
  }

  private String as() {
    String others =
        activity.controllers().isEmpty()
            ? "others"
            : Phrases.and(activity.controllers().stream().map(this::controller).toList());
    return switch (activity.role()) {
      case CONTROLLER -> "decides why and how (controller)";
      case JOINT_CONTROLLER -> "decides together with %s (joint controller)".formatted(others);
      case PROCESSOR -> "works on the instructions of %s (processor)".formatted(others);
    };
  }

  private List<String> clausesOf(List<String> subjects) {
    return subjects.stream()
        .flatMap(w -> Optional.ofNullable(charter.words().subjects().get(w)).stream())
        .flatMap(subject -> subject.source().clauses().stream())
        .toList();
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

  private static Optional<String> does(Terminal terminal) {
    return switch (terminal.kind()) {
      case NONE -> Optional.of("nothing is read or written on people's devices");
      case EXEMPT -> Optional.of("what is read or written on people's devices needs no consent");
      case CONSENT -> Optional.of("people are asked before their device is read or written");
      case NOT_STATED -> Optional.empty();
    };
  }

  private void terminal(Terminal terminal, String does) {
    add(
        statement(terminal.source(), Way.ACT, "terminal", "%s: %s.".formatted(title(), does)),
        "terminal",
        terminal.kind().name().toLowerCase(Locale.ROOT),
        List.of());
  }

  /**
   * Who may look is a matter of the roles in a database: where the data map says which these are it
   * is measured, elsewhere a person attests it.
   */
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
