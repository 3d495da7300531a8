package dev.upheld.edge.console.view;

import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Way;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything about one promise. Forms, each with the field {@code promise}, each shown only when
 * {@code abilities} holds it:
 *
 * <ul>
 *   <li>{@code POST /promises/act/acknowledge}
 *   <li>{@code POST /promises/act/assign}: {@code owner=ID} (value of {@code owners}; empty for
 *       nobody), {@code due} (a date or empty)
 *   <li>{@code POST /promises/act/comment}: {@code text}
 *   <li>{@code POST /promises/act/attest}: {@code document} (what it is and where it is kept),
 *       {@code digest} (SHA-256 of the file, 64 hexadecimal digits, or empty; the file itself is
 *       never sent), {@code until} (a date)
 *   <li>{@code POST /promises/act/prove}
 * </ul>
 *
 * @param about what the charter says
 * @param verdict as of now
 * @param since when it became so; empty when that is not known
 * @param why the grounds, in evidence's words
 * @param advice what to do in particular, one sentence each; empty where the words of the duty say
 *     it all
 * @param proofs the evidence that counts first, then earlier, newest first
 * @param history of the last year or less
 * @param care who looks after it
 * @param owners to choose from
 * @param abilities what the person looking may do here
 * @param entered what was entered in a form that was refused, by {@code form.field}: {@code
 *     attest.document}
 * @param errors by {@code form.field}: {@code assign.owner}, {@code assign.due}, {@code
 *     comment.text}, {@code attest.document}, {@code attest.digest}, {@code attest.until}
 */
public record PromisePage(
    About about,
    Verdict verdict,
    Optional<Instant> since,
    String why,
    List<String> advice,
    List<Proof> proofs,
    History history,
    Care care,
    List<Choice> owners,
    Set<Ability> abilities,
    Map<String, String> entered,
    Map<String, FieldError> errors)
    implements View {
  public PromisePage {
    advice = List.copyOf(advice);
    proofs = List.copyOf(proofs);
    owners = List.copyOf(owners);
    abilities = Set.copyOf(abilities);
    entered = Map.copyOf(entered);
    errors = Map.copyOf(errors);
  }

  /**
   * What the charter says of it.
   *
   * @param activity title of the activity; empty text for the company as a whole
   * @param file where it stands, relative to the workspace
   * @param line first line is 1
   * @param law what it rests on; empty when on the promise alone
   * @param doubts why the promise itself may be doubtful in law (findings at the same place); kept
   *     apart from the verdict
   * @param places what it is bound to: {@code eu-main/candidate}
   */
  public record About(
      PromiseRef promise,
      String activity,
      Duty duty,
      String kind,
      Way way,
      List<String> clauses,
      String file,
      int line,
      List<LawRef> law,
      List<String> doubts,
      List<String> places) {
    public About {
      clauses = List.copyOf(clauses);
      law = List.copyOf(law);
      doubts = List.copyOf(doubts);
      places = List.copyOf(places);
    }
  }

  /**
   * Who looks after it.
   *
   * @param named whom the charter names; empty when nobody
   * @param owner the person assigned; empty when nobody
   * @param due when the owner wants it mended
   * @param acknowledged that somebody has seen the present verdict
   * @param comments oldest first
   */
  public record Care(
      Optional<String> named,
      Optional<Choice> owner,
      Optional<Instant> due,
      Optional<Mark> acknowledged,
      List<Comment> comments) {
    public Care {
      comments = List.copyOf(comments);
    }
  }

  /** Who did something, and when. */
  public record Mark(String by, Instant at) {}

  /** What a person wrote; shown as plain text, lines kept. */
  public record Comment(String by, Instant at, String text) {}

  /** What may be done on the page. */
  public enum Ability {
    ACKNOWLEDGE,
    ASSIGN,
    COMMENT,
    ATTEST,
    PROVE
  }
}
