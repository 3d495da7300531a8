package dev.upheld.edge.cli;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld init}: begins a workspace that passes {@code check} and teaches the language. */
@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Begins a workspace of your own.",
      "",
      "Writes a small charter with comments that teach the language, a system, a data map, and",
      "JSON Schemas so that editors complete and check. Writes over nothing.",
      "",
      "With --from it begins with another workspace instead: its promises, texts, systems, data",
      "maps and documents, rewritten for you. What was about the other company is taken out or",
      "left open, and CHECKLIST.md says, line by line, what to look at."
    },
    footer = {
      "",
      "Examples:",
      "  upheld init --company acme --name 'Acme SAS' --kind mariadb",
      "  upheld init --from clever-cloud --company acme --name 'Acme SAS' --contact dpo@acme.example",
      "  upheld check"
    })
final class InitCommand implements Callable<Integer> {

  private static final List<String> FILES =
      List.of("charter.yaml", "systems.yaml", "datamap/main.yaml", "README.md");
  static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} .,'&()-]{1,80}");

  /** What the command line says of the company that begins from another's workspace. */
  record Asked(
      String company,
      String name,
      @Nullable String contact,
      @Nullable String country,
      @Nullable String law) {}

  /** Kinds of databases a first system can have. */
  enum Kind {
    postgres(5432),
    mariadb(3306),
    mysql(3306);

    private final int port;

    Kind(int port) {
      this.port = port;
    }
  }

  private final Surroundings around;

  @Mixin private final WorkspaceArgument workspace = new WorkspaceArgument();

  @Option(
      names = "--company",
      defaultValue = "acme",
      paramLabel = "ID",
      description = "Short name, the first part of every promise's id (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private String company;

  @Option(
      names = "--name",
      defaultValue = "Acme",
      paramLabel = "NAME",
      description = "The company's name (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private String name;

  @Option(
      names = "--kind",
      defaultValue = "postgres",
      paramLabel = "KIND",
      description =
          "Kind of the first database: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init")
  private Kind kind;

  @Option(
      names = "--from",
      paramLabel = "WORKSPACE",
      description = "Begins with this one: the name of an example, or a folder.")
  private @Nullable String from;

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      description = "With --from: the e-mail address of your data protection officer.")
  private @Nullable String contact;

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description = "With --from: your country, two letters.")
  private @Nullable String country;

  @Option(
      names = "--law",
      paramLabel = "PACK",
      description = "With --from: the pack your charter stands under, such as fr.")
  private @Nullable String law;

  InitCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    if (from != null) {
      return new InitFrom(around, workspace.root(around))
          .begin(from, new Asked(company, name, contact, country, law));
    }
    refuseWithoutFrom();
    require(ID, company, "company id", "Use lower-case letters, digits and dashes, such as acme.");
    require(NAME, name, "company name", "Use letters, digits, spaces and . , ' & ( ) -");
    Path root = workspace.root(around);
    Map<Path, String> files = new LinkedHashMap<>();
    FILES.forEach(f -> files.put(root.resolve(f), filled(template(f))));
    Schemas.all().forEach((f, text) -> files.put(root.resolve("schema").resolve(f), text));
    refuseExisting(around, files.keySet().stream().toList());
    files.forEach(InitCommand::write);
    Path shown = around.folder().relativize(root);
    String argument = shown.toString().equals(WorkspaceArgument.DEFAULT) ? "" : " " + shown;
    around
        .screen()
        .out()
        .println("Wrote " + Words.count(files.size(), "file", "files") + " to " + shown + ":");
    files
        .keySet()
        .forEach(f -> around.screen().out().println("  " + around.folder().relativize(f)));
    around.screen().out().println();
    around.screen().out().println("Next: write your promises into charter.yaml, then");
    around.screen().out().println("  upheld check" + argument);
    around.screen().out().println("  upheld doctor main" + argument);
    around.screen().out().println("  upheld prove" + argument);
    return Exit.OK;
  }

  private void refuseWithoutFrom() {
    if (contact != null || country != null || law != null) {
      throw new ProblemException(
          Problem.of(
              CliProblem.BAD_NAME,
              "--contact, --country and --law go with --from.",
              "Name the workspace to begin with, or write them into charter.yaml afterwards."));
    }
  }

  static void require(Pattern form, String value, String what, String mend) {
    if (!form.matcher(value).matches()) {
      throw new ProblemException(
          Problem.of(CliProblem.BAD_NAME, "That is not a usable " + what + ".", mend));
    }
  }

  private String filled(String template) {
    return template
        .replace("  name: Acme\n", "  name: \"" + name + "\"\n")
        .replace("acme.example", company + ".example")
        .replace("id: acme ", "id: " + company + " ")
        .replace("database: acme", "database: " + company)
        .replace("operator: acme", "operator: " + company)
        .replace("ACME_DB", company.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_DB")
        .replace("kind: postgres ", "kind: " + kind + " ")
        .replace("port: 5432", "port: " + kind.port);
  }

  private static String template(String file) {
    try (InputStream in = InitCommand.class.getResourceAsStream("init/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the template " + file + " is not in the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void refuseExisting(Surroundings around, List<Path> files) {
    List<Problem> there =
        files.stream()
            // a link counts even where it leads nowhere: writing would fail halfway
            .filter(f -> Files.exists(f, LinkOption.NOFOLLOW_LINKS))
            .map(
                f ->
                    Problem.of(
                        CliProblem.FILE_EXISTS,
                        around.folder().relativize(f) + " is already there.",
                        "Name another folder, or move it away; nothing was written."))
            .toList();
    if (!there.isEmpty()) {
      throw new ProblemException(there);
    }
  }

  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] bytes) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(
              CliProblem.CANNOT_WRITE,
              "Cannot write " + file + ".",
              "Check that the folder exists, is yours, and that the disk is not full."),
          e);
    }
  }
}
