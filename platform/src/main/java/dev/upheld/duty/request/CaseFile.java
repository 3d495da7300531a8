package dev.upheld.duty.request;

import dev.upheld.journal.ReferenceId;
import dev.upheld.law.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Everything there is about one request.
 *
 * @param line what the inbox shows
 * @param language in which the person is written to
 * @param proved how and when it became clear who asks
 * @param due every date, by the law and the charter of today
 * @param extension the reason that was told for taking longer
 * @param digest of the plan that was approved
 * @param contents what tells who asks; empty once the file was erased
 * @param turns what happened, oldest first
 * @param erased when the file was erased
 * @param eraseAfter the last day it is kept, once it is answered
 */
public record CaseFile(
    CaseLine line,
    String language,
    Optional<Proof> proved,
    Due due,
    Optional<String> extension,
    Optional<String> digest,
    Optional<Contents> contents,
    List<RightLine> rights,
    List<Pause> pauses,
    List<Message> messages,
    List<Task> tasks,
    List<Turn> turns,
    Optional<LocalDate> eraseAfter,
    Optional<Instant> erased) {
  public CaseFile {
    rights = List.copyOf(rights);
    pauses = List.copyOf(pauses);
    messages = List.copyOf(messages);
    tasks = List.copyOf(tasks);
    turns = List.copyOf(turns);
  }

  /** The name of the request. */
  public CaseRef ref() {
    return line.ref();
  }

  /**
   * That it is clear who asks: nothing else of the check is kept.
   *
   * @param method its word: {@code code}, {@code account}, {@code document}, {@code other}
   */
  public record Proof(String method, LocalDate on) {}

  /** What became of one right. */
  public enum Outcome {
    OPEN,
    KEPT,
    REFUSED
  }

  /**
   * One right of the request.
   *
   * @param due the day to answer this right by; the request as a whole has the earliest of them
   * @param ground why it was refused, as the law says it
   * @param words why, for this person
   */
  public record RightLine(
      String right,
      Outcome outcome,
      LocalDate due,
      Optional<String> ground,
      Optional<String> words) {}

  /** A message; {@code words} is empty once the file was erased. */
  public record Message(Instant at, boolean fromPerson, String words) {}

  /**
   * Something to do by hand.
   *
   * @param owner who does it
   * @param result what was done
   * @param system in which it is done, where it is one of the data map
   * @param reported what a program said of it
   */
  public record Task(
      UUID id,
      Optional<ReferenceId> owner,
      LocalDate due,
      String words,
      Optional<Instant> done,
      Optional<String> result,
      Optional<String> system,
      Optional<Reported> reported) {}

  /**
   * What a program said of a task.
   *
   * @param key which one it was
   * @param counts what was done, by word
   * @param failed when it said that it cannot do it; the task waits for somebody
   */
  public record Reported(String key, SortedMap<String, Long> counts, Optional<Instant> failed) {
    public Reported {
      counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
  }

  /**
   * A turn of the request, as the journal has it.
   *
   * @param what its word: {@code extended}
   * @param entry the number of the journal's entry
   */
  public record Turn(Instant at, String what, long entry, Optional<ReferenceId> actor) {}
}
