package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Promise.Declare;
import dev.upheld.connect.vault.Vault;
import dev.upheld.connect.vault.VaultRows;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.journal.Draft;
import dev.upheld.journal.ReferenceId;
import dev.upheld.journal.References;
import dev.upheld.kernel.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Looks into archives of encrypted files. Rows are shown to those alone whom the charter and the
 * data map name, and not before the journal says so.
 */
public final class Archives {
  /** What kind of id an account of the machine is. */
  private static final String SCOPE = "machine-account";

  private final Retaining.Books books;

  public Archives(Retaining.Books books) {
    this.books = books;
  }

  /**
   * What one place of an archive holds: figures only.
   *
   * @param where the system and the place: {@code vault/contract}
   * @param unconfirmed files that the next run of their rule confirms or removes
   */
  public record Shelf(String where, List<VaultRows.Filed> files, int unconfirmed) {
    public Shelf {
      files = List.copyOf(files);
    }

    /** Of all files. */
    public long rows() {
      return files.stream().mapToLong(VaultRows.Filed::rows).sum();
    }
  }

  /**
   * What archives hold; it needs no reader to be named.
   *
   * @throws ProblemException where one does not open
   */
  public static List<Shelf> list(Workspace workspace) {
    List<Shelf> shelves = new ArrayList<>();
    for (SystemEntry system : workspace.map().systems().values()) {
      if (system.isVault()) {
        Vault vault = Vault.of(system);
        for (Place place : places(workspace, system.id()).values()) {
          VaultRows rows = vault.rows(place.table());
          shelves.add(new Shelf(system.id() + "/" + place.id(), rows.list(), rows.unconfirmed()));
        }
      }
    }
    return shelves;
  }

  private static Map<String, Place> places(Workspace workspace, String system) {
    return workspace.map().places().getOrDefault(system, Map.of());
  }

  /**
   * Who wants to read what.
   *
   * @param where the system and the place
   * @param people whose rows, by word of the place's subjects; empty for all rows
   * @param account of the machine that asks
   */
  public record Asked(String where, Map<String, List<String>> people, String account) {
    public Asked {
      people = Map.copyOf(people);
    }
  }

  /**
   * Reads rows.
   *
   * @return how many
   * @throws ProblemException where nobody named the account, or a file does not open
   */
  public long read(Workspace workspace, Asked asked, VaultRows.Sink sink) {
    int slash = asked.where().indexOf('/');
    String system = asked.where().substring(0, Math.max(slash, 0));
    Place place =
        Optional.ofNullable(places(workspace, system).get(asked.where().substring(slash + 1)))
            .orElseThrow(() -> unknown(workspace));
    SystemEntry entry =
        Optional.ofNullable(workspace.map().systems().get(system))
            .filter(SystemEntry::isVault)
            .orElseThrow(() -> unknown(workspace));
    String role = role(workspace, place, asked.account());
    Set<String> words = new TreeSet<>(asked.people().keySet());
    words.removeAll(place.subjects().keySet());
    if (!words.isEmpty()) {
      throw RetentionProblem.UNFIT.because(
          "Rows of " + asked.where() + " are found by other words than these.",
          "Name people by " + String.join(", ", place.subjects().keySet()) + ".");
    }
    VaultRows rows = Vault.of(entry).rows(place.table());
    journalled(asked, role, rows.count(asked.people()));
    return rows.read(asked.people(), sink);
  }

  private static ProblemException unknown(Workspace workspace) {
    String known =
        workspace.map().systems().values().stream()
            .filter(SystemEntry::isVault)
            .flatMap(s -> places(workspace, s.id()).keySet().stream().map(p -> s.id() + "/" + p))
            .collect(Collectors.joining(", "));
    return RetentionProblem.UNKNOWN.because(
        "There is no such place in an archive of files.",
        known.isEmpty() ? "The data map names none." : "There are: " + known + ".");
  }

  /** As what the account may look. */
  private static String role(Workspace workspace, Place place, String account) {
    Set<String> roles = new TreeSet<>(place.readers().keySet());
    List<String> charter = charter(workspace, place);
    if (!charter.isEmpty()) {
      roles.retainAll(charter);
    }
    return roles.stream()
        .filter(role -> place.readers().getOrDefault(role, Set.of()).contains(account))
        .findFirst()
        .orElseThrow(
            () ->
                RetentionProblem.NOT_NAMED.because(
                    "Nobody named this account as one that may look into this archive.",
                    "Name it in the data map under readers of the place, by a role that the charter"
                        + " names under readers of the stage."));
  }

  /** Roles that the charter lets look at the stage of a place; empty where it says nothing. */
  private static List<String> charter(Workspace workspace, Place place) {
    return workspace.promises().stream()
        .filter(Declare.class::isInstance)
        .map(Declare.class::cast)
        .filter(d -> d.what().equals("readers") && ReadersProber.isMeant(d, place))
        .flatMap(d -> ReadersProber.roles(d).stream())
        .toList();
  }

  private void journalled(Asked asked, String role, long rows) {
    books
        .store()
        .inTransaction(
            tx -> {
              ReferenceId who = References.of(tx, SCOPE, asked.account());
              return books
                  .journal()
                  .append(
                      tx,
                      new Draft(
                          "archive.read",
                          Optional.of(who),
                          Map.of(
                              "place",
                              asked.where(),
                              "role",
                              role,
                              "rows",
                              rows,
                              "of-people",
                              !asked.people().isEmpty())));
            });
  }
}
