package dev.upheld.charter.compare;

import static dev.upheld.charter.compare.Turn.OTHER;
import static dev.upheld.charter.compare.Turn.STRICTER;
import static dev.upheld.charter.compare.Turn.WEAKER;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Measures.Category;
import dev.upheld.charter.model.Measures.Cookie;
import dev.upheld.charter.model.Organisation.Contact;
import dev.upheld.charter.model.Organisation.Scope;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.promise.Promise.Declare;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** In which respects two declarations of one kind differ. */
final class DeclarePoints {
  private static final Pattern BASIS =
      Pattern.compile("(\\S+)(?: for (\\S+))?(?: in (.*?))?(?: under \\S+)?");
  private static final String COOKIES = "cookies-";

  private final Compared a;
  private final Compared b;
  private final Points points;

  DeclarePoints(Compared a, Compared b, Points points) {
    this.a = a;
    this.b = b;
    this.points = points;
  }

  /**
   * What makes a declaration itself among others of its activity: the basis, the stage whose
   * readers it names, the tool of a transfer.
   */
  static String facet(Declare promise) {
    return switch (promise.what()) {
      case "basis" -> "basis " + basis(promise, 1) + " " + basis(promise, 2);
      case "readers" -> "readers " + promise.value().replaceFirst(":.*", "");
      case "transfer" -> "transfer " + promise.value().replaceFirst(" .*", "");
      default -> promise.what();
    };
  }

  void compare(Declare one, Declare other) {
    switch (one.what()) {
      case "role" -> role(one, other);
      case "purpose" -> words("purposes", one, other, WEAKER);
      case "source" -> words("sources", one, other, OTHER);
      case "never-for" -> words("never used for", one, other, STRICTER);
      case "automated-decisions" -> automated(one, other);
      case "readers" -> points.members("who may look", readers(one), readers(other), WEAKER);
      case "basis" -> basis(one, other);
      case "identity" -> identity(one, other);
      case "cookies" -> cookies(one, other);
      case "recipient" -> recipient(one, other);
      case "authority" -> authority(one, other);
      case "company" -> company();
      case "contact" -> contact(one, other);
      case "scope" -> scope();
      default ->
          points.value(
              "says",
              Optional.of(one.value()).filter(v -> !v.isBlank()),
              Optional.of(other.value()).filter(v -> !v.isBlank()),
              STRICTER);
    }
    documents(one, other);
  }

  /** The value is the authorities of the packs, and behind them the list the policy points at. */
  private void authority(Declare one, Declare other) {
    points.value(
        "complaints go to",
        one.value().replaceFirst(";.*", ""),
        other.value().replaceFirst(";.*", ""));
    points.value("list of authorities", list(a), list(b), STRICTER);
  }

  private static Optional<String> list(Compared side) {
    return side.charter().organisation().authority().flatMap(note -> note.list());
  }

  private void company() {
    var x = a.charter().organisation().company();
    var y = b.charter().organisation().company();
    points.value("answers for the policy:", x.name(), y.name());
    points.value("in country", x.country(), y.country());
    points.value("at", x.address(), y.address(), STRICTER);
  }

  private void contact(Declare one, Declare other) {
    Optional<Contact> x = contact(a, one);
    Optional<Contact> y = contact(b, other);
    if (x.isEmpty() || y.isEmpty()) {
      points.value("reached at", one.value(), other.value());
      return;
    }
    points.value("name", x.get().name().value(), y.get().name().value(), STRICTER);
    points.value("e-mail", x.get().email().value(), y.get().email().value(), STRICTER);
    points.value("address", x.get().address().value(), y.get().address().value(), STRICTER);
  }

  private static Optional<Contact> contact(Compared side, Declare promise) {
    return Optional.ofNullable(
        side.charter()
            .organisation()
            .contacts()
            .get(promise.id().subject().replaceFirst("^contact-", "")));
  }

  private void scope() {
    Optional<Scope> x = a.charter().organisation().scope();
    Optional<Scope> y = b.charter().organisation().scope();
    points.value("covers", x.map(Scope::is), y.map(Scope::is), OTHER);
    points.members(
        "domains",
        x.map(Scope::domains).orElse(List.of()),
        y.map(Scope::domains).orElse(List.of()),
        OTHER);
  }

  private void documents(Declare one, Declare other) {
    points.members("documents", one.documents(), other.documents(), STRICTER);
  }

  private void words(String about, Declare one, Declare other, Turn more) {
    points.members(about, list(one.value()), list(other.value()), more);
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(", ", -1)).filter(w -> !w.isEmpty()).toList();
  }

  private static List<String> readers(Declare promise) {
    return list(promise.value().replaceFirst("^[^:]*: ", ""));
  }

  private void role(Declare one, Declare other) {
    Optional<Activity> x = activity(a, one);
    Optional<Activity> y = activity(b, other);
    if (x.isEmpty() || y.isEmpty()) {
      points.value("role", one.value(), other.value());
      return;
    }
    points.value("role", word(x.get().role()), word(y.get().role()));
    points.members("other controllers", x.get().controllers(), y.get().controllers(), OTHER);
    points.scope("in products", x.get().products(), y.get().products(), OTHER);
    List<String> mine = x.get().data().subjects().words();
    List<String> theirs = y.get().data().subjects().words();
    points.members("people", mine, theirs, OTHER);
    new Meanings(a, b, points).people(mine, theirs);
  }

  private static Optional<Activity> activity(Compared side, Declare promise) {
    return promise
        .header()
        .activity()
        .flatMap(id -> Optional.ofNullable(side.charter().activities().get(id)));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void automated(Declare one, Declare other) {
    List<String> x = list(one.value()).stream().filter(w -> !w.equals("none")).toList();
    List<String> y = list(other.value()).stream().filter(w -> !w.equals("none")).toList();
    points.members("decisions by a program alone", x, y, WEAKER);
  }

  private void basis(Declare one, Declare other) {
    points.value("basis", basis(one, 1), basis(other, 1));
    points.value("consent to", basis(one, 2), basis(other, 2));
    points.value("interest in", basis(one, 3), basis(other, 3));
  }

  private static String basis(Declare promise, int group) {
    Matcher matcher = BASIS.matcher(promise.value());
    return matcher.matches() ? Optional.ofNullable(matcher.group(group)).orElse("") : "";
  }

  private void identity(Declare one, Declare other) {
    var x = a.charter().rights().identity();
    var y = b.charter().rights().identity();
    if (x.isEmpty() || y.isEmpty()) {
      points.value("who asks is checked", one.value(), other.value());
      return;
    }
    // never, on doubt, always: each asks more of people than the one before
    int rise = x.get().document().compareTo(y.get().document());
    points.ranked("document of identity", word(x.get().document()), word(y.get().document()), rise);
    points.members("otherwise by", x.get().by(), y.get().by(), OTHER);
    points.members("account alone for", x.get().accountFor(), y.get().accountFor(), OTHER);
    points.members("forms of file", x.get().formats(), y.get().formats(), OTHER);
    points.value("largest file", x.get().atMost(), y.get().atMost(), OTHER);
  }

  private void cookies(Declare one, Declare other) {
    Optional<Category> x = category(a, one);
    Optional<Category> y = category(b, other);
    if (x.isEmpty() || y.isEmpty()) {
      points.ranked(
          "refusing compared with accepting",
          effort(one),
          effort(other),
          Integer.compare(easy(other), easy(one)));
      return;
    }
    int rise =
        Integer.compare(
            y.get().consent() == Category.Consent.ASKED ? 1 : 0,
            x.get().consent() == Category.Consent.ASKED ? 1 : 0);
    points.ranked("consent", word(x.get().consent()), word(y.get().consent()), rise);
    points.value("for", x.get().promise(), y.get().promise());
    Map<String, Cookie> mine = cookies(a, one);
    Map<String, Cookie> theirs = cookies(b, other);
    points.members("cookies", mine.keySet(), theirs.keySet(), WEAKER);
    mine.forEach(
        (name, cookie) ->
            Optional.ofNullable(theirs.get(name)).ifPresent(c -> cookie(name, cookie, c)));
  }

  private static Optional<Category> category(Compared side, Declare promise) {
    String subject = promise.id().subject();
    return side.charter()
        .measures()
        .cookies()
        .filter(c -> subject.startsWith(COOKIES))
        .flatMap(c -> Optional.ofNullable(c.categories().get(subject.substring(COOKIES.length()))));
  }

  private static Map<String, Cookie> cookies(Compared side, Declare promise) {
    String category = promise.id().subject().substring(COOKIES.length());
    return side.charter().measures().cookies().stream()
        .flatMap(c -> c.list().stream())
        .filter(c -> c.category().equals(category))
        .collect(
            Collectors.toMap(Cookie::name, c -> c, (first, next) -> first, LinkedHashMap::new));
  }

  private void cookie(String name, Cookie one, Cookie other) {
    points.term(name + " lives", one.term().value(), other.term().value(), WEAKER, STRICTER);
    points.value(name + " for", one.purpose(), other.purpose(), STRICTER);
    if (!one.by().equals(other.by())) {
      points.value(name + " set by", one.by().map(a::called), other.by().map(b::called), WEAKER);
    }
    points.value(name + " as said by", one.policy(), other.policy(), OTHER);
    points.value(
        name + " as read on",
        one.captured().map(Object::toString),
        other.captured().map(Object::toString),
        OTHER);
  }

  private static String effort(Declare promise) {
    return promise.value().replace('_', '-');
  }

  private static int easy(Declare promise) {
    return switch (promise.value()) {
      case "as_easy" -> 2;
      case "not_stated" -> 1;
      default -> 0;
    };
  }

  private void recipient(Declare one, Declare other) {
    Optional<Recipient> x = recipient(a, one);
    Optional<Recipient> y = recipient(b, other);
    if (x.isEmpty() || y.isEmpty()) {
      points.value("receives as", one.value(), other.value());
      return;
    }
    points.value("name", x.get().name().value(), y.get().name().value(), STRICTER);
    points.value("acts as", word(x.get().role()), word(y.get().role()));
    points.members(
        "countries",
        x.get().countries().value().orElse(List.of()),
        y.get().countries().value().orElse(List.of()),
        OTHER);
  }

  private static Optional<Recipient> recipient(Compared side, Declare promise) {
    return Optional.ofNullable(
        side.charter().recipients().get(promise.id().subject().replaceFirst("^recipient-", "")));
  }
}
