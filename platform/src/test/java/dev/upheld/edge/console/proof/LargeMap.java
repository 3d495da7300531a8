package dev.upheld.edge.console.proof;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.edge.console.Language;
import dev.upheld.edge.console.Words;
import dev.upheld.edge.console.view.MapPage;
import dev.upheld.edge.console.view.PromiseRef;
import dev.upheld.testing.TestFolders;
import dev.upheld.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A made-up company with a system of 200 tables and 3,000 columns, and its map. */
public final class LargeMap {
  /** The system with many tables. */
  public static final String SYSTEM = "eu-main";

  /** How many tables it has. */
  public static final int TABLES = 200;

  /** How many columns each has. */
  public static final int COLUMNS = 15;

  private static final Path DEMO = Path.of("..", "examples", "demo").toAbsolutePath().normalize();
  private static final List<String> STEMS =
      List.of("customer", "invoice", "ticket", "message", "session", "applicant", "payment", "log");
  private static final List<String> SUBJECTS = List.of("customers", "candidates", "visitors", "");
  private static final List<String> WORDS = List.of("email", "name", "phone", "country", "login");

  private final Workspace workspace;

  public LargeMap() {
    Path root = TestFolders.create("large-map");
    try {
      copy(root);
      Files.writeString(root.resolve("datamap/" + SYSTEM + ".yaml"), map(new Random(7)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.workspace =
        Workspaces.read(root, References.machine(), LocalDate.of(2026, 11, 22))
            .workspace()
            .orElseThrow();
  }

  private static void copy(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(DEMO)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = root.resolve(DEMO.relativize(file).toString());
        Files.createDirectories(to.resolveSibling(""));
        Files.copy(file, to);
      }
    }
  }

  /** What its page is for a query. */
  public MapPage page(Map<String, String> query) {
    Verdict[] verdicts = Verdict.values();
    return new Mapped(
            workspace,
            activity ->
                List.of(
                    new MapPage.Tile(
                        new PromiseRef("nimbus/" + activity + "/keep", "It goes in time.", "en"),
                        verdicts[Math.floorMod(activity.hashCode(), verdicts.length)])),
            Words.of(Language.EN))
        .page(
            new MapDoor.Query(
                query.get("system"), query.get("place"), query.get("group"), query.get("q")));
  }

  /** The name of a table; some are longer than any frame is wide. */
  public static String table(int n) {
    String stem = STEMS.get(n % STEMS.size());
    return stem + (n % 17 == 0 ? "_with_a_name_that_goes_on_and_on" : "") + "_" + n;
  }

  /** The name of a column. */
  public static String column(int n) {
    return n == 0 ? "id" : n == 1 ? "parent_id" : "column_" + n;
  }

  private String map(Random random) {
    List<String> activities =
        List.of("accounts", "billing", "support", "recruitment", "newsletter", "security-log");
    StringBuilder out = new StringBuilder("system: " + SYSTEM + "\nplaces:\n");
    List<String> kinds = List.of("owns", "shared", "mentions");
    for (int n = 0; n < TABLES; n++) {
      String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
      out.append(
          "  %s:\n    activity: %s\n"
              .formatted(table(n), activities.get(random.nextInt(activities.size()))));
      if (!subject.isEmpty()) {
        out.append("    subject: {%s: id}\n".formatted(subject));
      }
      if (n > 0) {
        out.append(
            "    links: {parent_id: {to: %s.id, kind: %s}}\n"
                .formatted(table(random.nextInt(n)), kinds.get(n % 3)));
      }
      List<String> technical = new ArrayList<>();
      out.append("    fields:\n");
      for (int c = 0; c < COLUMNS; c++) {
        if (c < 2 || c % 3 == 0) {
          technical.add(column(c));
        } else {
          out.append(
              "      %s: {data: %s, end: delete}\n"
                  .formatted(column(c), WORDS.get(c % WORDS.size())));
        }
      }
      out.append("    technical: [%s]\n".formatted(String.join(", ", technical)));
    }
    return out.toString();
  }
}
