package dev.upheld.charter.check;

import dev.upheld.charter.check.Remark.Codes;
import dev.upheld.charter.check.Remark.Place;
import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.model.Rights.Right;
import dev.upheld.charter.model.Rights.Standing;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.law.DeadlineRule;
import dev.upheld.law.JurisdictionPack;
import dev.upheld.law.LawfulBasis;
import dev.upheld.law.RightGrant;
import dev.upheld.law.RightId;
import dev.upheld.law.Sourced;
import dev.upheld.law.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rights: what the law gives must be given, and answered in time. */
final class RightsCheck {
  /**
   * Rights people exercise. What the law calls a right but is a duty to tell or to notify (Art. 13,
   * 19, 77 GDPR) stands elsewhere in a charter; objection to marketing and erasure of a minor's
   * data are given with the right they are part of.
   */
  private static final List<RightId> EXERCISED =
      List.of(
          RightId.ACCESS,
          RightId.RECTIFICATION,
          RightId.ERASURE,
          RightId.RESTRICTION,
          RightId.PORTABILITY,
          RightId.OBJECTION,
          RightId.WITHDRAW_CONSENT,
          RightId.AUTOMATED_DECISIONS,
          RightId.POST_MORTEM);

  private final Charter charter;

  RightsCheck(Charter charter) {
    this.charter = charter;
  }

  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>(missing());
    for (Right right : charter.rights().list()) {
      if (right.standing() == Standing.GIVEN) {
        remarks.addAll(late(right));
      }
    }
    return remarks;
  }

  /** Rights the source is silent on; nothing here stops the charter. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    charter
        .rights()
        .silent()
        .ifPresent(
            at ->
                findings.add(
                    new Finding(
                        FindingCode.RIGHT_NOT_STATED,
                        at,
                        "The policy says nothing of people's rights, which the law gives all the same.",
                        Optional.empty(),
                        charter.rights().source().clauses(),
                        charter.law().refs("rights"))));
    for (Right right : charter.rights().list()) {
      if (right.standing() == Standing.NOT_STATED) {
        findings.add(silent(right));
      }
    }
    return findings;
  }

  private Finding silent(Right right) {
    return new Finding(
        FindingCode.RIGHT_NOT_STATED,
        right.source().at(),
        "The policy is silent on the right of %s; where the law gives it, it is offered all the same."
            .formatted(right.id().replace('-', ' ')),
        Optional.empty(),
        right.source().clauses(),
        charter.law().refs(JurisdictionPack.RIGHTS + right.id()));
  }

  private List<Remark> missing() {
    if (charter.rights().silent().isPresent()) {
      return List.of();
    }
    Map<RightId, RightGrant> given = new LinkedHashMap<>();
    for (JurisdictionPack pack : charter.law().jurisdictions()) {
      given(pack).forEach((id, grant) -> given.merge(id, grant, RightsCheck::surer));
    }
    List<Remark> remarks = new ArrayList<>();
    given.forEach((id, grant) -> withheld(id).map(w -> remark(grant, w)).ifPresent(remarks::add));
    return remarks;
  }

  private static RightGrant surer(RightGrant a, RightGrant b) {
    return binds(a) ? a : b;
  }

  private static boolean binds(RightGrant grant) {
    return grant.standing().mayBind() && grant.right().reference().mayBind();
  }

  /** What a pack gives under the bases the charter uses. */
  private Map<RightId, RightGrant> given(JurisdictionPack pack) {
    Map<RightId, RightGrant> given = new LinkedHashMap<>();
    for (LawfulBasis basis : bases()) {
      pack.rightsFor(basis).stream()
          .filter(grant -> applies(grant.right().id()))
          .forEach(grant -> given.merge(grant.right().id(), grant, RightsCheck::surer));
    }
    return given;
  }

  private boolean applies(RightId right) {
    return EXERCISED.contains(right)
        && (!right.equals(RightId.AUTOMATED_DECISIONS) || decidesByMachine());
  }

  private boolean decidesByMachine() {
    return charter.activities().values().stream()
        .flatMap(a -> a.ground().automated().stream())
        .anyMatch(l -> !l.words().contains("none"));
  }

  private Set<LawfulBasis> bases() {
    return charter.activities().values().stream()
        .filter(a -> a.role() != Activity.Role.PROCESSOR)
        .flatMap(a -> a.ground().bases().value().stream())
        .flatMap(List::stream)
        .flatMap(b -> LawfulBasis.of(b.is()).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(LawfulBasis.class)));
  }

  /** Where the charter withholds the right or leaves it out; empty when it does not. */
  private Optional<Place> withheld(RightId id) {
    List<Right> named =
        charter.rights().list().stream().filter(r -> r.id().equals(id.id())).toList();
    if (named.isEmpty()) {
      return Optional.of(new Place(charter.rights().source(), Optional.empty()));
    }
    return named.stream()
        .filter(r -> r.standing() == Standing.WITHHELD)
        .findFirst()
        .map(r -> new Place(r.source(), Optional.empty()));
  }

  private static Remark remark(RightGrant grant, Place place) {
    String id = grant.right().id().id();
    return Remark.against(
        grant.right().reference(),
        grant.standing().mayBind() && grant.right().reference().mayBind(),
        new Codes(CharterCode.RIGHT_WITHHELD, FindingCode.RIGHT_NOT_STATED),
        place,
        new Remark.Words(
            "The law gives people the right of %s, and the charter does not."
                .formatted(id.replace('-', ' ')),
            "Add {right: %s} to rights; if the policy is silent, write {right: %s, standing:"
                    .formatted(id, id)
                + " not-stated}."));
  }

  private List<Remark> late(Right right) {
    List<Remark> remarks = new ArrayList<>();
    if (!RightId.isId(right.id())) {
      return remarks;
    }
    for (JurisdictionPack pack : packs(right)) {
      pack.deadline(new RightId(right.id()))
          .ifPresent(
              rule -> {
                right
                    .answer()
                    .value()
                    .flatMap(term -> later(right, rule, term, rule.answer()))
                    .ifPresent(remarks::add);
                right
                    .extension()
                    .value()
                    .flatMap(term -> extended(right, rule, term))
                    .ifPresent(remarks::add);
              });
    }
    return remarks;
  }

  private List<JurisdictionPack> packs(Right right) {
    return charter.law().jurisdictions().stream()
        .filter(p -> right.jurisdictions().isEmpty() || right.jurisdictions().contains(p.id()))
        .toList();
  }

  private Optional<Remark> extended(Right right, DeadlineRule rule, Term term) {
    return rule.extension().flatMap(extension -> later(right, rule, term, extension));
  }

  private Optional<Remark> later(Right right, DeadlineRule rule, Term term, Sourced<Span> law) {
    if (!Spans.isLonger(term, law.value())) {
      return Optional.empty();
    }
    return Optional.of(
        Remark.against(
            rule.reference(),
            law.mayBind(),
            new Codes(CharterCode.ANSWER_AGAINST_LAW, FindingCode.ANSWER_LATE),
            new Place(right.source(), Optional.empty()),
            new Remark.Words(
                "The right of %s is promised within %s; the law says %s."
                    .formatted(right.id().replace('-', ' '), Terms.say(term), law.value().words()),
                "Promise %s or less.".formatted(law.value().words()))));
  }
}
