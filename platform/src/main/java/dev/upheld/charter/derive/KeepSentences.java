package dev.upheld.charter.derive;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.KeepRule.Phase;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Terms;
import java.util.List;

/** Sentences on how long data is kept. */
final class KeepSentences {
  private final Phrases phrases;

  KeepSentences(Phrases phrases) {
    this.phrases = phrases;
  }

  String keep(Activity activity, KeepRule rule, Phase phase) {
    String what = rule.words().isEmpty() ? "data" : phrases.data(sorted(rule));
    String state = rule.state().map(s -> " of %s accounts".formatted(Phrases.spoken(s))).orElse("");
    String verb = rule.words().size() > 1 ? "are" : "is";
    return "%s: %s%s%s %s %s%s%s%s."
        .formatted(
            phrases.activity(activity.id()),
            phase.stage().map(KeepSentences::stage).orElse(""),
            what,
            state,
            verb,
            end(phase, rule),
            phase.atLeast() ? ", and stays that long even where erasure is asked for" : "",
            unless(rule.extensions()),
            readers(phase));
  }

  String warn(Activity activity, KeepRule rule, Phase phase) {
    String what = rule.words().isEmpty() ? "data" : phrases.data(sorted(rule));
    String state = rule.state().map(s -> " of %s accounts".formatted(Phrases.spoken(s))).orElse("");
    return "%s: a mail tells the person %s before %s%s %s %s."
        .formatted(
            phrases.activity(activity.id()),
            Phrases.and(phase.warn().stream().map(Terms::say).toList()),
            what,
            state,
            rule.words().size() > 1 ? "are" : "is",
            done(phase.then()));
  }

  private static List<String> sorted(KeepRule rule) {
    return rule.words().stream().sorted().toList();
  }

  private static String stage(String stage) {
    return switch (stage) {
      case "active" -> "in active use, ";
      case "archive" -> "in the archive, ";
      case "backup" -> "in backups, ";
      default -> "in the stage %s, ".formatted(Phrases.spoken(stage));
    };
  }

  private String end(Phase phase, KeepRule rule) {
    String limit = limit(phase.limit());
    return phase.then() == EndAction.KEEP
        ? "kept for its purpose until %s, and after that because %s"
            .formatted(strip(limit), rule.why().orElse("it stays"))
        : "%s %s".formatted(done(phase.then()), limit);
  }

  private static String strip(String limit) {
    return limit.replaceFirst("^(upon|no later than) ", "");
  }

  private static String done(EndAction action) {
    return switch (action) {
      case DELETE -> "deleted";
      case CLEAR -> "cleared";
      case ANONYMISE -> "anonymised";
      case PSEUDONYMISE -> "pseudonymised";
      case AGGREGATE -> "reduced to sums";
      case REASSIGN -> "reassigned to a placeholder";
      case REDACT -> "redacted";
      case ARCHIVE -> "moved on to the next stage";
      case KEEP -> "kept";
    };
  }

  /** When: to stand after a participle. */
  String limit(Limit limit) {
    return switch (limit) {
      case Limit.After after when after.term().equals(after.shortest()) ->
          "no later than %s after %s"
              .formatted(Terms.say(after.term()), phrases.event(after.from()));
      case Limit.After after ->
          "between %s and %s after %s"
              .formatted(
                  Terms.say(after.shortest()),
                  Terms.say(after.term()),
                  phrases.event(after.from()));
      case Limit.Until(String event) -> "upon " + phrases.event(event);
      case Limit.Earliest(List<Limit> of) -> several(of) + ", whichever comes first";
      case Limit.Latest(List<Limit> of) -> several(of) + ", whichever comes last";
      case Limit.Criterion(String text, var review) ->
          "when this reason ends: %s (%s)"
              .formatted(
                  text,
                  review
                      .map(r -> "reviewed every " + Terms.say(r))
                      .orElse("how often it is reviewed is not stated"));
    };
  }

  private String several(List<Limit> limits) {
    return Phrases.or(limits.stream().map(this::limit).toList());
  }

  private String unless(List<Extension> extensions) {
    if (extensions.isEmpty()) {
      return "";
    }
    return ", unless " + Phrases.or(extensions.stream().map(this::extension).toList());
  }

  private String extension(Extension extension) {
    String reason =
        switch (extension.reason()) {
          case "own-wish" -> "the person wishes it kept longer";
          case "dispute" -> "there is a dispute";
          case "offence" -> "an offence is to be proved";
          case "hold" -> "a hold is placed on it";
          default -> "of " + Phrases.spoken(extension.reason());
        };
    return reason + extension.limit().map(l -> " (then %s)".formatted(limit(l))).orElse("");
  }

  private static String readers(Phase phase) {
    return phase.readers().isEmpty()
        ? ""
        : "; meanwhile only %s may look".formatted(Phrases.spoken(phase.readers()));
  }
}
