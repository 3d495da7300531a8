package dev.upheld.discover.review;

import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.WholeFile;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.ProblemException;
import dev.upheld.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What people see of the data maps and decide about them. Files are the truth: each look reads the
 * file, each decision changes it and is journalled. Thread-safe.
 */
public final class Review {
  /** As many changes as one entry of the journal names; the rest is counted. */
  private static final int MOST_TOLD = 200;

  private final Supplier<Workspace> workspace;
  private final Store store;
  private final Journal journal;
  private final Glimpses glimpses;
  private final Runnable changed;

  /**
   * @param workspace as it was last read
   * @param changed told after a file was changed, so that it is read again
   */
  public Review(
      Supplier<Workspace> workspace,
      Store store,
      Journal journal,
      Glimpses glimpses,
      Runnable changed) {
    this.workspace = workspace;
    this.store = store;
    this.journal = journal;
    this.glimpses = glimpses;
    this.changed = changed;
  }

  /** Every system of the workspace that a data map can speak of, as it stands in the files. */
  public List<MapSheet> systems() {
    return workspace.get().map().systems().keySet().stream()
        .filter(system -> Files.exists(path(system)))
        .map(this::sheet)
        .toList();
  }

  /** Systems that can be asked and have no data map yet. */
  public List<String> unmapped() {
    return workspace.get().map().systems().values().stream()
        .filter(s -> s.access().isPresent() || s.unreachable().isPresent())
        .map(SystemEntry::id)
        .filter(system -> !Files.exists(path(system)))
        .toList();
  }

  /**
   * The data map of a system as it stands in its file.
   *
   * @throws ProblemException when there is no such system, or its file cannot be read
   */
  public MapSheet sheet(String system) {
    return SheetReader.read(workspace.get(), known(system), text(system));
  }

  /** What the table of a place looks like just now; never throws for the system's sake. */
  public Glimpse glimpse(String system, PlaceSheet place, Set<String> columns) {
    return Optional.ofNullable(workspace.get().map().systems().get(known(system)))
        .filter(entry -> entry.access().isPresent())
        .map(entry -> glimpses.look(entry, place.place().table(), columns))
        .orElse(Glimpse.none(Glimpse.State.AWAY));
  }

  private String known(String system) {
    if (!workspace.get().map().systems().containsKey(system)) {
      throw ReviewProblem.NO_SYSTEM.because(
          "The workspace has no such system.", "Choose one of those in systems.yaml.");
    }
    return system;
  }

  /**
   * Carries decisions out: in the file, all or none, and in the journal.
   *
   * @param digest of the file as the person saw it
   * @throws ProblemException when it changed since, or the decisions cannot be carried out; then
   *     nothing was changed
   */
  public synchronized void decide(
      String system, String digest, List<Decision> decisions, ReferenceId who) {
    if (decisions.isEmpty()) {
      throw ReviewProblem.NOTHING.because("Nothing was decided.", "Choose something first.");
    }
    String before = text(known(system));
    requireSame(system, digest, before);
    String after = Decisions.apply(workspace.get(), system, before, decisions);
    if (!after.equals(before)) {
      put(new Change(system, digest, before, after), Decisions.told(decisions), who);
    }
  }

  /**
   * What becomes of a data map.
   *
   * @param digest of the file as the person saw it
   */
  record Change(String system, String digest, String before, String after) {}

  /**
   * Changes the file, and says so in the journal.
   *
   * @param told what, in words of the map only
   * @throws ProblemException when the file is not what the person saw, or cannot be written; then
   *     nothing was changed
   */
  synchronized void put(Change change, List<String> told, ReferenceId who) {
    requireSame(change.system(), change.digest(), change.before());
    store.inTransaction(
        tx -> {
          journal.append(tx, entry(change, told, who));
          requireSame(change.system(), change.digest(), text(change.system()));
          write(change.system(), change.after());
          return true;
        });
    changed.run();
  }

  private void requireSame(String system, String digest, String text) {
    if (!Digest.of(text).equals(digest)) {
      throw ReviewProblem.CHANGED_MEANWHILE.at(
          Location.wholeFile(file(system)),
          "The data map was changed since this page was shown.",
          "Look at it again and decide then; nothing was written.");
    }
  }

  private static Draft entry(Change change, List<String> told, ReferenceId who) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("system", change.system());
    facts.put("decisions", told.size());
    facts.put("changes", new ArrayList<>(told.subList(0, Math.min(MOST_TOLD, told.size()))));
    facts.put("before", Digest.of(change.before()));
    facts.put("after", Digest.of(change.after()));
    return new Draft("datamap.changed", Optional.of(who), facts);
  }

  private static String file(String system) {
    return "datamap/" + system + ".yaml";
  }

  private Path path(String system) {
    return workspace.get().root().resolve("datamap").resolve(system + ".yaml");
  }

  private String text(String system) {
    try {
      return Files.readString(path(system));
    } catch (IOException e) {
      throw ReviewProblem.CANNOT_WRITE.at(
          Location.wholeFile(file(system)),
          "There is no data map of this system, or it cannot be read.",
          "Have Upheld look at the system first, or check that this account may read the file.");
    }
  }

  private void write(String system, String text) {
    try {
      WholeFile.write(path(system), text);
    } catch (IOException e) {
      throw ReviewProblem.CANNOT_WRITE.at(
          Location.wholeFile(file(system)),
          "The data map cannot be written.",
          "Check that the server's account may write it and that the disk has room.");
    }
  }
}
