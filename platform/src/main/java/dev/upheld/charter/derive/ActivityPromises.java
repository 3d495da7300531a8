package dev.upheld.charter.derive;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Activity.Basis;
import dev.upheld.charter.model.Activity.Recipients;
import dev.upheld.charter.model.Activity.Terminal;
import dev.upheld.charter.model.Activity.Terminal.Kind;
import dev.upheld.charter.model.Activity.Use;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.KeepRule.Phase;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.model.Words.DataWord;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Share;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.charter.promise.Way;
import dev.upheld.law.JurisdictionPack;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The promises of one activity, always in the same order. */
final class ActivityPromises {
  private final Charter charter;
  private final Phrases phrases;
  private final Headers headers;
  private final Activity activity;
  private final List<Promise> promises = new ArrayList<>();

  ActivityPromises(Charter charter, Phrases phrases, Headers headers, Activity activity) {
    this.charter = charter;
    this.phrases = phrases;
    this.headers = headers;
    this.activity = activity;
  }

  List<Promise> derive() {
    activity.keep().value().ifPresent(rules -> rules.forEach(this::keep));
    if (!activity.data().words().words().isEmpty()) {
      holdOnly();
      activity.data().words().words().forEach(this::form);
    }
    activity.recipients().value().ifPresent(this::shareOnly);
    promises.addAll(new ActivityDeclarations(charter, phrases, headers, activity).derive());
    askFirst();
    activity.choices().refuse().ifPresent(this::refuse);
    activity.choices().watch().ifPresent(this::watch);
    activity.choices().count().ifPresent(this::count);
    return promises;
  }

  private Statement statement(String kind, Source source, Way way, String law, String sentence) {
    return new Statement(
        activity.id(),
        kind,
        Optional.of(activity.id()),
        source.orClauses(activity.source().clauses()),
        activity.owner(),
        way,
        charter.law().refs(law),
        sentence);
  }

  private String title() {
    return phrases.activity(activity.id());
  }

  private void keep(KeepRule rule) {
    KeepSentences sentences = new KeepSentences(phrases);
    for (Phase phase : rule.phases()) {
      Statement statement =
          statement(
                  "keep",
                  phase.source(),
                  way(phase),
                  "storage-limitation",
                  sentences.keep(activity, rule, phase))
              .citing(phase.law().flatMap(charter.law()::cited).map(LawContext::ref));
      Promise.Keep keep =
          new Promise.Keep(
              headers.of(statement),
              rule.words(),
              phase.stage(),
              rule.state(),
              phase.limit(),
              phase.atLeast(),
              rule.extensions(),
              phase.then(),
              phase.warn());
      promises.add(keep);
      if (!phase.warn().isEmpty()) {
        String sentence = sentences.warn(activity, rule, phase);
        promises.add(
            new Promise.Warn(
                headers.of(
                    statement("warn", phase.source(), Way.PROBE, "storage-limitation", sentence)),
                keep.id(),
                phase.warn()));
      }
    }
  }

  /** A reason without a number is reviewed by a person, and backups are nobody's database. */
  private static Way way(Phase phase) {
    boolean backup = phase.stage().filter("backup"::equals).isPresent();
    return backup || hasCriterion(phase.limit()) ? Way.ATTEST : Way.PROBE;
  }

  private static boolean hasCriterion(Limit limit) {
    return switch (limit) {
      case Limit.Criterion c -> true;
      case Limit.Earliest(List<Limit> of) -> of.stream().anyMatch(ActivityPromises::hasCriterion);
      case Limit.Latest(List<Limit> of) -> of.stream().anyMatch(ActivityPromises::hasCriterion);
      case Limit.After a -> false;
      case Limit.Until u -> false;
    };
  }

  private void holdOnly() {
    List<String> words = activity.data().words().words();
    Source source = activity.data().words().source().orClauses(activity.source().clauses());
    promises.add(
        new Promise.HoldOnly(
            headers.of(
                statement(
                    "hold-only",
                    source.and(clausesOf(words)),
                    Way.PROBE,
                    "data-minimisation",
                    "%s: nothing is held about people but %s."
                        .formatted(title(), phrases.data(words)))),
            Set.copyOf(words)));
  }

  /** Clauses on words without a form of their own, which would otherwise support nothing. */
  private List<String> clausesOf(List<String> words) {
    return words.stream()
        .flatMap(w -> Optional.ofNullable(charter.words().vocabulary().get(w)).stream())
        .filter(data -> data.form().isEmpty())
        .flatMap(data -> data.source().clauses().stream())
        .toList();
  }

  private void form(String word) {
    Optional<DataWord> data = Optional.ofNullable(charter.words().vocabulary().get(word));
    data.flatMap(DataWord::form)
        .ifPresent(
            form ->
                promises.add(
                    new Promise.Form(
                        headers.of(
                            statement(
                                "form",
                                data.get().source(),
                                Way.PROBE,
                                law(form),
                                sentence(word, form))),
                        word,
                        form)));
  }

  private static String law(ValueForm form) {
    return switch (form) {
      case ValueForm.HalfIp h -> "data-minimisation";
      case ValueForm.PasswordHash p -> "security.passwords";
      case ValueForm.Matching m -> "data-minimisation";
    };
  }

  private String sentence(String word, ValueForm form) {
    return switch (form) {
      case ValueForm.HalfIp h ->
          "%s: of an IP address only the first half is kept (%s)."
              .formatted(title(), phrases.data(word));
      case ValueForm.PasswordHash p ->
          "%s: every value of %s is a salted, slow hash.".formatted(title(), phrases.data(word));
      case ValueForm.Matching m ->
          "%s: every value of %s has the form %s%s."
              .formatted(
                  title(),
                  phrases.data(word),
                  m.regex(),
                  m.when()
                      .map(w -> " where this is so: %s".formatted(Phrases.spoken(w)))
                      .orElse(""));
    };
  }

  private void shareOnly(Recipients recipients) {
    String whom =
        recipients.uses().isEmpty()
            ? "data goes to nobody else"
            : "data goes only to "
                + Phrases.and(recipients.uses().stream().map(this::use).toList());
    String unless = recipients.unless().map(", unless %s"::formatted).orElse("");
    Source source = recipients.source();
    List<String> clauses = new ArrayList<>(source.clauses());
    recipients.uses().forEach(use -> clauses.addAll(use.source().clauses()));
    promises.add(
        new Promise.ShareOnly(
            headers.of(
                statement(
                    "share-only",
                    new Source(source.at(), clauses.stream().distinct().toList()),
                    Way.PROBE,
                    "information.recipients",
                    "%s: %s%s.".formatted(title(), whom, unless))),
            recipients.uses().stream().map(Use::who).collect(Collectors.toSet()),
            recipients.uses().stream().map(ActivityPromises::share).collect(Collectors.toSet()),
            recipients.unless()));
  }

  private static Share share(Use use) {
    return new Share(
        use.who(), use.what(), use.when(), Set.copyOf(use.products()), Set.copyOf(use.residents()));
  }

  private String use(Use use) {
    List<String> bounds = new ArrayList<>();
    use.what().ifPresent(w -> bounds.add("for " + w));
    use.when().ifPresent(w -> bounds.add("when " + w));
    if (!use.products().isEmpty()) {
      bounds.add("in " + Phrases.and(use.products().stream().map(phrases::product).toList()));
    }
    if (!use.residents().isEmpty()) {
      bounds.add("for people residing in " + Phrases.or(use.residents()));
    }
    String who = phrases.recipient(use.who());
    return bounds.isEmpty() ? who : "%s (%s)".formatted(who, String.join(", ", bounds));
  }

  /** Consent to the processing, and to reading or writing on the device, each asked for once. */
  private void askFirst() {
    Set<String> asked = new LinkedHashSet<>();
    for (Basis basis : activity.ground().bases().value().orElse(List.of())) {
      basis
          .purpose()
          .filter(purpose -> basis.is().equals("consent") && asked.add(purpose))
          .ifPresent(purpose -> askFirst(purpose, basis.source(), "consent"));
    }
    activity
        .choices()
        .terminal()
        .filter(terminal -> terminal.kind() == Terminal.Kind.CONSENT)
        .ifPresent(
            terminal ->
                activity.ground().purposes().words().stream()
                    .limit(1)
                    .filter(asked::add)
                    .forEach(purpose -> askFirst(purpose, terminal.source(), "terminal")));
  }

  private void askFirst(String purpose, Source source, String law) {
    promises.add(
        new Promise.AskFirst(
            headers.of(
                statement(
                    "ask-first",
                    source,
                    Way.PROBE,
                    law,
                    "%s: nobody is included before agreeing to this: %s."
                        .formatted(title(), Phrases.spoken(purpose)))),
            purpose));
  }

  private void refuse(Activity.Refusal refusal) {
    boolean visits =
        activity.choices().terminal().filter(t -> t.kind() != Kind.NOT_STATED).isPresent()
            || activity.choices().count().isPresent()
            || activity.ground().purposes().words().contains("measure-audience");
    boolean consent =
        activity.ground().bases().value().stream()
            .flatMap(List::stream)
            .anyMatch(b -> b.is().equals("consent"));
    promises.add(
        new Promise.Refuse(
            headers.of(
                statement(
                    "refuse",
                    refusal.source(),
                    Way.ACT,
                    consent ? "consent.withdraw" : JurisdictionPack.RIGHTS + "objection",
                    "%s: people can refuse at any time (%s)."
                        .formatted(title(), Phrases.spoken(refusal.by())))),
            refusal.by(),
            visits));
  }

  private void watch(Activity.Listed watch) {
    promises.add(
        new Promise.Watch(
            headers.of(
                statement(
                    "watch",
                    watch.source(),
                    Way.ACT,
                    "security.logging",
                    "%s: these events are logged and raise alerts: %s."
                        .formatted(title(), Phrases.spoken(watch.words())))),
            Set.copyOf(watch.words())));
  }

  private void count(Activity.Listed count) {
    promises.add(
        new Promise.Count(
            headers.of(
                statement(
                    "count",
                    count.source(),
                    Way.ACT,
                    "terminal.audience",
                    "%s: this is counted and nothing else: %s."
                        .formatted(title(), Phrases.spoken(count.words())))),
            Set.copyOf(count.words())));
  }
}
