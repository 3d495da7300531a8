package dev.upheld.duty.request;

import java.util.Optional;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request says of a person. Sealed with the key of the case wherever it is kept; empty text
 * stands for what is not known.
 *
 * @param name as they call themselves
 * @param email where they are written to
 * @param postal where a letter reaches them
 * @param identifiers by which the systems know them: an account, a customer number
 * @param details what they ask, in their words
 * @param onBehalf for whom they act, when it is not themselves
 * @param link what opens their private page
 * @param customer to whom it was forwarded, and how that can be shown
 * @param erasure what was erased, and what is kept until when; empty as long as nothing was
 * @param departed whose data it is about, where they died and that was proved
 */
public record Contents(
    String name,
    String email,
    String postal,
    String identifiers,
    String details,
    String onBehalf,
    String link,
    String customer,
    Optional<Erasure> erasure,
    Optional<Departed> departed) {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  /** Before anything was erased. */
  public Contents(
      String name,
      String email,
      String postal,
      String identifiers,
      String details,
      String onBehalf,
      String link,
      String customer) {
    this(
        name,
        email,
        postal,
        identifiers,
        details,
        onBehalf,
        link,
        customer,
        Optional.empty(),
        Optional.empty());
  }

  /** What somebody wrote on the public pages. */
  public static Contents asked(String name, String email, String details, String onBehalf) {
    return new Contents(name, email, "", "", details, onBehalf, "", "");
  }

  Contents linked(String other) {
    return new Contents(
        name, email, postal, identifiers, details, onBehalf, other, customer, erasure, departed);
  }

  Contents forwarded(String to) {
    return new Contents(
        name, email, postal, identifiers, details, onBehalf, link, to, erasure, departed);
  }

  Contents erased(Erasure what) {
    return new Contents(
        name,
        email,
        postal,
        identifiers,
        details,
        onBehalf,
        link,
        customer,
        Optional.of(what),
        departed);
  }

  Contents about(Departed who) {
    return new Contents(
        name,
        email,
        postal,
        identifiers,
        details,
        onBehalf,
        link,
        customer,
        erasure,
        Optional.of(who));
  }

  String written() {
    return JSON.writeValueAsString(this);
  }

  static Contents read(String text) {
    return JSON.readValue(text, Contents.class);
  }

  @Override
  public String toString() {
    return "Contents";
  }
}
