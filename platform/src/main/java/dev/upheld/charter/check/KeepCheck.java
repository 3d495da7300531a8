package dev.upheld.charter.check;

import dev.upheld.charter.check.Remark.Codes;
import dev.upheld.charter.check.Remark.Place;
import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.KeepRule.Phase;
import dev.upheld.charter.model.LawContext;
import dev.upheld.charter.model.Words.DataWord;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Terms;
import dev.upheld.law.JurisdictionPack;
import dev.upheld.law.RetentionNorm;
import dev.upheld.law.RetentionNorm.Bound;
import dev.upheld.law.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Periods held against norms. A norm concerns a rule that cites it, or one whose purpose and data
 * it names and which counts from the same event; of a norm that counts from another event nothing
 * can be said.
 */
final class KeepCheck {
  private final Charter charter;

  KeepCheck(Charter charter) {
    this.charter = charter;
  }

  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    for (Activity activity : charter.activities().values()) {
      if (activity.role() != Activity.Role.PROCESSOR) {
        activity.keep().value().ifPresent(rules -> remarks.addAll(remarks(activity, rules)));
      }
    }
    return remarks;
  }

  /** Norms an activity sets aside. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Activity activity : charter.activities().values()) {
      activity
          .setAside()
          .forEach(
              (norm, because) ->
                  findings.add(
                      new Finding(
                          FindingCode.NORM_NOT_MENTIONED,
                          activity.source().at(),
                          "\"%s\" sets %s aside: %s.".formatted(activity.title(), norm, because),
                          Optional.of(activity.id()),
                          activity.source().clauses(),
                          charter.law().cited(norm).stream().map(LawContext::ref).toList())));
    }
    return findings;
  }

  private List<Remark> remarks(Activity activity, List<KeepRule> rules) {
    List<Remark> remarks = new ArrayList<>();
    for (RetentionNorm norm : norms(activity, rules)) {
      for (KeepRule rule : rules) {
        if (concerns(norm, activity, rule)) {
          remark(norm, activity, rule).ifPresent(remarks::add);
        }
      }
    }
    return remarks;
  }

  private Set<RetentionNorm> norms(Activity activity, List<KeepRule> rules) {
    Set<RetentionNorm> norms = new LinkedHashSet<>();
    for (KeepRule rule : rules) {
      rule.phases().stream().flatMap(p -> cited(p).stream()).forEach(norms::add);
    }
    for (JurisdictionPack pack : charter.law().jurisdictions()) {
      norms.addAll(pack.normsTouching(activity.ground().purposes().words()));
    }
    norms.removeIf(n -> activity.setAside().containsKey(n.reference().pack() + "/" + n.key()));
    norms.removeIf(n -> !n.reference().provenance().validOn(charter.law().day()));
    return norms;
  }

  private Optional<RetentionNorm> cited(Phase phase) {
    return phase.law().flatMap(charter.law()::norm);
  }

  private boolean concerns(RetentionNorm norm, Activity activity, KeepRule rule) {
    boolean cites = rule.phases().stream().anyMatch(p -> cited(p).equals(Optional.of(norm)));
    if (cites) {
      return true;
    }
    boolean byPurpose =
        activity.ground().purposes().words().stream()
            .flatMap(w -> Arrays.stream(w.split("-", -1)))
            .anyMatch(norm.purposes()::contains);
    return rule.state().isEmpty() && byPurpose && byData(norm, words(activity, rule));
  }

  private static Collection<String> words(Activity activity, KeepRule rule) {
    return rule.words().isEmpty() ? activity.data().words().words() : rule.words();
  }

  private boolean byData(RetentionNorm norm, Collection<String> words) {
    Stream<String> terms =
        words.stream()
            .flatMap(w -> Optional.ofNullable(charter.words().vocabulary().get(w)).stream())
            .map(DataWord::is);
    return norm.data().isEmpty()
        || Stream.concat(words.stream(), terms).anyMatch(norm.data()::contains);
  }

  private Optional<Remark> remark(RetentionNorm norm, Activity activity, KeepRule rule) {
    List<Limit.After> limits =
        rule.phases().stream()
            .filter(p -> inPhase(norm, p))
            .flatMap(p -> comparable(p.limit(), norm.from()).stream())
            .toList();
    return norm.bound() == Bound.MIN
        ? shortest(norm, activity, rule, limits)
        : longest(norm, activity, rule, limits);
  }

  private static boolean inPhase(RetentionNorm norm, Phase phase) {
    String stage = phase.stage().orElse("");
    return norm.bound() == Bound.MIN
        || switch (norm.phase()) {
          case ACTIVE -> stage.isEmpty() || stage.equals("active");
          case INTERMEDIATE -> !stage.equals("active");
          case ANY -> true;
        };
  }

  /**
   * The limits that count from the event and that alone decide; others may end earlier or later.
   */
  private static List<Limit.After> comparable(Limit limit, String event) {
    return switch (limit) {
      case Limit.After after -> after.from().equals(event) ? List.of(after) : List.of();
      case Limit.Until u -> List.of();
      case Limit.Earliest e -> List.of();
      case Limit.Latest l -> List.of();
      case Limit.Criterion c -> List.of();
    };
  }

  private Optional<Remark> shortest(
      RetentionNorm norm, Activity activity, KeepRule rule, List<Limit.After> limits) {
    Span span = norm.period().value();
    boolean tooShort =
        !limits.isEmpty() && limits.stream().allMatch(l -> Spans.isShorter(l.shortest(), span));
    return tooShort
        ? Optional.of(against(norm, activity, rule, limits.getLast(), "at least " + span.words()))
        : Optional.empty();
  }

  private Optional<Remark> longest(
      RetentionNorm norm, Activity activity, KeepRule rule, List<Limit.After> limits) {
    Span span = norm.upTo().orElse(norm.period()).value();
    return limits.stream()
        .filter(l -> Spans.isLonger(l.term(), span))
        .findFirst()
        .map(l -> against(norm, activity, rule, l, "at most " + span.words()));
  }

  private static Remark against(
      RetentionNorm norm, Activity activity, KeepRule rule, Limit.After limit, String wanted) {
    return Remark.against(
        norm.reference(),
        norm.period().mayBind(),
        new Codes(CharterCode.KEEP_AGAINST_LAW, FindingCode.KEEP_UNUSUAL),
        new Place(rule.source(), Optional.of(activity.id())),
        new Remark.Words(
            "%s keeps data %s from %s; %s wants %s: %s."
                .formatted(
                    activity.title(),
                    Terms.say(limit.term()),
                    limit.from(),
                    norm.reference().article(),
                    wanted,
                    norm.reference().title()),
            "Change the period; where the norm does not apply, say so under sets-aside with the"
                + " reason."));
  }
}
