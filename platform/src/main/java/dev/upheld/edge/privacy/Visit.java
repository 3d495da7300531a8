package dev.upheld.edge.privacy;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Organisation.Contact;
import dev.upheld.law.Authority;
import dev.upheld.law.Sourced;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What every template of the public pages has at hand. Templates need it public; nothing else uses
 * it.
 *
 * @param tongue in which the page speaks
 * @param charter of the company
 * @param form the field that protects forms
 * @param path of this page, for the other languages
 * @param styles address of the style sheet
 * @param fiction whether it is a demonstration, whose mails lie on its machine
 */
public record Visit(
    Tongue tongue, Charter charter, FormField form, String path, String styles, boolean fiction) {

  /** A hidden field: its name, empty text for none, and its value. */
  public record FormField(String name, String value) {}

  /**
   * Whom to complain to.
   *
   * @param address postal, where it is known
   * @param site where a person complains, where it is known
   */
  public record Watcher(String name, Optional<String> address, Optional<String> site) {}

  /** The text of a key. */
  public String say(String key, Object... with) {
    return tongue.say(key, with);
  }

  /** The company's name. */
  public String company() {
    return charter.organisation().company().name();
  }

  /** In which days are counted and shown. */
  public ZoneId zone() {
    return charter.organisation().company().zone();
  }

  /** The day of an instant. */
  public String day(Instant at) {
    return tongue.day(at, zone());
  }

  /** Every authority a law in force knows. */
  public List<Watcher> watchers() {
    return charter.law().jurisdictions().stream()
        .flatMap(pack -> pack.authority().stream())
        .map(Visit::watcher)
        .distinct()
        .toList();
  }

  private static Watcher watcher(Authority authority) {
    return new Watcher(
        authority.name().value() + " (" + authority.id() + ")",
        authority.address().map(Sourced::value),
        authority.complaints().or(authority::website).map(Sourced::value));
  }

  /** Where the officer is written to, by mail. */
  public Optional<String> officerMail() {
    return officers().flatMap(c -> c.email().value().stream()).findFirst();
  }

  /** Where the officer is written to, by letter. */
  public Optional<String> officerAddress() {
    return officers()
        .flatMap(c -> c.address().value().stream())
        .findFirst()
        .or(() -> charter.organisation().company().address());
  }

  private Stream<Contact> officers() {
    return Stream.of("dpo", "privacy", "legal")
        .flatMap(word -> Optional.ofNullable(charter.organisation().contacts().get(word)).stream());
  }
}
