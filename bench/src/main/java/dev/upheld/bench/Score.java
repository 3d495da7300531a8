package dev.upheld.bench;

import dev.upheld.connect.Session;
import dev.upheld.datamap.Endpoint;
import dev.upheld.kernel.ProblemException;
import dev.upheld.testing.score.ColumnScore;
import dev.upheld.testing.score.JdbcAddress;
import dev.upheld.testing.score.LinkScore;
import dev.upheld.testing.score.LinkScore.Spelled;
import dev.upheld.testing.score.LinkSurvey;
import dev.upheld.testing.score.Survey;
import dev.upheld.testing.score.Truth;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges a live database and compares with what a person said of it: every miss and every false
 * alarm with its reasons, the figures last. Started by {@code bench/score}.
 */
public final class Score {
  private static final Set<String> VALUES =
      Set.of("--url", "--user", "--password", "--columns", "--links");
  private static final Set<String> FLAGS = Set.of("--hide-foreign-keys", "--schema-only");
  private static final String USAGE =
      """
      usage: bench/score --url JDBC [--columns TRUTH.tsv] [--links LINKS.tsv]
                         [--user NAME] [--password WORD] [--hide-foreign-keys] [--schema-only]

        --url       jdbc:postgresql://HOST:PORT/DB or jdbc:mariadb://HOST:PORT/DB; may carry ?user=..&password=..
        --password  better given as the environment variable UPHELD_SCORE_PASSWORD
        --columns   lines of table, column, category with tabs between; no category: not personal
        --links     lines of from_table, from_columns, to_table, to_columns with tabs between, columns with commas
        --hide-foreign-keys  what the database declares is not looked at, neither for columns nor for links
        --schema-only        no value is read or compared
      """;

  private final Map<String, String> options = new HashMap<>();
  private final Set<String> flags = new HashSet<>();

  private Score(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      int equals = arg.indexOf('=');
      if (FLAGS.contains(arg)) {
        flags.add(arg);
      } else if (equals > 0 && VALUES.contains(arg.substring(0, equals))) {
        options.put(arg.substring(0, equals), arg.substring(equals + 1));
      } else if (VALUES.contains(arg) && i + 1 < args.size()) {
        options.put(arg, args.get(++i));
      } else {
        throw new IllegalArgumentException("not understood: " + arg);
      }
    }
    if (!options.containsKey("--url")
        || (!options.containsKey("--columns") && !options.containsKey("--links"))) {
      throw new IllegalArgumentException("--url is needed, and --columns or --links");
    }
  }

  public static void main(String[] args) throws IOException {
    try {
      new Score(List.of(args)).run(System.out);
    } catch (IllegalArgumentException e) {
      System.err.println("score: " + e.getMessage() + "\n\n" + USAGE);
      System.exit(2);
    } catch (ProblemException e) {
      e.problems().forEach(p -> System.err.println("score: " + p));
      System.exit(1);
    }
  }

  private Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  private void run(PrintStream out) throws IOException {
    Optional<String> password =
        option("--password").or(() -> Optional.ofNullable(System.getenv("UPHELD_SCORE_PASSWORD")));
    Endpoint endpoint =
        JdbcAddress.endpoint(option("--url").orElseThrow(), option("--user"), password);
    try (Session session = Survey.open(endpoint)) {
      if (options.containsKey("--columns")) {
        columns(session, out);
      }
      if (options.containsKey("--links")) {
        links(session, out);
      }
    }
  }

  private void columns(Session session, PrintStream out) throws IOException {
    Truth truth = Truth.parse(Files.readString(Path.of(option("--columns").orElseThrow())));
    Survey survey =
        new Survey(
            flags.contains("--schema-only"),
            flags.contains("--hide-foreign-keys"),
            LocalDate.now(ZoneOffset.UTC));
    ColumnScore score = ColumnScore.of(truth, survey.columns(session));
    score.faults().forEach(out::println);
    out.printf(
        "%d found, %d missed, %d false alarms; %d not personal but unsure; %d columns not in the"
            + " file%n",
        score.found(), score.missed(), score.falseAlarms(), score.unsure(), score.unsaid());
    out.println(score.figures());
  }

  private void links(Session session, PrintStream out) throws IOException {
    Set<Spelled> truth =
        LinkScore.parse(Files.readString(Path.of(option("--links").orElseThrow())));
    Set<String> tables =
        session.describe().tables().stream()
            .map(t -> t.name().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    truth.stream()
        .flatMap(link -> Stream.of(link.from(), link.to()))
        .filter(table -> !tables.contains(table))
        .distinct()
        .forEach(table -> out.println("the file names a table that is not there: " + table));
    LinkScore score =
        LinkScore.of(
            truth,
            LinkSurvey.find(
                session, flags.contains("--schema-only"), flags.contains("--hide-foreign-keys")));
    score.faults().forEach(out::println);
    out.printf(
        "%d links found, %d missed, %d false alarms%n",
        score.found(), score.missed(), score.falseAlarms());
    out.println(score.figures());
  }
}
