package dev.upheld.charter.model;

import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.charter.promise.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What holds for the whole company.
 *
 * @param safeguards by key
 * @param residency by key
 * @param cookies what is kept on people's devices
 * @param governance risk, objectives
 */
public record Measures(
    Map<String, Safeguard> safeguards,
    Map<String, Residency> residency,
    Optional<Cookies> cookies,
    Stated<Breach> breach,
    Stated<SupplierChanges> supplierChanges,
    Governance governance) {

  /** A technical promise. */
  public sealed interface Safeguard {
    Source source();

    /** A kind of value is found nowhere, but for these data words. */
    record Absent(Forbidden what, List<String> except, Source source) implements Safeguard {}

    /** Connections are encrypted; no systems named means all. */
    record Encrypt(List<String> systems, Source source) implements Safeguard {}

    /** Activities whose data cannot be joined; {@code from} empty means with any other. */
    record Apart(List<String> activities, List<String> from, Source source) implements Safeguard {}

    /** Something people can use. */
    record Offer(String what, List<String> to, Source source) implements Safeguard {}
  }

  /**
   * Data lies only in some countries.
   *
   * @param countries as written: codes and names of groups
   * @param residents as written; empty means whoever
   * @param own whether the company runs the systems itself
   * @param dedicated whether it is turned round: systems there are for these residents only
   */
  public record Residency(
      List<String> countries,
      List<String> residents,
      List<String> subjects,
      List<String> activities,
      boolean own,
      boolean dedicated,
      Source source) {}

  /**
   * What is kept on people's devices.
   *
   * @param refusing how hard refusing is, compared with accepting
   */
  public record Cookies(
      Map<String, Category> categories,
      List<Cookie> list,
      Stated<Activity.Effort> refusing,
      Source source) {}

  /** A category of cookies with what is promised of it. */
  public record Category(Consent consent, String promise, Source source) {
    /** Whether people are asked. */
    public enum Consent {
      ASKED,
      EXEMPT,
      NOT_STATED
    }
  }

  /**
   * One cookie.
   *
   * @param by a recipient's word; empty for the company's own
   * @param policy the address of another's policy that says how long it lives
   * @param captured the day on which that policy was read
   */
  public record Cookie(
      String name,
      String category,
      Optional<String> by,
      Stated<Term> term,
      Optional<String> purpose,
      Optional<String> policy,
      Optional<LocalDate> captured,
      Source source) {}

  /**
   * Whom a breach is told, and how fast; a known value without a term means without undue delay.
   */
  public record Breach(
      Stated<Optional<Term>> authority,
      Stated<Optional<Term>> people,
      Stated<Optional<Term>> customers,
      Source source) {}

  /** Who is told of a new recipient, and how long before. */
  public record SupplierChanges(List<String> tell, Stated<Term> before, Source source) {}

  /**
   * What management promises and people attest.
   *
   * @param risk classes and the line between acceptable and not
   * @param measures by key, risk measures and training and funding alike
   * @param objectives by key
   */
  public record Governance(
      Optional<Matrix> risk, Map<String, Measure> measures, Map<String, Measure> objectives) {}

  /** The matrix: likelihood by impact, and the score from which a risk is not accepted. */
  public record Matrix(
      List<String> likelihood,
      List<String> impact,
      Stated<Integer> threshold,
      Optional<Term> review,
      Source source) {}

  /**
   * A measure somebody reviews.
   *
   * @param what in words
   * @param review how often
   * @param evidence documents
   */
  public record Measure(
      String what,
      Optional<String> owner,
      Stated<Term> review,
      List<String> evidence,
      Source source) {}
}
