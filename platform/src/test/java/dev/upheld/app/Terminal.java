package dev.upheld.app;

import dev.upheld.edge.cli.Screen;
import dev.upheld.edge.cli.Surroundings;
import dev.upheld.edge.cli.UpheldCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** A terminal of the test's own: runs command lines in this process and keeps what they printed. */
public final class Terminal {
  private static final int WIDTH = 100;

  private final Path folder;
  private final Map<String, String> env;
  private final InstantSource clock = InstantSource.system();

  /** Command lines start in this folder and see this environment and no other. */
  public Terminal(Path folder, Map<String, String> env) {
    this.folder = folder;
    this.env = env;
  }

  /** What a command line gave. */
  public record Run(int exit, String out, String err) {
    /** Output, then errors. */
    public String all() {
      return out + err;
    }
  }

  /** Runs one command line. */
  public Run run(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    return new Run(run(out, err, words), out.toString(), err.toString());
  }

  /** The same, where what is printed can be read while it runs. */
  int run(StringWriter out, StringWriter err, String... words) {
    Screen screen =
        new Screen(new PrintWriter(out, true), new PrintWriter(err, true), WIDTH, false, false);
    return UpheldCommand.commandLine(
            new Surroundings(
                screen,
                folder,
                env,
                clock,
                variables -> new LocalEngine(variables, clock),
                new DemoCompany(env, clock),
                new Serving(clock)))
        .execute(words);
  }
}
