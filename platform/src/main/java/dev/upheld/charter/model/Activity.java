package dev.upheld.charter.model;

import dev.upheld.kernel.Location;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A processing activity.
 *
 * @param id its word
 * @param title for people
 * @param owner who answers for it
 * @param role of the company
 * @param controllers words of other controllers that decide too, or on whose behalf
 * @param products words of the products it belongs to; empty means all
 * @param keep how long its data is kept
 * @param setAside norms that seem to apply and do not, each with the reason
 * @param source where it stands, and the clauses for what names none
 */
public record Activity(
    String id,
    String title,
    Optional<String> owner,
    Role role,
    List<String> controllers,
    List<String> products,
    Ground ground,
    Data data,
    Stated<List<KeepRule>> keep,
    Stated<Recipients> recipients,
    Choices choices,
    Map<String, String> setAside,
    Source source) {

  /** The company's role. */
  public enum Role {
    CONTROLLER,
    JOINT_CONTROLLER,
    PROCESSOR
  }

  /**
   * Why the data is processed.
   *
   * @param purposes purpose words
   * @param bases one or more; none for processors
   * @param instructions path of the contract with the instructions, for processors
   * @param neverFor purposes the data is promised not to be used for
   * @param automated automated decisions: {@code none}, or what they are
   */
  public record Ground(
      Listed purposes,
      Stated<List<Basis>> bases,
      Stated<String> instructions,
      Optional<Listed> neverFor,
      Optional<Listed> automated) {}

  /**
   * A lawful basis.
   *
   * @param is its word: {@code legitimate-interest}
   * @param purpose what people consent to, for consent
   * @param balancing path of the balancing test, for legitimate interest
   * @param interest the interest, in words
   * @param law reference to a pack: {@code fr/FR-ACCOUNTING}
   */
  public record Basis(
      String is,
      Optional<String> purpose,
      Stated<String> balancing,
      Optional<String> interest,
      Optional<String> law,
      Source source) {}

  /**
   * What is held, about whom, from where.
   *
   * @param words data words
   * @param closed whether the list is the whole of it ("only"), not merely examples ("include")
   * @param open where the source leaves the data open
   * @param from where the data comes from
   */
  public record Data(
      Listed subjects,
      Listed words,
      boolean closed,
      Optional<Location> open,
      Optional<Listed> from) {}

  /** Words with their place. */
  public record Listed(List<String> words, Source source) {
    public Listed {
      words = List.copyOf(words);
    }
  }

  /**
   * Who receives the data.
   *
   * @param uses empty means nobody
   * @param unless in which case it may go further, in words ("the candidate authorises it")
   */
  public record Recipients(List<Use> uses, Optional<String> unless, Source source) {
    public Recipients {
      uses = List.copyOf(uses);
    }
  }

  /**
   * One recipient of an activity.
   *
   * @param who the recipient's word
   * @param what for, in words
   * @param when the condition, in words
   * @param products only for these products; empty means all
   * @param residents only for people residing in these countries or groups; empty means all
   */
  public record Use(
      String who,
      Optional<String> what,
      Optional<String> when,
      List<String> products,
      List<String> residents,
      Source source) {}

  /**
   * What people can do and what is counted and watched.
   *
   * @param terminal reading or writing on the device: {@code none}, {@code exempt}, {@code consent}
   * @param refuse how people refuse
   * @param count what is counted
   * @param watch which events are logged
   */
  public record Choices(
      Optional<Terminal> terminal,
      Optional<Refusal> refuse,
      Optional<Listed> count,
      Optional<Listed> watch) {}

  /** Whether the device is read or written, and whether people are asked. */
  public record Terminal(Kind kind, Source source) {
    /** As the charter writes it, in capitals. */
    public enum Kind {
      NONE,
      EXEMPT,
      CONSENT,
      NOT_STATED
    }
  }

  /** How people refuse; {@code effort} compares it with accepting. */
  public record Refusal(String by, Effort effort, Source source) {}

  /** How hard refusing is. */
  public enum Effort {
    AS_EASY,
    HARDER,
    NOT_STATED
  }
}
