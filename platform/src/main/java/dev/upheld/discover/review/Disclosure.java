package dev.upheld.discover.review;

import static dev.upheld.store.generated.Tables.DISCOVER_PURPOSE;

import dev.upheld.connect.Value;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.store.Store;
import dev.upheld.store.generated.tables.records.DiscoverPurposeRecord;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/**
 * Shows values of a column to a person who may see them and says what for. That they asked is
 * journalled before a value is read; the words of the purpose stand beside the journal and can be
 * erased; the values go to whoever asked and nowhere else. Thread-safe.
 */
public final class Disclosure {
  /** As many values as are shown at once. */
  public static final int MOST = 10;

  /** Fewer characters say nothing. */
  public static final int SHORTEST_PURPOSE = 10;

  /** As the table takes. */
  public static final int LONGEST_PURPOSE = 1_000;

  private static final int LONGEST_VALUE = 200;
  private static final int LONGEST_BYTES = 32;

  private final Supplier<Workspace> workspace;
  private final Store store;
  private final Journal journal;
  private final Glimpses glimpses;
  private final InstantSource clock;

  /**
   * @param workspace as it was last read
   */
  public Disclosure(
      Supplier<Workspace> workspace,
      Store store,
      Journal journal,
      Glimpses glimpses,
      InstantSource clock) {
    this.workspace = workspace;
    this.store = store;
    this.journal = journal;
    this.glimpses = glimpses;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param column a name; refused unless the data map or the system speaks of it
   * @param purpose in the person's words, within the bounds of this class
   */
  public record Request(String system, PlaceSheet place, String column, String purpose) {}

  /**
   * A few values, long ones cut.
   *
   * @throws ProblemException when the system cannot be asked; that somebody asked for a column
   *     there is is journalled all the same
   */
  public List<String> show(Request request, ReferenceId who) {
    if (request.purpose().length() < SHORTEST_PURPOSE
        || request.purpose().length() > LONGEST_PURPOSE) {
      throw ReviewProblem.NO_PURPOSE.because(
          "The purpose is missing, or too long.", "Say in a sentence what the values are for.");
    }
    SystemEntry system =
        Optional.ofNullable(workspace.get().map().systems().get(request.system()))
            .orElseThrow(
                () ->
                    ReviewProblem.NO_SYSTEM.because(
                        "The workspace has no such system.",
                        "Choose one of those in systems.yaml."));
    requireKnown(request, system);
    note(request, who);
    List<String> values = new ArrayList<>();
    glimpses.values(
        system,
        request.place().place().table(),
        request.column(),
        MOST,
        value -> values.add(shown(value)));
    return values;
  }

  /** The journal keeps no words of a client's own. */
  private void requireKnown(Request request, SystemEntry system) {
    PlaceSheet place = request.place();
    boolean mapped = place.columns().stream().anyMatch(c -> c.name().equals(request.column()));
    if (!mapped) {
      glimpses.requireColumn(system, place.place().table(), request.column());
    }
  }

  private void note(Request request, ReferenceId who) {
    Map<String, Object> facts =
        Map.of(
            "system", request.system(),
            "place", request.place().id(),
            "column", request.column(),
            "most", MOST,
            "purpose", "stated");
    store.inTransaction(
        tx -> {
          Draft draft = new Draft("datamap.values-shown", Optional.of(who), facts);
          long entry = journal.append(tx, draft).sequence();
          return tx.insertInto(DISCOVER_PURPOSE)
              .set(
                  new DiscoverPurposeRecord(
                      entry,
                      who.value(),
                      clock.instant().truncatedTo(ChronoUnit.MICROS),
                      request.purpose()))
              .execute();
        });
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(var text) -> cut(text);
      case Value.Whole(var number) -> cut(number.toString());
      case Value.Bytes(var bytes) ->
          HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, LONGEST_BYTES));
    };
  }

  private static String cut(String text) {
    int letters = text.codePointCount(0, text.length());
    return letters <= LONGEST_VALUE
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }

  /** Erases what a person said, within the caller's transaction. */
  public static void forget(DSLContext tx, ReferenceId person) {
    UUID id = person.value();
    tx.deleteFrom(DISCOVER_PURPOSE).where(DISCOVER_PURPOSE.PERSON.eq(id)).execute();
  }
}
