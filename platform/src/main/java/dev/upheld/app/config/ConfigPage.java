package dev.upheld.app.config;

import java.util.stream.Collectors;

/** Writes the reference page of the settings. */
public final class ConfigPage {
  private ConfigPage() {}

  /** The page in Markdown; the same for the same settings. */
  public static String write() {
    return """
        # Settings of the server

        `upheld serve` reads `server.yaml` in the workspace, or the file given with `--config`. An environment variable
        wins over the file, an option of the command line over both. A wrong value refuses the start and says where.
        A secret never stands here: only a reference, `env:NAME` or `file:PATH` (relative to the workspace).

        Example: `listen: {port: 8787}`

        | setting | environment | value | default | meaning |
        |---|---|---|---|---|
        """
        + Settings.all().values().stream().map(ConfigPage::row).collect(Collectors.joining());
  }

  private static String row(Setting<?> setting) {
    return "| `%s` | `%s` | %s | %s | %s |\n"
        .formatted(
            setting.key(),
            setting.variable(),
            setting.kind().wanted(),
            setting.usual().isEmpty() ? "" : "`" + setting.usual() + "`",
            setting.meaning());
  }
}
