package dev.upheld.architecture;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may import whom, below one package root. Every package may import itself, its sub-packages,
 * the JDK and the libraries of the build.
 */
final class ImportTable {

  /**
   * The house, top first. A line is a package and what it may import; {@code duty/*} stands for
   * each folder under duty, none of which may import another; likewise {@code edge/*}. "all above"
   * means the lines before; "demo" hands its data to the app, so no edge imports it.
   */
  private static final String ROWS =
      """
      kernel    | -
      law       | kernel
      charter   | kernel, law
      datamap   | kernel, charter
      verdict   | kernel, charter
      crypto    | kernel
      store     | kernel
      job       | kernel, store
      journal   | kernel, crypto, store, verdict
      connect   | kernel, crypto, datamap
      register  | kernel, crypto, store, journal
      mail      | kernel, crypto, store, job
      access    | kernel, crypto, store, job, journal, mail
      probe     | kernel, charter, datamap, verdict, connect, store, journal, job, mail
      discover  | kernel, charter, datamap, verdict, connect, store, journal, job, probe
      engine    | all above except mail, probe, discover
      duty/*    | all above
      edge/*    | all above
      demo      | kernel, charter, datamap, connect, store
      app       | all above
      """;

  private final Map<String, Set<String>> mayImport = new LinkedHashMap<>();
  private final Map<String, String> wording = new LinkedHashMap<>();

  private ImportTable() {}

  /** The table of the house. */
  static ImportTable ofTheHouse() {
    ImportTable table = new ImportTable();
    ROWS.lines()
        .map(row -> row.split("[|]", -1))
        .forEach(row -> table.add(row[0].strip(), row[1].strip()));
    return table;
  }

  private void add(String row, String allowed) {
    wording.put(row, allowed);
    mayImport.put(row, Set.copyOf(parse(allowed)));
  }

  private Set<String> parse(String allowed) {
    if (allowed.equals("-")) {
      return Set.of();
    }
    if (!allowed.startsWith("all above")) {
      return names(allowed);
    }
    Set<String> above = new LinkedHashSet<>(mayImport.keySet());
    above.removeAll(names(allowed.replaceFirst("all above( except)?", "")));
    return above;
  }

  private Set<String> names(String list) {
    Set<String> names = new LinkedHashSet<>(Arrays.asList(list.strip().split(",\\s*")));
    names.remove("");
    if (!mayImport.keySet().containsAll(names)) {
      throw new IllegalStateException("the table names a package that is not above: " + list);
    }
    return names;
  }

  /** Each row's package and the words that say what it may import, top first. */
  Map<String, String> wording() {
    return new LinkedHashMap<>(wording);
  }

  /** The row of a unit: {@code duty/request} is in row {@code duty/*}. */
  Optional<String> row(String unit) {
    String row = unit.contains("/") ? unit.substring(0, unit.indexOf('/')) + "/*" : unit;
    return mayImport.containsKey(row) ? Optional.of(row) : Optional.empty();
  }

  /** Whether a class of one unit may use a class of another. */
  boolean allows(String from, String to) {
    if (from.equals(to)) {
      return row(from).isPresent();
    }
    Set<String> allowed = row(from).map(f -> mayImport.getOrDefault(f, Set.of())).orElse(Set.of());
    return row(to).filter(allowed::contains).isPresent();
  }

  /**
   * The unit a package belongs to: its first folder below the root, or its first two below duty and
   * edge.
   */
  static String unit(String root, String packageName) {
    if (packageName.equals(root)) {
      return "";
    }
    String[] folders = packageName.substring(root.length() + 1).split("\\.", -1);
    boolean grouped = folders[0].equals("duty") || folders[0].equals("edge");
    return grouped && folders.length > 1 ? folders[0] + "/" + folders[1] : folders[0];
  }
}
