package dev.upheld.edge.cli;

import dev.upheld.charter.shape.Shapes;
import dev.upheld.datamap.adopt.Adoption;
import dev.upheld.datamap.adopt.Newcomer;
import dev.upheld.datamap.adopt.Task;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.WorkspaceReading;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.law.Packs;
import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code upheld init --from}: begins with another company's workspace. */
final class InitFrom {
  private static final String CHECKLIST = "CHECKLIST.md";
  private static final List<String> PARTS =
      List.of("charter.yaml", "systems.yaml", "texts", "datamap", "docs", "packs");
  private static final Pattern TEXT = Pattern.compile(".*\\.(yaml|md|txt)");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} .,'&()-]{0,79}");
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._+-]{1,64}@[a-z0-9.-]{3,200}");

  private final Surroundings around;
  private final Path root;

  InitFrom(Surroundings around, Path root) {
    this.around = around;
    this.root = root;
  }

  int begin(String from, InitCommand.Asked written) {
    Path source = source(from);
    Workspace sound = WorkspaceArgument.sound(around.engine(), around, source);
    Newcomer newcomer = newcomer(asked(written));
    newcomer.law().ifPresent(law -> known(law, sound.charter().law().packs()));
    Map<String, String> texts = new TreeMap<>();
    Map<String, byte[]> others = new TreeMap<>();
    read(source, texts, others);
    Adoption adoption = Adoption.of(String.valueOf(source.getFileName()), texts, newcomer);
    write(adoption, others);
    tell(from, adoption, others.size());
    return Exit.OK;
  }

  private Path source(String from) {
    Path folder = around.path(Path.of(from));
    if (Files.isRegularFile(folder.resolve("charter.yaml"))) {
      return folder;
    }
    List<String> names = examples();
    if (names.contains(from)) {
      return around.engine().examples().resolve(from);
    }
    throw new ProblemException(
        Problem.of(
            CliProblem.UNKNOWN_EXAMPLE,
            "There is no example and no workspace called " + Words.safe(from) + ".",
            Nearest.to(from, names).map(n -> "Did you mean " + n + "? ").orElse("")
                + "The examples are "
                + String.join(", ", names)
                + "; or name a folder with charter.yaml."));
  }

  private List<String> examples() {
    Path folder = around.engine().examples();
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(e -> Files.isRegularFile(e.resolve("charter.yaml")))
          .map(e -> String.valueOf(e.getFileName()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /** At a terminal, what was not written on the command line is asked for. */
  private InitCommand.Asked asked(InitCommand.Asked written) {
    @Nullable Console console = around.screen().live() ? System.console() : null;
    if (console == null || !written.company().equals("acme")) {
      return written;
    }
    return new InitCommand.Asked(
        ask(console, "Short name, first part of every promise's id", written.company()),
        ask(console, "Name of the company", written.name()),
        maybe(console, "Address of the data protection officer", written.contact()),
        maybe(console, "Country, two letters", written.country()),
        maybe(console, "Pack of the law, such as fr", written.law()));
  }

  private static String ask(Console console, String what, String usual) {
    @Nullable String said = console.readLine("%s [%s]: ", what, usual);
    return said == null || said.isBlank() ? usual : said.strip();
  }

  private static @Nullable String maybe(Console console, String what, @Nullable String usual) {
    @Nullable String said = usual == null ? console.readLine("%s [leave open]: ", what) : usual;
    return said == null || said.isBlank() ? null : said.strip();
  }

  private static Newcomer newcomer(InitCommand.Asked asked) {
    InitCommand.require(
        InitCommand.ID,
        asked.company(),
        "company id",
        "Use lower-case letters, digits and dashes, such as acme.");
    InitCommand.require(
        NAME,
        asked.name(),
        "company name",
        "Begin with a letter; then also spaces and . , ' & ( ) -");
    check(ADDRESS, asked.contact(), "address", "Write it like dpo@acme.example.");
    if (asked.country() != null && !Shapes.isCountry(asked.country())) {
      throw new ProblemException(
          Problem.of(
              CliProblem.BAD_NAME,
              "That is not a country.",
              "Use two capital letters of ISO 3166, such as FR."));
    }
    check(InitCommand.ID, asked.law(), "name of a pack", "Name a pack such as fr or eu-gdpr.");
    return new Newcomer(
        asked.company(),
        asked.name(),
        Optional.ofNullable(asked.contact()),
        Optional.ofNullable(asked.country()),
        Optional.ofNullable(asked.law()));
  }

  /** A pack nobody has would leave a workspace that cannot be read. */
  private static void known(String law, Packs packs) {
    if (packs.pack(law).isEmpty()) {
      throw new ProblemException(
          Problem.of(
              CliProblem.BAD_NAME,
              "There is no pack " + law + ".",
              Nearest.to(law, packs.ids()).map(n -> "Did you mean " + n + "? ").orElse("")
                  + "The packs are "
                  + String.join(", ", packs.ids())
                  + "."));
    }
  }

  private static void check(Pattern form, @Nullable String value, String what, String mend) {
    if (value != null) {
      InitCommand.require(form, value, what, mend);
    }
  }

  private static void read(Path source, Map<String, String> texts, Map<String, byte[]> others) {
    for (Path part : PARTS.stream().map(source::resolve).filter(Files::exists).toList()) {
      try (Stream<Path> files = Files.walk(part)) {
        for (Path file : files.filter(InitFrom::isFile).toList()) {
          String path = source.relativize(file).toString().replace('\\', '/');
          byte[] bytes = Files.readAllBytes(file);
          if (TEXT.matcher(path).matches()) {
            texts.put(path, new String(bytes, StandardCharsets.UTF_8));
          } else {
            others.put(path, bytes);
          }
        }
      } catch (IOException e) {
        throw unreadable(part, e);
      }
    }
  }

  /** A link could lead to what is none of the workspace's; nobody would see it in the copy. */
  private static boolean isFile(Path file) {
    if (Files.isSymbolicLink(file)) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_READ,
              file + " is a link, and links are not copied.",
              "Put the file itself in its place, or take the link away."));
    }
    return Files.isRegularFile(file);
  }

  private static ProblemException unreadable(Path file, IOException e) {
    return new ProblemException(
        Problem.of(
            CliProblem.CANNOT_READ, "Cannot read " + file + ".", "Check that this account may."),
        e);
  }

  private void write(Adoption adoption, Map<String, byte[]> others) {
    List<Path> all = new ArrayList<>();
    adoption.files().keySet().forEach(f -> all.add(root.resolve(f)));
    others.keySet().forEach(f -> all.add(root.resolve(f)));
    all.add(root.resolve(CHECKLIST));
    InitCommand.refuseExisting(around, all);
    adoption.files().forEach((f, text) -> InitCommand.write(root.resolve(f), text));
    others.forEach((f, bytes) -> InitCommand.write(root.resolve(f), bytes));
    InitCommand.write(root.resolve(CHECKLIST), checklist(adoption));
  }

  private static String checklist(Adoption adoption) {
    StringBuilder text =
        new StringBuilder("# What to look at\n\n")
            .append("Everything here was another company's. Tick what you have looked at; the ")
            .append("lines are those of the first day.\n");
    Map<String, List<Task>> byFile =
        adoption.tasks().stream()
            .collect(Collectors.groupingBy(Task::file, TreeMap::new, Collectors.toList()));
    byFile.forEach(
        (file, tasks) -> {
          text.append("\n## ").append(file).append("\n\n");
          for (Task task : tasks) {
            String line = task.line() == 0 ? "" : "line " + task.line() + ": ";
            text.append("- [ ] ").append(line).append(task.what()).append('\n');
          }
        });
    return text.toString();
  }

  private void tell(String from, Adoption adoption, int others) {
    Screen screen = around.screen();
    Path shown = around.folder().relativize(root);
    String argument = shown.toString().equals(WorkspaceArgument.DEFAULT) ? "" : " " + shown;
    screen
        .out()
        .println(
            "Wrote "
                + Words.count(adoption.files().size() + others + 1L, "file", "files")
                + " to "
                + shown
                + ", begun from "
                + Words.safe(from)
                + ".");
    WorkspaceReading reading = around.engine().read(root);
    screen
        .out()
        .println(
            "check says: "
                + Words.count(reading.faults().size(), "fault", "faults")
                + ", "
                + Words.count(
                    reading.workspace().map(w -> w.findings().size()).orElse(0),
                    "finding",
                    "findings")
                + ", "
                + Words.count(
                    reading.workspace().map(w -> w.promises().size()).orElse(0),
                    "promise",
                    "promises")
                + ".");
    screen.out().println();
    screen
        .out()
        .println(
            "Next: go through "
                + shown.resolve(CHECKLIST)
                + " ("
                + Words.count(adoption.tasks().size(), "place", "places")
                + "), then");
    screen.out().println("  upheld check" + argument);
    screen.out().flush();
  }
}
