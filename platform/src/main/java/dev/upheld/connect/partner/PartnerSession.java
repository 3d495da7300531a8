package dev.upheld.connect.partner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * A line to one partner. Every method throws a {@link dev.upheld.kernel.ProblemException} of {@link
 * dev.upheld.connect.ConnectProblem} when the partner is away, refuses, or answers what its file
 * does not allow; never with personal data in it. Each may be repeated.
 */
public interface PartnerSession extends AutoCloseable {

  /**
   * The partner's ids of this person. An answer with somebody else in it is refused whole.
   *
   * @param identifiers values by their term in the Data Privacy Vocabulary; others than the
   *     partner's file finds people by are passed over
   */
  SortedSet<String> locate(Map<String, List<String>> identifiers);

  /**
   * Reads the records of one kind that belong to a person, one after the other.
   *
   * @param records the person's own record or one of the further ones, by the word of the file
   * @param fields by their names in the file
   * @param sink gets for each record the value of each field, in that order; empty where there is
   *     none
   */
  void read(String records, String id, List<String> fields, Consumer<List<Optional<String>>> sink);

  /**
   * Erases the person's record. One that is gone already is no fault.
   *
   * @param once names this act; the partner may tell a repetition by it
   */
  void erase(String id, String once);

  /** Whether the partner says that there is no such person any more. */
  boolean isGone(String id);

  @Override
  void close();
}
