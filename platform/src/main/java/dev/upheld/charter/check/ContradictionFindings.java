package dev.upheld.charter.check;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Activity.Use;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.model.Measures.Residency;
import dev.upheld.charter.model.Publication.Revision;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.law.Authority;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Places where a charter says one thing here and another there. */
final class ContradictionFindings {
  private final Charter charter;
  private final List<Finding> findings = new ArrayList<>();

  private ContradictionFindings(Charter charter) {
    this.charter = charter;
  }

  static List<Finding> of(Charter charter) {
    ContradictionFindings found = new ContradictionFindings(charter);
    found.dates();
    found.territory();
    found.authority();
    found.languages();
    found.unused();
    return found.findings;
  }

  private void dates() {
    Optional<LocalDate> updated = charter.publication().notice().updated();
    updated
        .flatMap(this::against)
        .ifPresent(
            last ->
                add(
                    FindingCode.DATES_DISAGREE,
                    last.source(),
                    "The policy gives %s as its date, but its last revision is of %s."
                        .formatted(updated.orElseThrow(), last.date()),
                    charter.law().refs("transparency")));
  }

  /**
   * The revision a date contradicts. Of one that has a year alone it is not known which day of it
   * is meant: the last one is the latest that must have been, or else the latest that can be.
   */
  private Optional<Revision> against(LocalDate updated) {
    List<Revision> revisions = charter.publication().revisions();
    return revisions.stream()
        .max(Comparator.comparing(Revision::earliest))
        .filter(last -> updated.isBefore(last.earliest()))
        .or(
            () ->
                revisions.stream()
                    .max(Comparator.comparing(Revision::latest))
                    .filter(last -> updated.isAfter(last.latest())));
  }

  /** One finding per promise and partner, however many activities share data with it. */
  private void territory() {
    charter
        .measures()
        .residency()
        .forEach(
            (key, promise) -> {
              Set<String> allowed = charter.law().expand(promise.countries());
              for (String partner : partners(promise)) {
                if (!abroad(key, promise, partner, allowed) && promise.own()) {
                  holds(key, promise, partner);
                }
              }
            });
  }

  private Set<String> partners(Residency promise) {
    Set<String> partners = new LinkedHashSet<>();
    for (Activity activity : charter.activities().values()) {
      if (concerns(promise, activity)) {
        activity.recipients().value().stream()
            .flatMap(r -> r.uses().stream())
            .filter(use -> concerns(promise, use))
            .map(Use::who)
            .forEach(partners::add);
      }
    }
    return partners;
  }

  private static boolean concerns(Residency promise, Activity activity) {
    boolean byActivity =
        promise.activities().isEmpty() || promise.activities().contains(activity.id());
    boolean bySubject =
        promise.subjects().isEmpty()
            || activity.data().subjects().words().stream().anyMatch(promise.subjects()::contains);
    return byActivity && bySubject;
  }

  private boolean concerns(Residency promise, Use use) {
    if (promise.residents().isEmpty() || use.residents().isEmpty()) {
      return true;
    }
    Set<String> residents = charter.law().expand(promise.residents());
    return charter.law().expand(use.residents()).stream().anyMatch(residents::contains);
  }

  private boolean abroad(String key, Residency promise, String partner, Set<String> allowed) {
    if (promise.countries().isEmpty() || promise.dedicated()) {
      return false;
    }
    Set<String> outside =
        new TreeSet<>(
            charter
                .law()
                .expand(
                    Optional.ofNullable(charter.recipients().get(partner))
                        .flatMap(r -> r.countries().value())
                        .orElse(List.of())));
    outside.removeAll(allowed);
    if (!outside.isEmpty()) {
      add(
          FindingCode.PARTNER_ABROAD,
          promise.source(),
          "\"%s\" promises that data stays in %s, but %s is in %s."
              .formatted(
                  key, String.join(", ", promise.countries()), partner, String.join(", ", outside)),
          charter.law().refs("residency"));
    }
    return !outside.isEmpty();
  }

  private void holds(String key, Residency promise, String partner) {
    boolean authority =
        Optional.ofNullable(charter.recipients().get(partner))
            .filter(recipient -> recipient.role() == Recipient.Role.AUTHORITY)
            .isPresent();
    if (!authority) {
      add(
          FindingCode.PARTNER_HOLDS_DATA,
          promise.source(),
          "\"%s\" promises that data lies only on systems the company runs, but %s receives data."
              .formatted(key, partner),
          charter.law().refs("residency"));
    }
  }

  private void authority() {
    Set<String> known = new TreeSet<>();
    charter.law().jurisdictions().stream()
        .flatMap(pack -> pack.authority().stream())
        .map(Authority::id)
        .forEach(known::add);
    charter
        .organisation()
        .authority()
        .filter(
            note ->
                !known.isEmpty()
                    && !note.names().isEmpty()
                    && note.names().stream().noneMatch(known::contains))
        .ifPresent(
            note ->
                add(
                    FindingCode.OTHER_AUTHORITY,
                    note.source(),
                    "The policy names %s as the authority; under its law that is %s."
                        .formatted(String.join(", ", note.names()), String.join(", ", known)),
                    charter.law().refs("information.authority")));
  }

  private void languages() {
    var languages = charter.publication().languages();
    if (languages.machineMade().contains(languages.prevailing())) {
      add(
          FindingCode.MACHINE_TEXT_PREVAILS,
          languages.source(),
          "The text in %s prevails, but only a machine translated it."
              .formatted(languages.prevailing()),
          charter.law().refs("transparency"));
    }
  }

  /** A word nobody uses is often a word somebody misspelt elsewhere, or forgot. */
  private void unused() {
    Set<String> words = new HashSet<>();
    Set<String> people = new HashSet<>();
    Set<String> partners = new HashSet<>();
    for (Activity activity : charter.activities().values()) {
      words.addAll(activity.data().words().words());
      people.addAll(activity.data().subjects().words());
      activity.recipients().value().stream()
          .flatMap(r -> r.uses().stream())
          .forEach(use -> partners.add(use.who()));
    }
    charter.measures().cookies().stream()
        .flatMap(cookies -> cookies.list().stream())
        .forEach(cookie -> cookie.by().ifPresent(partners::add));
    charter
        .words()
        .vocabulary()
        .forEach((word, data) -> unused(words, "data word", word, data.source()));
    charter
        .words()
        .subjects()
        .forEach((word, subject) -> unused(people, "group of people", word, subject.source()));
    charter.recipients().forEach((word, who) -> unused(partners, "recipient", word, who.source()));
  }

  private void unused(Set<String> used, String kind, String word, Source source) {
    if (!used.contains(word)) {
      add(
          FindingCode.UNUSED_WORD,
          source,
          "No activity uses the %s \"%s\".".formatted(kind, word),
          List.of());
    }
  }

  private void add(FindingCode code, Source source, String sentence, List<LawRef> law) {
    findings.add(new Finding(code, source.at(), sentence, Optional.empty(), source.clauses(), law));
  }
}
