package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.cli.DemoStarter.Company;
import dev.upheld.edge.cli.DemoStarter.Order;
import dev.upheld.edge.cli.DemoStarter.Running;
import dev.upheld.edge.cli.Screen.Style;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code upheld demo}: a fictional cloud provider, its databases, its charter, the proof. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Proves the charter of a fictional cloud provider in databases made for it.",
      "",
      "Starts PostgreSQL databases, fills them with made-up people, and proves the charter in",
      "examples/demo. Some faults are planted, so that there is something to find; --faults none",
      "gives a healthy company.",
      "",
      "--example takes another charter of the folder examples: those written after the public",
      "policies of five cloud providers. Their data is as fictional, and says nothing of them.",
      "",
      "Meanwhile it opens the console, with a link that lets you in. Everything stays in",
      "$UPHELD_HOME/demo (another example in $UPHELD_HOME/examples), apart from what Upheld keeps",
      "of your own company; the next start takes seconds. Ctrl-C stops everything."
    },
    footer = {
      "",
      "Exit code: 0 when the demonstration ran, whatever the proof found; else as `upheld prove`.",
      "",
      "Examples:",
      "  upheld demo",
      "  upheld demo --faults none",
      "  upheld demo --example clever-cloud",
      "  upheld demo --example clouder --faults list",
      "  upheld demo --customers 100000 --faults old-visits,plain-password",
      "  upheld demo --keep        then, in another terminal, upheld explain ..."
    })
final class DemoCommand implements Callable<Integer> {

  /** Fewer cannot have every kind of row. */
  private static final int FEWEST_CUSTOMERS = 100;

  private static final int MOST_CUSTOMERS = 5_000_000;

  private static final String SETTING = "UPHELD_";
  private static final String LISTEN = "UPHELD_LISTEN_";

  private final Surroundings around;

  @Mixin private final ProveOptions options = new ProveOptions();

  @Option(
      names = "--example",
      defaultValue = "demo",
      paramLabel = "NAME",
      description = "Which company; `list` to see them (default: ${DEFAULT-VALUE}).")
  private String example = "demo";

  @Option(
      names = "--customers",
      defaultValue = "10000",
      paramLabel = "N",
      description = "How many customers the company has (default: ${DEFAULT-VALUE}).")
  private int customers;

  @Option(
      names = "--faults",
      paramLabel = "LIST",
      description =
          "Faults to plant, separated by commas; `none`, or `list` to see them (default: the usual"
              + " ones).")
  private @org.jspecify.annotations.Nullable String faults;

  @Option(
      names = "--keep",
      description = "Says how to use the databases from another terminal while they run.")
  private boolean keep;

  @Option(
      names = "--no-console",
      description = "Ends after the proof; with --keep the databases run until Ctrl-C.")
  private boolean noConsole;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "The port of the console; 0 for any (default: the configured one).")
  private @org.jspecify.annotations.Nullable Integer port;

  DemoCommand(Surroundings around) {
    this.around = around;
  }

  @Override
  public Integer call() throws InterruptedException {
    if ("list".equals(example)) {
      around.demo().companies().forEach(c -> around.screen().out().println(c.name()));
      around.screen().out().flush();
      return Exit.OK;
    }
    if ("list".equals(faults)) {
      Company company = company();
      company.faults().forEach((id, sentence) -> listFault(company, id, sentence));
      around.screen().out().flush();
      return Exit.OK;
    }
    Order order = order();
    try (Running demo = start(order)) {
      Map<String, String> env = env(demo);
      Engine engine = around.engines().apply(env);
      Workspace workspace = WorkspaceArgument.sound(engine, around, demo.workspace());
      if (noConsole) {
        new Proving(around, options, Proving.Keep.WHERE_THERE).run(engine, workspace);
        tell(order, demo);
        if (keep) {
          new CountDownLatch(1).await();
        }
      } else {
        console(workspace, env, () -> tell(order, demo));
      }
    }
    return Exit.OK;
  }

  /** Settings of a real server do not hold here: no mail and no alert leaves the machine. */
  private Map<String, String> env(Running demo) {
    Map<String, String> env = new HashMap<>(around.env());
    env.keySet().removeIf(n -> n.startsWith(SETTING) && !n.startsWith(LISTEN));
    env.putAll(demo.env());
    return env;
  }

  /** The console answers while the proof goes on, and shows the last one until then. */
  private void console(Workspace workspace, Map<String, String> env, Runnable tell)
      throws InterruptedException {
    Map<String, String> settings =
        port == null ? Map.of() : Map.of("listen.port", String.valueOf(port));
    ServerStarter.Order order =
        new ServerStarter.Order(workspace, Optional.empty(), settings, env, true);
    try (ServerStarter.Running server = ServeCommand.start(around, order)) {
      ServeCommand.announce(beside(), server);
      new Proving(around, options, Proving.Keep.NO).run(workspace, server::prove);
      tell.run();
      ServeCommand.announce(beside(), server); // again: what was printed since may be long
      new CountDownLatch(1).await();
    }
  }

  /** A report for a program gets standard output for itself. */
  private PrintWriter beside() {
    Screen screen = around.screen();
    return options.format == ProveOptions.Format.table ? screen.out() : screen.err();
  }

  private void tell(Order order, Running demo) {
    if (options.format == ProveOptions.Format.table) {
      epilogue(order, demo);
    }
    if (keep) {
      explainKeeping(demo);
    }
  }

  private Running start(Order order) {
    try (ProgressLine progress = new ProgressLine(around.screen(), around.clock())) {
      return around.demo().start(order, progress);
    }
  }

  private Company company() {
    List<Company> companies = around.demo().companies();
    return companies.stream()
        .filter(c -> c.name().equals(example))
        .findFirst()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        CliProblem.UNKNOWN_EXAMPLE,
                        "No example is called " + example + ".",
                        "Choose from: "
                            + companies.stream()
                                .map(Company::name)
                                .collect(Collectors.joining(", "))
                            + ".")));
  }

  private void listFault(Company company, String id, String sentence) {
    String usual = company.usualFaults().contains(id) ? "*" : " ";
    around.screen().out().println(String.format("%s %-24s %s", usual, id, sentence));
  }

  private Order order() {
    if (customers < FEWEST_CUSTOMERS || customers > MOST_CUSTOMERS) {
      throw new ProblemException(
          Problem.of(
              CliProblem.BAD_NAME,
              "--customers " + customers + " is out of range.",
              "Give a number from " + FEWEST_CUSTOMERS + " to " + MOST_CUSTOMERS + "."));
    }
    return new Order(example, customers, chosen(company()));
  }

  private List<String> chosen(Company company) {
    if (faults == null) {
      return company.usualFaults();
    }
    if (faults.equals("none")) {
      return List.of();
    }
    List<String> wanted = Arrays.stream(faults.split(",", -1)).map(String::strip).toList();
    List<String> unknown = wanted.stream().filter(f -> !company.faults().containsKey(f)).toList();
    if (!unknown.isEmpty()) {
      throw new ProblemException(
          Problem.of(
              CliProblem.UNKNOWN_FAULT,
              "No fault is called " + String.join(", ", unknown) + ".",
              "`upheld demo --example "
                  + example
                  + " --faults list` shows them; `none` plants nothing."));
    }
    return wanted;
  }

  private void epilogue(Order order, Running demo) {
    Screen screen = around.screen();
    screen.out().println();
    screen
        .out()
        .println(
            order.faults().isEmpty()
                ? "  A healthy company: no fault is planted."
                : "  Planted on purpose: " + String.join(", ", order.faults()) + ".");
    screen
        .out()
        .println(
            screen.styled(
                Style.FAINT,
                "  Fictional data. The charter: " + around.folder().relativize(demo.workspace())));
    screen.out().flush();
  }

  private void explainKeeping(Running demo) {
    Screen screen = around.screen();
    screen.out().println();
    screen.out().println("The databases keep running. In another terminal:");
    demo.env().forEach((name, value) -> screen.out().println("  export " + name + "=" + value));
    screen.out().println("  ./upheld explain accounts/form " + demo.workspace());
    screen.out().println("  ./upheld prove " + demo.workspace());
    screen.out().println("  ./upheld retain plan " + demo.workspace());
    screen.out().println("Ctrl-C stops them.");
    screen.out().flush();
  }
}
