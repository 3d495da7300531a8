package dev.upheld.edge.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code upheld schema}: the JSON Schema of a workspace file. */
@Command(
    name = "schema",
    mixinStandardHelpOptions = true,
    description = "Prints the JSON Schema (draft 2020-12) of a workspace file, for editors.",
    footer = {"", "Example:", "  upheld schema charter > privacy/schema/charter.schema.json"})
final class SchemaCommand implements Callable<Integer> {

  private final Surroundings around;

  @Parameters(index = "0", paramLabel = "FILE", description = "charter, systems, datamap or texts.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before any command runs
  private String file;

  SchemaCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() {
    Map<String, String> all = Schemas.all();
    String text = all.get(file + ".schema.json");
    if (text == null) {
      around
          .screen()
          .err()
          .println(
              "No schema is called "
                  + file
                  + "; there are "
                  + String.join(", ", all.keySet())
                  + ".");
      return Exit.USAGE;
    }
    around.screen().out().print(text);
    around.screen().out().flush();
    return Exit.OK;
  }
}
