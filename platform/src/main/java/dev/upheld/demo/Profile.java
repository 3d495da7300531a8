package dev.upheld.demo;

import dev.upheld.kernel.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a fictional company is like: its databases and what can be wrong in them.
 *
 * @param id the name of its folder below {@code examples}
 * @param company as its charter says; begins the ids of its promises
 * @param databases one or more
 * @param faults all there are, by number
 * @param usual ids of those that are planted when nothing else is asked
 */
public record Profile(
    String id, String company, List<Database> databases, List<Fault> faults, Set<String> usual) {
  public Profile {
    databases = List.copyOf(databases);
    faults = List.copyOf(faults);
    usual = Set.copyOf(usual);
  }

  /** A company in which nothing can be wrong yet. */
  public static Profile of(String id, String company, Database... databases) {
    return new Profile(id, company, List.of(databases), List.of(), Set.of());
  }

  /**
   * With one more thing that can be wrong.
   *
   * @param in the id of the database
   * @param breaks all statements of its charter that it breaks: {@code accounts/keep}
   */
  public Profile fault(String in, Damage damage, String... breaks) {
    Set<String> promises =
        Stream.of(breaks).map(p -> company + "/" + p).collect(Collectors.toSet());
    List<Fault> more = new ArrayList<>(faults);
    more.add(new Fault(faults.size() + 1, damage, database(in), promises));
    return new Profile(id, company, databases, more, usual);
  }

  /** With these faults planted when nothing else is asked. */
  public Profile usually(String... ids) {
    Profile chosen = new Profile(id, company, databases, faults, Set.of(ids));
    chosen.usual.forEach(chosen::fault);
    return chosen;
  }

  /** The database of this id. */
  public Database database(String wanted) {
    return databases.stream()
        .filter(d -> d.id().equals(wanted))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(id + " has no database " + wanted));
  }

  /** The faults that are planted when nothing else is asked. */
  public Set<Fault> usualFaults() {
    return usual.stream().map(this::fault).collect(Collectors.toSet());
  }

  /**
   * The faults of a list of ids with commas; {@code none} for a healthy company, {@code all} for
   * every one.
   *
   * @throws ProblemException when there is no fault of an id
   */
  public Set<Fault> parse(String written) {
    return switch (written.strip()) {
      case "none" -> Set.of();
      case "all" -> Set.copyOf(faults);
      default -> Arrays.stream(written.split(",")).map(this::fault).collect(Collectors.toSet());
    };
  }

  /**
   * The fault of this id.
   *
   * @throws ProblemException when there is none
   */
  public Fault fault(String wanted) {
    return faults.stream()
        .filter(f -> f.id().equals(wanted.strip()))
        .findFirst()
        .orElseThrow(this::unknown);
  }

  private ProblemException unknown() {
    String ids = faults.stream().map(Fault::id).collect(Collectors.joining(", "));
    return DemoProblem.OPTION.because(
        "There is no fault of that name.", "Choose from: none, all, " + ids + ".");
  }
}
