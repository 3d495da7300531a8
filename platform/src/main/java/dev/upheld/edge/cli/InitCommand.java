package dev.upheld.edge.cli;

import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
      "JSON Schemas so that editors complete and check. Writes over nothing."
    },
    footer = {
      "",
      "Example:",
      "  upheld init --company acme --name 'Acme SAS' --kind mariadb",
      "  upheld check"
    })
final class InitCommand implements Callable<Integer> {

  private static final List<String> FILES =
      List.of("charter.yaml", "systems.yaml", "datamap/main.yaml", "README.md");
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} .,'&()-]{1,80}");

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

  InitCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    require(ID, company, "company id", "Use lower-case letters, digits and dashes, such as acme.");
    require(NAME, name, "company name", "Use letters, digits, spaces and . , ' & ( ) -");
    Path root = workspace.root(around);
    Map<Path, String> files = new LinkedHashMap<>();
    FILES.forEach(f -> files.put(root.resolve(f), filled(template(f))));
    Schemas.all().forEach((f, text) -> files.put(root.resolve("schema").resolve(f), text));
    refuseExisting(files.keySet().stream().toList());
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

  private static void require(Pattern form, String value, String what, String mend) {
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

  private void refuseExisting(List<Path> files) {
    List<Problem> there =
        files.stream()
            .filter(Files::exists)
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

  private static void write(Path file, String text) {
    try {
      Path parent = file.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
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
