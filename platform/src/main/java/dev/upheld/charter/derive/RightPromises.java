package dev.upheld.charter.derive;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Rights.IdentityCheck;
import dev.upheld.charter.model.Rights.Right;
import dev.upheld.charter.model.Rights.Standing;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.AnswerBounds;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.promise.Way;
import dev.upheld.law.JurisdictionPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The promise behind each right: an answer in time. */
final class RightPromises {
  private final Charter charter;
  private final Headers headers;

  RightPromises(Charter charter, Headers headers) {
    this.charter = charter;
    this.headers = headers;
  }

  List<Promise> derive() {
    List<Promise> promises = new ArrayList<>();
    for (Right right : charter.rights().list()) {
      if (right.standing() == Standing.GIVEN) {
        promises.add(answer(right));
      }
    }
    charter.rights().identity().ifPresent(check -> promises.add(identity(check)));
    return promises;
  }

  private Promise answer(Right right) {
    boolean byLaw = charter.law().givesRight(right.id(), right.jurisdictions());
    List<LawRef> law = byLaw ? charter.law().refs(JurisdictionPack.RIGHTS + right.id()) : List.of();
    Statement statement =
        new Statement(
            "rights-" + right.id(),
            "answer",
            Optional.empty(),
            right.source(),
            Optional.empty(),
            Way.ACT,
            law,
            sentence(right, byLaw));
    return new Promise.Answer(
        headers.of(statement),
        right.id(),
        right.answer().value(),
        byLaw,
        new AnswerBounds(
            Set.copyOf(right.jurisdictions()),
            right.extension().value(),
            right.quota(),
            right.lookBack()));
  }

  private static String sentence(Right right, boolean byLaw) {
    String more =
        right
            .extension()
            .value()
            .map(t -> ", in a complex case %s later".formatted(Terms.say(t)))
            .orElse("");
    String free =
        right
            .quota()
            .map(
                q ->
                    ", free of charge %d time%s in %s"
                        .formatted(q.times(), q.times() == 1 ? "" : "s", Terms.say(q.per())))
            .orElse("");
    String back = right.lookBack().map(t -> ", for the last %s".formatted(Terms.say(t))).orElse("");
    String where =
        right.jurisdictions().isEmpty()
            ? ""
            : " (%s)".formatted(String.join(", ", right.jurisdictions()));
    return "Requests %s are answered%s%s%s%s%s%s."
        .formatted(
            request(right.id()),
            howFast(right.answer(), byLaw),
            more,
            free,
            back,
            where,
            byLaw ? "" : "; no law gives this right, the promise does");
  }

  /** A time that nobody names is not promised as a short one. */
  private static String howFast(Stated<Term> answer, boolean byLaw) {
    return switch (answer) {
      case Stated.Known<Term>(Term term) -> " within " + Terms.say(term);
      case Stated.Open<Term> open ->
          byLaw ? " in the time the law sets" : ", in a time that is not stated";
      case Stated.Absent<Term> absent -> " without undue delay";
    };
  }

  private static String request(String right) {
    return switch (right) {
      case "access", "rectification", "erasure", "restriction", "portability" -> "for " + right;
      case "objection" -> "to object";
      case "withdraw-consent" -> "to withdraw consent";
      case "post-mortem" -> "about data after death";
      case "automated-decisions" -> "for a decision by a person";
      default -> "under the right \"%s\"".formatted(Phrases.spoken(right));
    };
  }

  private Promise identity(IdentityCheck check) {
    String when =
        switch (check.document()) {
          case NEVER -> "No document of identity is asked of who makes a request";
          case ON_DOUBT -> "A document of identity is asked of who makes a request only on doubt";
          case ALWAYS -> "A document of identity is asked of everybody who makes a request";
        };
    String by =
        check.by().isEmpty()
            ? ""
            : "; otherwise by %s"
                .formatted(Phrases.or(check.by().stream().map(Phrases::spoken).toList()));
    return new Promise.Declare(
        headers.of(
            new Statement(
                "identity",
                "declare",
                Optional.empty(),
                check.source(),
                Optional.empty(),
                Way.ACT,
                charter.law().refs("rights.identity"),
                "%s%s%s%s.".formatted(when, by, account(check), files(check)))),
        "identity",
        check.document().name().toLowerCase(Locale.ROOT).replace('_', '-')
            + (check.by().isEmpty() ? "" : " by " + String.join(", ", check.by()))
            + account(check)
            + files(check),
        List.of());
  }

  private static String account(IdentityCheck check) {
    return check.accountFor().isEmpty()
        ? ""
        : "; an account alone is enough %s"
            .formatted(
                Phrases.or(check.accountFor().stream().map(RightPromises::request).toList()));
  }

  private static String files(IdentityCheck check) {
    String formats =
        check.formats().isEmpty()
            ? ""
            : "; files: %s".formatted(String.join(", ", check.formats()));
    return formats + check.atMost().map("; at most %s"::formatted).orElse("");
  }
}
