package dev.upheld.edge.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The journal, newest entries first. The filter is a GET form to {@code /journal} with {@code kind}
 * (the beginning of a kind, {@code promise}); {@code before} (a number) pages back. The export is
 * {@code GET /journal/export}.
 *
 * @param entries of this page
 * @param kinds what the filter offers: {@code promise}, {@code session}
 * @param kind what is filtered; empty text for all
 * @param older the number to give as {@code before} for the next page; empty on the last
 * @param chain the state of the chain
 * @param mayExport whether the person looking may take the journal away
 */
public record JournalPage(
    List<Entry> entries,
    List<String> kinds,
    String kind,
    Optional<Long> older,
    Chain chain,
    boolean mayExport)
    implements View {
  public JournalPage {
    entries = List.copyOf(entries);
    kinds = List.copyOf(kinds);
  }

  /**
   * One entry.
   *
   * @param number its place in the chain, from 1
   * @param kind {@code promise.broken}
   * @param actor who did it, resolved for people who may see it; empty for Upheld itself and for
   *     people whose reference was erased
   * @param facts in order
   * @param digest of the entry, in hexadecimal
   */
  public record Entry(
      long number,
      Instant at,
      String kind,
      Optional<String> actor,
      List<Fact> facts,
      String digest) {
    public Entry {
      facts = List.copyOf(facts);
    }
  }

  /** One fact of an entry, as text. */
  public record Fact(String name, String value) {}

  /**
   * How the chain stands.
   *
   * @param length entries in all
   * @param fault the first entry that is not as it was written or is missing; empty for none
   * @param checked when all entries were gone through last, from the first on, and their hashes
   *     computed anew; empty for not since the server started
   * @param through the last entry whose hash was computed anew; 0 for none
   * @param checkpoint number of the last signed entry; empty when nothing is signed yet
   */
  public record Chain(
      State state,
      long length,
      Optional<Long> fault,
      Optional<Instant> checked,
      long through,
      Optional<Long> checkpoint) {}

  /** Whether the chain holds. */
  public enum State {
    INTACT,
    NOT_CHECKED,
    DAMAGED
  }
}
