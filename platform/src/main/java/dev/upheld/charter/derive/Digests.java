package dev.upheld.charter.derive;

import dev.upheld.charter.promise.AnswerBounds;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Share;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.kernel.Sha256;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The digest of what a promise states. It changes when the statement does, and not with its place
 * in the file, its owner, its sentence, its clauses or the law behind it; evidence made for another
 * statement does not count.
 */
public final class Digests {
  private Digests() {}

  /** SHA-256 over the canonical statement, in lower-case hex. */
  public static String of(Promise promise) {
    return Sha256.hex(canonical(promise));
  }

  /** Every part with its length before it, so that no two statements read the same. */
  static String canonical(Promise promise) {
    String body =
        switch (promise) {
          case Promise.Keep p -> keep(p);
          case Promise.Warn p -> list(p.keep().toString(), terms(p.before()));
          case Promise.HoldOnly p -> list(set(p.words()));
          case Promise.Form p -> form(p);
          case Promise.Absent p -> list(p.what().name(), set(p.exceptWords()));
          case Promise.Encrypt p -> list(set(p.systems()));
          case Promise.Apart p -> list(set(p.apart()), set(p.from()));
          case Promise.Offer p -> list(p.what(), set(p.subjects()));
          case Promise.Locate p -> locate(p);
          case Promise.ShareOnly p ->
              list(
                  set(p.recipients()),
                  set(p.shares().stream().map(Digests::share).toList()),
                  maybe(p.unless()));
          case Promise.Tell p ->
              list(p.of().name(), set(p.whom()), term(p.within()), term(p.before()));
          case Promise.AskFirst p -> list(p.purpose());
          case Promise.Refuse p -> list(p.by(), Boolean.toString(p.visits()));
          case Promise.Answer p ->
              list(p.right(), term(p.within()), Boolean.toString(p.byLaw()), bounds(p.bounds()));
          case Promise.Count p -> list(set(p.measures()));
          case Promise.Watch p -> list(set(p.events()));
          case Promise.Declare p -> list(p.what(), p.value(), set(p.documents()));
          case Promise.Publish p -> list(set(p.languages()));
          case Promise.Review p -> list(p.what(), term(p.every()));
        };
    return list(promise.kind(), promise.id().toString(), maybe(promise.header().activity()), body);
  }

  /** The state apart from the pattern, which may hold any text. */
  private static String form(Promise.Form form) {
    return form.form() instanceof ValueForm.Matching(String regex, Optional<String> when)
            && when.isPresent()
        ? list(form.word(), "matches " + regex, "when", when.get())
        : list(form.word(), form.form().id());
  }

  private static String keep(Promise.Keep keep) {
    List<String> extensions =
        keep.extensions().stream()
            .map(e -> list(e.reason(), maybe(e.limit().map(Digests::limit))))
            .toList();
    String said =
        list(
            set(keep.words()),
            maybe(keep.stage()),
            maybe(keep.state()),
            limit(keep.limit()),
            Boolean.toString(keep.atLeast()),
            set(extensions),
            keep.then().name());
    return keep.warn().isEmpty() ? said : list(said, terms(keep.warn()));
  }

  private static String terms(List<Term> terms) {
    return set(terms.stream().map(Terms::canonical).toList());
  }

  private static String locate(Promise.Locate p) {
    String territory =
        list(set(p.countries()), set(p.subjects()), set(p.residents()), set(p.activities()));
    return p.own() || p.dedicated()
        ? list(territory, Boolean.toString(p.own()), Boolean.toString(p.dedicated()))
        : territory;
  }

  private static String limit(Limit limit) {
    return switch (limit) {
      case Limit.After(Term term, Term shortest, String from) ->
          list("after", Terms.canonical(term), Terms.canonical(shortest), from);
      case Limit.Until(String event) -> list("until", event);
      case Limit.Earliest(List<Limit> of) ->
          list("earliest", set(of.stream().map(Digests::limit).toList()));
      case Limit.Latest(List<Limit> of) ->
          list("latest", set(of.stream().map(Digests::limit).toList()));
      case Limit.Criterion(String text, Optional<Term> review) ->
          list("criterion", text, review.map(Terms::canonical).orElse(""));
    };
  }

  private static String share(Share share) {
    return list(
        share.recipient(),
        maybe(share.purpose()),
        maybe(share.when()),
        set(share.products()),
        set(share.residents()));
  }

  private static String bounds(AnswerBounds bounds) {
    return list(
        set(bounds.jurisdictions()),
        term(bounds.extension()),
        maybe(bounds.free().map(q -> list(Integer.toString(q.times()), Terms.canonical(q.per())))),
        term(bounds.lookBack()));
  }

  private static String term(Optional<Term> term) {
    return maybe(term.map(Terms::canonical));
  }

  private static String maybe(Optional<String> text) {
    return text.map(t -> list("some", t)).orElse("none");
  }

  private static String set(Collection<String> parts) {
    return list(parts.stream().sorted().toArray(String[]::new));
  }

  private static String list(String... parts) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    return text.toString();
  }
}
