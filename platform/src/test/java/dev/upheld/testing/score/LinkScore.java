package dev.upheld.testing.score;

import dev.upheld.datamap.links.ProposedLink;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Proposed links against the true ones. A link is right when both tables and all columns are; the
 * order of the columns does not matter, nor does case.
 *
 * @param faults a line for each miss and each false alarm, with its reasons
 */
public record LinkScore(int found, int missed, int falseAlarms, List<String> faults) {
  public LinkScore {
    faults = List.copyOf(faults);
  }

  /** A link, spelled so that equal ones are equal. */
  public record Spelled(String from, Set<String> pairs, String to) {
    public Spelled {
      pairs = Set.copyOf(pairs);
    }

    static Spelled of(String from, List<String> here, String to, List<String> there) {
      Set<String> pairs = new TreeSet<>();
      for (int i = 0; i < here.size(); i++) {
        pairs.add(lower(here.get(i)) + " = " + lower(there.get(i)));
      }
      return new Spelled(bare(from), pairs, bare(to));
    }

    /** Files name tables with or without their schema. */
    private static String bare(String table) {
      return lower(table.substring(table.lastIndexOf('.') + 1));
    }

    private static String lower(String name) {
      return name.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
      return from + " -> " + to + " " + new TreeSet<>(pairs);
    }
  }

  /**
   * Reads lines of from_table, from_columns, to_table, to_columns with tabs between them; columns
   * with commas. Headings, empty lines and lines that begin with {@code #} are passed over.
   *
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public static Set<Spelled> parse(String text) {
    Set<Spelled> links = new LinkedHashSet<>();
    List<String> lines = text.replace("\ufeff", "").lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.startsWith("#") || line.startsWith("from_table\t")) {
        continue;
      }
      String[] parts = line.split("\t", -1);
      List<String> here = parts.length < 4 ? List.of() : List.of(parts[1].split(",", -1));
      if (here.isEmpty() || here.size() != parts[3].split(",", -1).length) {
        throw new IllegalArgumentException(
            "line %d has no table, columns, table and as many columns".formatted(i + 1));
      }
      links.add(Spelled.of(parts[0], here, parts[2], List.of(parts[3].split(",", -1))));
    }
    return links;
  }

  /** A link as a person would have written it down. */
  public static Spelled spelled(ProposedLink link) {
    return Spelled.of(
        link.from().toString(), link.fromColumns(), link.to().toString(), link.toColumns());
  }

  public static LinkScore of(Set<Spelled> truth, List<ProposedLink> proposed) {
    List<String> faults = new ArrayList<>();
    Set<Spelled> right = new LinkedHashSet<>();
    int wrong = 0;
    for (ProposedLink link : proposed) {
      Spelled spelled = spelled(link);
      if (truth.contains(spelled)) {
        right.add(spelled);
      } else {
        wrong++;
        faults.add("false alarm: " + spelled + " " + link.confidence() + " " + link.reasons());
      }
    }
    truth.stream().filter(t -> !right.contains(t)).forEach(t -> faults.add("missed: " + t));
    return new LinkScore(right.size(), truth.size() - right.size(), wrong, faults);
  }

  /** Of the proposed links, the share that is right; 1 when none is proposed. */
  public double precision() {
    return found + falseAlarms == 0 ? 1 : (double) found / (found + falseAlarms);
  }

  /** Of the true links, the share that is found; 1 when there is none. */
  public double recall() {
    return found + missed == 0 ? 1 : (double) found / (found + missed);
  }

  /** The line that programs read. */
  public String figures() {
    return String.format(Locale.ROOT, "links precision=%.3f recall=%.3f", precision(), recall());
  }

  /** Both counted together. */
  public LinkScore and(LinkScore other) {
    List<String> all = new ArrayList<>(faults);
    all.addAll(other.faults);
    return new LinkScore(
        found + other.found, missed + other.missed, falseAlarms + other.falseAlarms, all);
  }
}
