package dev.upheld.charter.compare;

import static dev.upheld.charter.compare.Turn.OTHER;
import static dev.upheld.charter.compare.Turn.STRICTER;
import static dev.upheld.charter.compare.Turn.WEAKER;

import dev.upheld.charter.model.Measures.Residency;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Share;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.law.RightId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** In which respects two promises of one kind differ. Clauses and laws are no respect. */
final class PromisePoints {
  private final Compared a;
  private final Compared b;
  private final Points points = new Points();

  private PromisePoints(Compared a, Compared b) {
    this.a = a;
    this.b = b;
  }

  /** Empty when both say the same. */
  static List<Point> of(Compared a, Compared b, Promise one, Promise other) {
    PromisePoints points = new PromisePoints(a, b);
    points.content(one, other);
    if (points.oneCompany()) {
      points.points.value(
          "answered for by", one.header().owner(), other.header().owner(), Turn.STRICTER);
    }
    return points.points.all();
  }

  /** Who answers for what and how it is worded differs between companies, and says nothing. */
  private boolean oneCompany() {
    return a.charter().company().equals(b.charter().company());
  }

  private void content(Promise one, Promise other) {
    switch (one) {
      case Promise.Keep p -> keep(p, (Promise.Keep) other);
      case Promise.Warn p -> warn(p, (Promise.Warn) other);
      case Promise.HoldOnly p -> holdOnly(p, (Promise.HoldOnly) other);
      case Promise.Form p -> form(p, (Promise.Form) other);
      case Promise.Absent p ->
          points.members(
              "exceptions", p.exceptWords(), ((Promise.Absent) other).exceptWords(), WEAKER);
      case Promise.Encrypt p ->
          points.scope("systems", p.systems(), ((Promise.Encrypt) other).systems(), STRICTER);
      case Promise.Apart p -> apart(p, (Promise.Apart) other);
      case Promise.Offer p ->
          points.scope("offered to", p.subjects(), ((Promise.Offer) other).subjects(), STRICTER);
      case Promise.Locate p -> locate(p, (Promise.Locate) other);
      case Promise.ShareOnly p -> shareOnly(p, (Promise.ShareOnly) other);
      case Promise.Tell p -> tell(p, (Promise.Tell) other);
      case Promise.AskFirst p ->
          points.value("asked before", p.purpose(), ((Promise.AskFirst) other).purpose());
      case Promise.Refuse p -> points.value("refused by", p.by(), ((Promise.Refuse) other).by());
      case Promise.Answer p -> answer(p, (Promise.Answer) other);
      case Promise.Count p ->
          points.members("counted", p.measures(), ((Promise.Count) other).measures(), WEAKER);
      case Promise.Watch p ->
          points.members("events logged", p.events(), ((Promise.Watch) other).events(), STRICTER);
      case Promise.Declare p -> new DeclarePoints(a, b, points).compare(p, (Promise.Declare) other);
      case Promise.Publish p -> publish(p, (Promise.Publish) other);
      case Promise.Review p -> review(p, (Promise.Review) other);
    }
  }

  private void holdOnly(Promise.HoldOnly one, Promise.HoldOnly other) {
    points.members("data held", one.words(), other.words(), WEAKER);
    new Meanings(a, b, points).data(one.words(), other.words());
  }

  private void keep(Promise.Keep one, Promise.Keep other) {
    points.scope("data meant", one.words(), other.words(), OTHER);
    points.value("stage", one.stage(), other.stage(), OTHER);
    points.value("accounts", one.state(), other.state(), OTHER);
    limit(one, other);
    new Meanings(a, b, points).events(one, other);
    int rise = Boolean.compare(one.then() == EndAction.KEEP, other.then() == EndAction.KEEP);
    points.ranked("at the end:", one.then().id(), other.then().id(), -rise);
    if (one.atLeast() != other.atLeast()) {
      points.value("meanwhile", whileKept(one), whileKept(other));
    }
    points.members("reasons to keep longer", extensions(one), extensions(other), WEAKER);
  }

  private void warn(Promise.Warn one, Promise.Warn other) {
    if (one.before().size() == 1 && other.before().size() == 1) {
      Optional<Term> x = Optional.of(one.before().getFirst());
      Optional<Term> y = Optional.of(other.before().getFirst());
      points.term("told before", x, y, STRICTER, STRICTER);
    } else {
      points.members("told before", said(one), said(other), STRICTER);
    }
  }

  private static List<String> said(Promise.Warn warn) {
    return warn.before().stream().map(Terms::say).toList();
  }

  private static String whileKept(Promise.Keep keep) {
    return keep.atLeast() ? "not erased even when asked" : "erased when asked";
  }

  private void limit(Promise.Keep one, Promise.Keep other) {
    if (Spans.canonical(one.limit()).equals(Spans.canonical(other.limit()))) {
      return;
    }
    Order order = Spans.order(one.limit(), other.limit());
    // what must stay and is kept shorter is less for one and more for another
    Turn turn = one.atLeast() && other.atLeast() ? OTHER : Points.turn(order, WEAKER);
    boolean sameEvent =
        one.limit() instanceof Limit.After x
            && other.limit() instanceof Limit.After y
            && x.from().equals(y.from());
    Function<Limit, String> say = sameEvent ? l -> Spans.term((Limit.After) l) : Spans::say;
    points.add(
        new Point.Span("kept", say.apply(one.limit()), say.apply(other.limit()), order, turn));
  }

  private static Set<String> extensions(Promise.Keep keep) {
    return keep.extensions().stream()
        .map(
            e ->
                Spans.spoken(e.reason())
                    + e.limit().map(l -> " (%s)".formatted(Spans.say(l))).orElse(""))
        .collect(Collectors.toSet());
  }

  private void form(Promise.Form one, Promise.Form other) {
    points.value("form of " + one.word(), one.form().id(), other.form().id());
  }

  private void apart(Promise.Apart one, Promise.Apart other) {
    points.members("activities kept apart", one.apart(), other.apart(), STRICTER);
    points.scope("kept apart from", one.from(), other.from(), STRICTER);
  }

  private void locate(Promise.Locate one, Promise.Locate other) {
    if (!one.countries().equals(other.countries())) {
      // no country named is every country
      boolean narrower =
          one.countries().isEmpty() || one.countries().containsAll(other.countries());
      boolean wider = other.countries().isEmpty() || other.countries().containsAll(one.countries());
      points.ranked(
          "lies in",
          countries(a, one),
          countries(b, other),
          narrower && !other.countries().isEmpty() ? 1 : wider ? -1 : 0);
    }
    points.ranked("runs on", runs(one), runs(other), Boolean.compare(other.own(), one.own()));
    points.scope("people", one.subjects(), other.subjects(), STRICTER);
    points.scope("people residing in", one.residents(), other.residents(), STRICTER);
    points.scope("activities", one.activities(), other.activities(), STRICTER);
    if (one.dedicated() != other.dedicated()) {
      points.value("says", says(one), says(other));
    }
  }

  /** As written: {@code EU} and not its members. */
  private static String countries(Compared side, Promise.Locate promise) {
    return promise.countries().isEmpty()
        ? "any country"
        : String.join(", ", new TreeSet<>(written(side, promise)));
  }

  private static List<String> written(Compared side, Promise.Locate promise) {
    return Optional.ofNullable(side.charter().measures().residency().get(promise.id().subject()))
        .map(Residency::countries)
        .orElseGet(() -> List.copyOf(promise.countries()));
  }

  private static String runs(Promise.Locate promise) {
    return promise.own() ? "own systems only" : "anybody's systems";
  }

  private static String says(Promise.Locate promise) {
    return promise.dedicated()
        ? "these systems hold only these people's data"
        : "these people's data lies only there";
  }

  private void shareOnly(Promise.ShareOnly one, Promise.ShareOnly other) {
    Map<String, String> names = new java.util.HashMap<>();
    one.recipients().forEach(r -> names.put(r, a.recipient(r)));
    other.recipients().stream()
        .filter(r -> !one.recipients().contains(r))
        .forEach(r -> names.put(r, b.recipient(r)));
    points.members(
        "recipients", named(names, one.recipients()), named(names, other.recipients()), WEAKER);
    points.value("goes further when", one.unless(), other.unless(), WEAKER);
    one.recipients().stream()
        .filter(other.recipients()::contains)
        .sorted()
        .forEach(who -> shares(who, of(one, who), of(other, who)));
  }

  private static Set<Share> of(Promise.ShareOnly promise, String who) {
    return promise.shares().stream()
        .filter(s -> s.recipient().equals(who))
        .collect(Collectors.toSet());
  }

  /** One recipient may be named for several things: what both sides name is set aside first. */
  private void shares(String who, Set<Share> one, Set<Share> other) {
    Set<Share> onlyA = without(one, other);
    Set<Share> onlyB = without(other, one);
    if (onlyA.size() == 1 && onlyB.size() == 1) {
      share(onlyA.iterator().next(), onlyB.iterator().next());
    } else {
      points.members(who + " gets data", said(onlyA), said(onlyB), WEAKER);
    }
  }

  private static Set<Share> without(Set<Share> these, Set<Share> those) {
    return these.stream().filter(s -> !those.contains(s)).collect(Collectors.toSet());
  }

  private static Set<String> said(Set<Share> shares) {
    return shares.stream().map(PromisePoints::said).collect(Collectors.toSet());
  }

  /** {@code for advertising when the customer agrees}. */
  private static String said(Share share) {
    return "for "
        + share.purpose().orElse("anything")
        + share.when().map(" when "::concat).orElse("")
        + bound(" in products ", share.products())
        + bound(" of people residing in ", share.residents());
  }

  private static String bound(String about, Set<String> words) {
    return words.isEmpty() ? "" : about + String.join(", ", new TreeSet<>(words));
  }

  private static Set<String> named(Map<String, String> names, Set<String> words) {
    return words.stream().map(w -> names.getOrDefault(w, w)).collect(Collectors.toSet());
  }

  private void share(Share one, Share other) {
    String who = one.recipient();
    points.value(who + " for", one.purpose(), other.purpose(), STRICTER);
    points.value(who + " when", one.when(), other.when(), STRICTER);
    points.scope(who + " in products", one.products(), other.products(), WEAKER);
    points.scope(who + " of people residing in", one.residents(), other.residents(), WEAKER);
  }

  private void tell(Promise.Tell one, Promise.Tell other) {
    points.members("told", one.whom(), other.whom(), STRICTER);
    points.term("told within", one.within(), other.within(), WEAKER, OTHER);
    points.term("told before it holds", one.before(), other.before(), STRICTER, STRICTER);
  }

  private void answer(Promise.Answer one, Promise.Answer other) {
    points.term("answered within", one.within(), other.within(), WEAKER, OTHER);
    var x = one.bounds();
    var y = other.bounds();
    points.scope("under", x.jurisdictions(), y.jurisdictions(), STRICTER);
    points.term("extended by", x.extension(), y.extension(), WEAKER, WEAKER);
    quota(x.free(), y.free());
    points.term("looking back", x.lookBack(), y.lookBack(), STRICTER, WEAKER);
    if (oneCompany() && !RightId.isId(one.right())) {
      points.value("says", one.header().sentence(), other.header().sentence());
    }
  }

  private void quota(Optional<Promise.Quota> one, Optional<Promise.Quota> other) {
    String before = one.map(PromisePoints::say).orElse("always");
    String after = other.map(PromisePoints::say).orElse("always");
    int rise = 0;
    if (one.isEmpty() || other.isEmpty()) {
      rise = Boolean.compare(other.isEmpty(), one.isEmpty());
    } else if (Terms.canonical(one.get().per()).equals(Terms.canonical(other.get().per()))) {
      rise = Integer.compare(other.get().times(), one.get().times());
    } else if (one.get().times() == other.get().times()) {
      rise =
          switch (Spans.order(one.get().per(), other.get().per())) {
            case SHORTER -> 1;
            case LONGER -> -1;
            case UNCLEAR -> 0;
          };
    }
    points.ranked("free", before, after, rise);
  }

  private static String say(Promise.Quota quota) {
    return "%d times in %s".formatted(quota.times(), Terms.say(quota.per()));
  }

  private void publish(Promise.Publish one, Promise.Publish other) {
    points.members("languages", one.languages(), other.languages(), STRICTER);
    var x = a.charter().publication().languages();
    var y = b.charter().publication().languages();
    points.value(
        "prevailing language",
        Optional.of(x.prevailing()).filter(l -> x.silent().isEmpty() && x.list().size() > 1),
        Optional.of(y.prevailing()).filter(l -> y.silent().isEmpty() && y.list().size() > 1),
        STRICTER);
    points.members("translated by machine", x.machineMade(), y.machineMade(), WEAKER);
  }

  private void review(Promise.Review one, Promise.Review other) {
    points.value("says", one.what(), other.what());
    points.term("reviewed every", one.every(), other.every(), WEAKER, STRICTER);
  }
}
