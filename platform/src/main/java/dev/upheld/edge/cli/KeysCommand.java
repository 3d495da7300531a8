package dev.upheld.edge.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code upheld keys}: what seals personal data in the store. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = {
      "The keys that seal personal data in Upheld's own store.",
      "",
      "Data keys seal the data, one or more for each purpose; the master key seals the data keys and",
      "lies outside the store. A running server makes new data keys every 90 days (keys.rotate-every)."
    },
    footer = {
      "",
      "To change the master key: name the new one in keys.master and the old one in keys.former, start",
      "the server, and take the old one out when `upheld keys status` says that none is needed.",
      "The key that seals the journal is another one: `upheld journal key`.",
      "",
      "Examples:",
      "  upheld keys status",
      "  upheld keys rotate --config /etc/upheld/server.yaml"
    })
final class KeysCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  static CommandLine commandLine(Surroundings around) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(new Status(around))
        .addSubcommand(new Rotate(around));
  }

  /** Without a subcommand there is nothing to do: shows the help and reports wrong usage. */
  @Override
  public Integer call() {
    if (spec != null) {
      spec.commandLine().usage(spec.commandLine().getErr());
    }
    return Exit.USAGE;
  }

  /** {@code upheld keys status}. */
  @Command(
      name = "status",
      mixinStandardHelpOptions = true,
      description = {
        "Says which keys there are, how old they are, and whether former master keys are needed.",
        "",
        "Opens every data key once: a master key that does not fit is an error."
      },
      footer = {"", "Example:", "  upheld keys status"})
  private static final class Status implements Callable<Integer> {
    private final Surroundings around;

    @Mixin private final StoreOption storeOption = new StoreOption();

    Status(Surroundings around) {
      this.around = around;
    }

    @Override
    public Integer call() {
      print(around.screen(), storeOption.store(around).keyState());
      return Exit.OK;
    }

    private static void print(Screen screen, KeyState state) {
      String line = "%-32s %4s  %-10s  %s";
      screen.out().println("master key " + state.master());
      screen.out().println();
      screen.out().println(String.format(line, "purpose", "keys", "newest", "next"));
      for (KeyState.Purpose purpose : state.purposes()) {
        String next = purpose.next().map(Status::day).orElse("never: it recognises values");
        screen
            .out()
            .println(
                String.format(
                    Locale.ROOT,
                    line,
                    purpose.name(),
                    purpose.keys(),
                    day(purpose.newest()),
                    next));
      }
      screen.out().println();
      screen.out().println(former(state.underFormer()));
      screen.out().flush();
    }

    private static String day(Instant at) {
      return at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String former(int keys) {
      return keys == 0
          ? "All are sealed with this master key; no former one is needed."
          : "A former master key still seals "
              + keys
              + " data keys: a running server seals them anew within a minute, as does `upheld keys"
              + " rotate`.";
    }
  }

  /** {@code upheld keys rotate}. */
  @Command(
      name = "rotate",
      mixinStandardHelpOptions = true,
      description = {
        "Makes a new data key for every purpose, and seals all with the present master key.",
        "",
        "Servers may run meanwhile: they use the new keys within a minute. What older keys sealed",
        "stays readable. Keys that recognise values without keeping them stay as they are. The journal",
        "says that it happened."
      },
      footer = {"", "Example:", "  upheld keys rotate"})
  private static final class Rotate implements Callable<Integer> {
    private final Surroundings around;

    @Mixin private final StoreOption storeOption = new StoreOption();

    Rotate(Surroundings around) {
      this.around = around;
    }

    @Override
    public Integer call() {
      KeyState.Renewed done = storeOption.store(around).rotateKeys();
      around.screen().out().println("New data keys for " + done.rotated() + " purposes.");
      if (done.rewrapped() > 0) {
        around
            .screen()
            .out()
            .println("Sealed with the present master key: " + done.rewrapped() + " data keys.");
      }
      around.screen().out().flush();
      return Exit.OK;
    }
  }
}
