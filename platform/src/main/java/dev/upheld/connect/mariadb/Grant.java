package dev.upheld.connect.mariadb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code SHOW GRANTS} that speaks of tables.
 *
 * @param whole privileges on all columns, upper case: {@code SELECT}, {@code ALL PRIVILEGES}
 * @param partial privileges on some columns
 * @param database a pattern as GRANT takes it; empty means every database
 * @param table empty means every table
 */
record Grant(
    Set<String> whole, Set<String> partial, Optional<String> database, Optional<String> table) {
  private static final String NAME = "\\*|`(?:[^`]|``)+`";
  private static final Pattern LINE =
      Pattern.compile(
          "GRANT (.+?) ON (?:TABLE )?(" + NAME + ")\\.(" + NAME + ") TO .*", Pattern.DOTALL);

  /** Reading the structure of what is there; these change nothing and show little. */
  private static final Set<String> HARMLESS =
      Set.of("SELECT", "USAGE", "SHOW VIEW", "SHOW DATABASES", "PROCESS", "SHOW CREATE ROUTINE");

  Grant {
    whole = Set.copyOf(whole);
    partial = Set.copyOf(partial);
  }

  /** The grant a line tells of; empty where it is about something else. */
  static Optional<Grant> parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Set<String> whole = new TreeSet<>();
    Set<String> partial = new TreeSet<>();
    for (String privilege : split(matcher.group(1))) {
      int columns = privilege.indexOf('(');
      String word = (columns < 0 ? privilege : privilege.substring(0, columns)).strip();
      (columns < 0 ? whole : partial).add(word.toUpperCase(Locale.ROOT));
    }
    if (line.contains(" WITH GRANT OPTION")) {
      whole.add("GRANT OPTION");
    }
    return Optional.of(new Grant(whole, partial, name(matcher.group(2)), name(matcher.group(3))));
  }

  /** At commas that are not within a list of columns. */
  private static List<String> split(String privileges) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < privileges.length(); i++) {
      char c = privileges.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(privileges.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(privileges.substring(start));
    return parts;
  }

  private static Optional<String> name(String written) {
    return written.equals("*")
        ? Optional.empty()
        : Optional.of(written.substring(1, written.length() - 1).replace("``", "`"));
  }

  /** Whether every table of the database may be read in full. */
  boolean readsAll(String name) {
    return table.isEmpty() && reads() && covers(name);
  }

  /** Whether the table may be read in full. */
  boolean reads(String name, String asked) {
    return reads() && covers(name) && table.filter(t -> !t.equals(asked)).isEmpty();
  }

  private boolean reads() {
    return has("SELECT");
  }

  private boolean has(String privilege) {
    return whole.contains(privilege) || whole.contains("ALL PRIVILEGES");
  }

  /** Whether this may be done with the table. */
  boolean allows(String privilege, String name, String asked) {
    return has(privilege) && covers(name) && table.filter(t -> !t.equals(asked)).isEmpty();
  }

  /** Grants on a table name the database exactly; those on a database may use wildcards. */
  private boolean covers(String name) {
    return database
        .map(d -> table.isPresent() ? d.equals(name) : pattern(d).matcher(name).matches())
        .orElse(true);
  }

  private static Pattern pattern(String like) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      if (c == '\\' && i + 1 < like.length()) {
        i++;
        regex.append(Pattern.quote(String.valueOf(like.charAt(i))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  /** What goes beyond reading, in words; empty when nothing does. */
  Optional<String> excess() {
    Set<String> beyond = new TreeSet<>(whole);
    beyond.addAll(partial);
    beyond.removeAll(HARMLESS);
    return beyond.isEmpty()
        ? Optional.empty()
        : Optional.of("The account has " + String.join(", ", beyond) + " on " + where() + ".");
  }

  private String where() {
    return database.map(d -> d + "." + table.orElse("*")).orElse("the whole server");
  }
}
