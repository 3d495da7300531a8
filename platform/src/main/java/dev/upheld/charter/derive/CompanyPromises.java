package dev.upheld.charter.derive;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Measures.Breach;
import dev.upheld.charter.model.Measures.Cookies;
import dev.upheld.charter.model.Measures.Residency;
import dev.upheld.charter.model.Measures.Safeguard;
import dev.upheld.charter.model.Measures.SupplierChanges;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.charter.promise.Promise.News;
import dev.upheld.charter.promise.Term;
import dev.upheld.charter.promise.Terms;
import dev.upheld.charter.promise.Way;
import dev.upheld.law.BreachClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Promises that hold for the whole company; the key they stand under names them. */
final class CompanyPromises {
  private final Charter charter;
  private final Phrases phrases;
  private final Headers headers;
  private final List<Promise> promises = new ArrayList<>();

  CompanyPromises(Charter charter, Phrases phrases, Headers headers) {
    this.charter = charter;
    this.phrases = phrases;
    this.headers = headers;
  }

  List<Promise> derive() {
    charter.measures().safeguards().forEach(this::safeguard);
    charter.measures().residency().forEach(this::residency);
    promises.addAll(new RightPromises(charter, headers).derive());
    charter.measures().cookies().ifPresent(this::cookies);
    charter.measures().breach().value().ifPresent(this::breach);
    charter.measures().supplierChanges().value().ifPresent(this::supplierChanges);
    promises.addAll(new Declarations(charter, phrases, headers).derive());
    undeclared();
    return promises;
  }

  private Statement statement(
      String subject, String kind, Source source, Way way, String sentence) {
    return new Statement(
        subject, kind, Optional.empty(), source, Optional.empty(), way, List.of(), sentence);
  }

  private Statement under(Statement s, List<LawRef> law) {
    return new Statement(
        s.subject(), s.kind(), s.activity(), s.source(), s.owner(), s.way(), law, s.sentence());
  }

  private Statement under(Statement statement, String law) {
    return under(statement, charter.law().refs(law));
  }

  private void safeguard(String key, Safeguard safeguard) {
    promises.add(
        switch (safeguard) {
          case Safeguard.Absent absent -> absent(key, absent);
          case Safeguard.Encrypt encrypt -> encrypt(key, encrypt);
          case Safeguard.Apart apart -> apart(key, apart);
          case Safeguard.Offer offer -> offer(key, offer);
        });
  }

  private Promise absent(String key, Safeguard.Absent absent) {
    String what =
        absent.what() == Forbidden.CARD_NUMBER ? "payment card number" : "bank account number";
    String except = absent.except().isEmpty() ? "" : ", but for " + phrases.data(absent.except());
    return new Promise.Absent(
        headers.of(
            under(
                statement(
                    key,
                    "absent",
                    absent.source(),
                    Way.PROBE,
                    "No %s is stored anywhere%s.".formatted(what, except)),
                "data-minimisation")),
        absent.what(),
        Set.copyOf(absent.except()));
  }

  private Promise encrypt(String key, Safeguard.Encrypt encrypt) {
    String to = encrypt.systems().isEmpty() ? "every system" : Phrases.and(encrypt.systems());
    return new Promise.Encrypt(
        headers.of(
            under(
                statement(
                    key,
                    "encrypt",
                    encrypt.source(),
                    Way.PROBE,
                    "Connections to %s are encrypted.".formatted(to)),
                "security.encryption")),
        Set.copyOf(encrypt.systems()));
  }

  private Promise apart(String key, Safeguard.Apart apart) {
    String these = activities(apart.activities());
    String others =
        apart.from().isEmpty() ? "any other data" : "data of " + activities(apart.from());
    return new Promise.Apart(
        headers.of(
            under(
                statement(
                    key,
                    "apart",
                    apart.source(),
                    Way.PROBE,
                    "Data of %s cannot be joined with %s.".formatted(these, others)),
                "purpose-limitation")),
        Set.copyOf(apart.activities()),
        Set.copyOf(apart.from()));
  }

  private String activities(List<String> ids) {
    return Phrases.and(ids.stream().map(id -> "\"" + phrases.activity(id) + "\"").toList());
  }

  private Promise offer(String key, Safeguard.Offer offer) {
    String whom = offer.to().isEmpty() ? "Everybody" : capital(phrases.people(offer.to()));
    return new Promise.Offer(
        headers.of(
            under(
                statement(
                    key,
                    "offer",
                    offer.source(),
                    Way.PROBE,
                    "%s can use this: %s.".formatted(whom, phrases.data(offer.what()))),
                "security." + offer.what())),
        offer.what(),
        Set.copyOf(offer.to()));
  }

  private void residency(String key, Residency residency) {
    promises.add(
        new Promise.Locate(
            headers.of(
                under(
                    statement(
                        key,
                        "locate",
                        residency.source(),
                        Way.PROBE,
                        residency.dedicated() ? dedicated(residency) : located(residency)),
                    "residency")),
            charter.law().expand(residency.countries()),
            Set.copyOf(residency.subjects()),
            charter.law().expand(residency.residents()),
            Set.copyOf(residency.activities()),
            residency.own(),
            residency.dedicated()));
  }

  private String located(Residency residency) {
    String whose =
        residency.subjects().isEmpty() ? "everybody" : phrases.people(residency.subjects());
    String residing =
        residency.residents().isEmpty() ? "" : " residing in " + Phrases.or(residency.residents());
    return "%s about %s%s lies only %s."
        .formatted(capital(what(residency)), whose, residing, where(residency));
  }

  /** Says no more than is looked at: other people and other data may lie there as well. */
  private String dedicated(Residency residency) {
    String whose = residency.subjects().isEmpty() ? "people" : phrases.people(residency.subjects());
    return "Systems in %s hold %s about %s only where they reside in %s."
        .formatted(
            Phrases.or(residency.countries()),
            what(residency),
            whose,
            Phrases.or(residency.residents()));
  }

  private String what(Residency residency) {
    return residency.activities().isEmpty()
        ? "data"
        : "data of " + activities(residency.activities());
  }

  private static String where(Residency residency) {
    String own = residency.own() ? "on systems the company runs itself" : "";
    String in = residency.countries().isEmpty() ? "" : "in " + Phrases.or(residency.countries());
    return own.isEmpty() || in.isEmpty() ? own + in : own + ", " + in;
  }

  private void cookies(Cookies cookies) {
    promises.addAll(new CookiePromises(charter, headers, cookies).derive());
  }

  private void breach(Breach breach) {
    tell(breach, breach.authority(), "authority", BreachClock.Recipient.AUTHORITY);
    tell(breach, breach.people(), "people", BreachClock.Recipient.PEOPLE);
    tell(breach, breach.customers(), "customers", BreachClock.Recipient.CONTROLLER);
  }

  private void tell(
      Breach breach, Stated<Optional<Term>> speed, String whom, BreachClock.Recipient to) {
    if (speed.value().isEmpty()) {
      return;
    }
    Optional<Term> within = speed.value().get();
    String who =
        switch (to) {
          case AUTHORITY -> "The authority is";
          case PEOPLE -> "The people concerned are";
          case CONTROLLER -> "Customers who are controllers are";
        };
    String soon =
        within
            .map(t -> "within %s of its becoming known".formatted(Terms.say(t)))
            .orElse("without undue delay");
    promises.add(
        new Promise.Tell(
            headers.of(
                under(
                    statement(
                        "breach",
                        "tell",
                        breach.source(),
                        Way.ACT,
                        "%s told of a breach %s.".formatted(who, soon)),
                    charter.law().breach(to))),
            News.BREACH,
            Set.of(whom),
            within,
            Optional.empty()));
  }

  private void supplierChanges(SupplierChanges changes) {
    Optional<Term> before = changes.before().value();
    String when = before.map(t -> "%s before it receives data".formatted(Terms.say(t))).orElse("");
    promises.add(
        new Promise.Tell(
            headers.of(
                under(
                    statement(
                        "supplier-changes",
                        "tell",
                        changes.source(),
                        Way.ACT,
                        "%s are told of a new recipient%s."
                            .formatted(
                                capital(phrases.people(changes.tell())),
                                when.isEmpty() ? "" : " " + when)),
                    "processor-contract.changes")),
            News.SUPPLIER_CHANGE,
            Set.copyOf(changes.tell()),
            Optional.empty(),
            before));
  }

  /** What no policy says in so many words and every policy means. */
  private void undeclared() {
    promises.add(
        new Promise.HoldOnly(
            headers.of(
                under(
                    statement(
                        "undeclared",
                        "hold-only",
                        new Source(charter.organisation().company().source().at(), List.of()),
                        Way.PROBE,
                        "Nothing personal is held outside what this charter declares."),
                    "data-minimisation")),
            Set.of()));
  }

  /** The first letter in capitals, as a sentence begins. */
  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
