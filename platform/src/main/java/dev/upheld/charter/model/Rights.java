package dev.upheld.charter.model;

import dev.upheld.charter.promise.Promise.Quota;
import dev.upheld.charter.promise.Term;
import dev.upheld.kernel.Location;
import java.util.List;
import java.util.Optional;

/**
 * What people may ask for.
 *
 * @param list in the order of the file
 * @param silent where the source says nothing of rights at all
 * @param identity how it is made sure who asks
 * @param source where {@code rights} stands
 */
public record Rights(
    List<Right> list, Optional<Location> silent, Optional<IdentityCheck> identity, Source source) {
  public Rights {
    list = List.copyOf(list);
  }

  /**
   * One right.
   *
   * @param id its word: {@code access}
   * @param standing whether it is given
   * @param jurisdictions packs it is promised for; empty means all
   * @param answer how fast; absent means without undue delay
   * @param extension how much longer in a complex case
   * @param quota how often it is free
   * @param lookBack how far back it reaches
   * @param twoPeople whether whoever approves must be another person than whoever planned
   */
  public record Right(
      String id,
      Standing standing,
      List<String> jurisdictions,
      Stated<Term> answer,
      Stated<Term> extension,
      Optional<Quota> quota,
      Optional<Term> lookBack,
      boolean twoPeople,
      Source source) {}

  /** Whether a right is given. */
  public enum Standing {
    GIVEN,
    WITHHELD,
    NOT_STATED
  }

  /**
   * When a document of identity is asked for.
   *
   * @param accountFor rights for which signing in to the account is enough; empty means all
   * @param formats forms of file in which it is taken; empty means any
   * @param atMost the largest file that is taken
   * @param authorisation the document by which an authority allows identity numbers to be handled
   */
  public record IdentityCheck(
      Document document,
      List<String> by,
      List<String> accountFor,
      List<String> formats,
      Optional<String> atMost,
      Optional<String> authorisation,
      Source source) {
    /** As the charter writes it. */
    public enum Document {
      NEVER,
      ON_DOUBT,
      ALWAYS
    }
  }
}
