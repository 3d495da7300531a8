package dev.upheld.charter.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.AnswerBounds;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.charter.promise.Promise.News;
import dev.upheld.charter.promise.Promise.Quota;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Share;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.charter.promise.Way;
import dev.upheld.kernel.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The digest follows the statement and nothing else. */
class DigestsTest {
  private static final Header HEADER =
      new Header(
          new PromiseId("a", "b", "c"),
          List.of("X-1"),
          Optional.of("b"),
          "A sentence.",
          List.of(),
          Way.PROBE,
          new Location("charter.yaml", 1, 1),
          Optional.empty());

  private static final Header ELSEWHERE =
      new Header(
          HEADER.id(),
          List.of("X-2"),
          HEADER.activity(),
          "Another sentence.",
          List.of(new LawRef("p", "Art. 1", "t", "known", "s")),
          Way.ATTEST,
          new Location("charter.yaml", 99, 9),
          Optional.of("somebody"));

  private static Term term(String text) {
    return Terms.parse(text).orElseThrow();
  }

  private static Limit after(String term) {
    return new Limit.After(term(term), term(term), "collected");
  }

  private static Promise.Keep keep(Header header, Limit limit) {
    return new Promise.Keep(
        header,
        Set.of("x", "y"),
        Optional.of("active"),
        Optional.of("unused"),
        limit,
        false,
        List.of(new Extension("hold", Optional.empty())),
        EndAction.DELETE);
  }

  /** Statements that differ in one thing each. */
  private static List<Promise> statements(Header h) {
    return Stream.of(keeps(h), holdings(h), dealings(h)).flatMap(List::stream).toList();
  }

  private static List<Promise> keeps(Header h) {
    return List.of(
        keep(h, after("1 year")),
        keep(h, after("2 years")),
        keep(h, new Limit.After(term("1 year"), term("1 month"), "collected")),
        keep(h, new Limit.After(term("1 year"), term("1 year"), "closed")),
        keep(h, new Limit.Until("collected")),
        keep(h, new Limit.Earliest(List.of(after("1 year")))),
        keep(h, new Limit.Latest(List.of(after("1 year")))),
        keep(h, new Limit.Criterion("text", term("1 year"))),
        keep(h, new Limit.Criterion("text", term("2 years"))),
        keep(h, new Limit.Criterion("text", Optional.empty())),
        new Promise.Keep(
            h,
            Set.of("xy"),
            Optional.empty(),
            Optional.empty(),
            after("1 year"),
            false,
            List.of(),
            EndAction.DELETE),
        new Promise.Keep(
            h,
            Set.of("xy"),
            Optional.empty(),
            Optional.empty(),
            after("1 year"),
            true,
            List.of(),
            EndAction.DELETE),
        new Promise.Keep(
            h,
            Set.of("xy"),
            Optional.empty(),
            Optional.empty(),
            after("1 year"),
            false,
            List.of(),
            EndAction.CLEAR),
        new Promise.Keep(
            h,
            Set.of("xy"),
            Optional.empty(),
            Optional.empty(),
            after("1 year"),
            false,
            List.of(new Extension("hold", Optional.of(after("3 years")))),
            EndAction.DELETE));
  }

  private static List<Promise> holdings(Header h) {
    return List.of(
        new Promise.HoldOnly(h, Set.of("x", "y")),
        new Promise.HoldOnly(h, Set.of("xy")),
        new Promise.HoldOnly(h, Set.of()),
        new Promise.Form(h, "x", new ValueForm.HalfIp()),
        new Promise.Form(h, "x", new ValueForm.PasswordHash()),
        new Promise.Form(h, "x", new ValueForm.Matching("[0-9]")),
        new Promise.Form(h, "x", new ValueForm.Matching("[0-9]", Optional.of("sealed"))),
        new Promise.Form(h, "x", new ValueForm.Matching("[0-9] when sealed")),
        new Promise.Form(h, "y", new ValueForm.HalfIp()),
        new Promise.Absent(h, Forbidden.CARD_NUMBER, Set.of()),
        new Promise.Absent(h, Forbidden.IBAN, Set.of()),
        new Promise.Absent(h, Forbidden.IBAN, Set.of("invoice")),
        new Promise.Encrypt(h, Set.of()),
        new Promise.Encrypt(h, Set.of("main")),
        new Promise.Apart(h, Set.of("x"), Set.of()),
        new Promise.Apart(h, Set.of(), Set.of("x")),
        new Promise.Offer(h, "x", Set.of()),
        new Promise.Offer(h, "x", Set.of("y")),
        new Promise.Locate(h, Set.of("FR"), Set.of(), Set.of(), Set.of(), false, false),
        new Promise.Locate(h, Set.of("FR"), Set.of("x"), Set.of(), Set.of(), false, false),
        new Promise.Locate(h, Set.of("FR"), Set.of(), Set.of("FR"), Set.of(), false, false),
        new Promise.Locate(h, Set.of("FR"), Set.of(), Set.of(), Set.of("x"), false, false),
        new Promise.Locate(h, Set.of("FR"), Set.of(), Set.of(), Set.of(), true, false),
        new Promise.Locate(h, Set.of("FR"), Set.of(), Set.of(), Set.of(), false, true),
        new Promise.ShareOnly(h, Set.of("x")),
        new Promise.ShareOnly(h, Set.of("x"), Set.of(share(Optional.empty())), Optional.empty()),
        new Promise.ShareOnly(h, Set.of("x"), Set.of(share(Optional.of("w"))), Optional.empty()),
        new Promise.ShareOnly(h, Set.of("x"), Set.of(), Optional.of("they agree")));
  }

  private static List<Promise> dealings(Header h) {
    Optional<Term> month = Optional.of(term("1 month"));
    return List.of(
        new Promise.Tell(h, News.BREACH, Set.of("x"), month, Optional.empty()),
        new Promise.Tell(h, News.BREACH, Set.of("x"), Optional.empty(), month),
        new Promise.Tell(h, News.REVISION, Set.of("x"), month, Optional.empty()),
        new Promise.AskFirst(h, "x"),
        new Promise.AskFirst(h, "y"),
        new Promise.Refuse(h, "x", true),
        new Promise.Refuse(h, "x", false),
        new Promise.Answer(h, "x", month, true),
        new Promise.Answer(h, "x", month, false),
        new Promise.Answer(h, "x", Optional.empty(), true),
        new Promise.Answer(h, "x", month, true, bounds(Set.of("fr"), Optional.empty())),
        new Promise.Answer(
            h, "x", month, true, bounds(Set.of(), Optional.of(new Quota(2, term("1 year"))))),
        new Promise.Count(h, Set.of("x")),
        new Promise.Watch(h, Set.of("x")),
        new Promise.Declare(h, "x", "y", List.of()),
        new Promise.Declare(h, "x", "y", List.of("d")),
        new Promise.Declare(h, "xy", "", List.of()),
        new Promise.Publish(h, Set.of("x")),
        new Promise.Review(h, "x", month),
        new Promise.Review(h, "x", Optional.empty()),
        new Promise.Warn(h, h.id(), List.of(term("30 days"))),
        new Promise.Warn(h, h.id(), List.of(term("30 days"), term("1 day"))));
  }

  private static Share share(Optional<String> when) {
    return new Share("x", Optional.empty(), when, Set.of(), Set.of());
  }

  private static AnswerBounds bounds(Set<String> packs, Optional<Quota> quota) {
    return new AnswerBounds(packs, Optional.empty(), quota, Optional.empty());
  }

  @Test
  void statementsThatDifferHaveDigestsThatDiffer() {
    assertThat(statements(HEADER).stream().map(Digests::of)).doesNotHaveDuplicates();
  }

  @Test
  void everyKindHasADigest() {
    assertThat(statements(HEADER).stream().map(Promise::kind).distinct())
        .hasSize(Promise.class.getPermittedSubclasses().length);
  }

  @Test
  void placeOwnerSentenceLawAndClausesDoNotCount() {
    assertThat(statements(ELSEWHERE).stream().map(Digests::of).toList())
        .isEqualTo(statements(HEADER).stream().map(Digests::of).toList());
  }

  @Test
  void anotherNameIsAnotherStatement() {
    Header other =
        new Header(
            new PromiseId("a", "b", "c-2"),
            HEADER.clauses(),
            HEADER.activity(),
            HEADER.sentence(),
            HEADER.law(),
            HEADER.way(),
            HEADER.at(),
            HEADER.owner());
    assertThat(Digests.of(keep(other, after("1 year"))))
        .isNotEqualTo(Digests.of(keep(HEADER, after("1 year"))));
  }

  @Test
  void orderDoesNotCount() {
    Set<String> there = new LinkedHashSet<>(List.of("x", "y", "z"));
    Set<String> back = new LinkedHashSet<>(List.of("z", "y", "x"));
    assertThat(Digests.of(new Promise.HoldOnly(HEADER, there)))
        .isEqualTo(Digests.of(new Promise.HoldOnly(HEADER, back)));
    assertThat(
            Digests.of(keep(HEADER, new Limit.Earliest(List.of(after("1 year"), after("2 days"))))))
        .isEqualTo(
            Digests.of(
                keep(HEADER, new Limit.Earliest(List.of(after("2 days"), after("1 year"))))));
  }

  @Test
  void theSameLengthIsTheSameStatement() {
    assertThat(Digests.of(keep(HEADER, after("12 months"))))
        .isEqualTo(Digests.of(keep(HEADER, after("1 year"))));
  }

  @Test
  void theDigestStaysTheSameFromReleaseToRelease() {
    assertThat(Digests.canonical(new Promise.AskFirst(HEADER, "news")))
        .isEqualTo("9:ask-first5:a/b/c9:4:some1:b6:4:news");
    assertThat(Digests.canonical(new Promise.Form(HEADER, "x", new ValueForm.Matching("[0-9]"))))
        .isEqualTo("4:form5:a/b/c9:4:some1:b19:1:x13:matches [0-9]");
    assertThat(Digests.of(new Promise.AskFirst(HEADER, "news"))).hasSize(64).matches("[0-9a-f]+");
  }
}
