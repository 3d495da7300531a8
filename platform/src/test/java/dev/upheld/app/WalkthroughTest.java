package dev.upheld.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Page.Block;
import dev.upheld.app.Terminal.Run;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does what docs/prove-your-own-database.md says, block by block, and sees what it says. */
class WalkthroughTest {

  @TempDir
  @SuppressWarnings("NullAway.Init") // set before each test
  private Path folder;

  private final Map<String, String> env = new HashMap<>();

  @Test
  void everyBlockOfThePageDoesWhatThePageSays() throws IOException {
    TestServer server = Databases.postgres();
    TestDatabase database = server.freshDatabase();
    env.put("UPHELD_HOME", folder.resolve("home").toString()); // no store: nothing is joined
    env.put("SHOP_DB_HOST", database.host());
    env.put("SHOP_DB_PORT", String.valueOf(database.port()));
    env.put("SHOP_DB_NAME", database.database());
    env.put("SHOP_DB_PASSWORD", "only-for-this-example");
    Path page = Path.of("..", "docs", "prove-your-own-database.md");
    List<Block> blocks = Page.parse(Files.readString(page)).blocks();
    assertThat(blocks).hasSizeGreaterThan(12);
    try {
      for (Block block : blocks) {
        run(block, database);
      }
    } finally {
      database.execute("DROP OWNED BY upheld", "DROP ROLE upheld");
      database.drop(server);
    }
  }

  private void run(Block block, TestDatabase database) throws IOException {
    switch (block.language()) {
      case "sql" -> database.execute(block.text());
      case "sh" -> block.text().lines().forEach(line -> command(line, block, database));
      case "yaml" -> file(block);
      default -> throw new AssertionError("no way to run a block of " + block.language());
    }
  }

  private void command(String line, Block block, TestDatabase database) {
    List<String> words = Page.words(line);
    assertThat(words.getFirst()).as(line).isEqualTo("upheld");
    Run run = new Terminal(folder, env).run(words.stream().skip(1).toArray(String[]::new));
    int expected = Integer.parseInt(block.notes().getOrDefault("exit", "0"));
    assertThat(run.exit()).as("%s%n%s", line, run.all()).isEqualTo(expected);
    if (block.notes().containsKey("expect")) {
      assertThat(run.out()).as(line).containsPattern(Pattern.compile(block.notes().get("expect")));
    }
    if (block.notes().containsKey("admin")) {
      database.execute(run.out());
    }
  }

  private void file(Block block) throws IOException {
    Path workspace = folder.resolve("privacy");
    if (block.notes().containsKey("file")) {
      Files.writeString(workspace.resolve(block.notes().get("file")), block.text());
    } else {
      Path file = workspace.resolve(block.notes().get("patch"));
      Files.writeString(file, patched(Files.readString(file), block.text()));
    }
  }

  /** Puts the lines below each top-level key of the addition below the same key of the file. */
  private static String patched(String file, String addition) {
    String result = file;
    for (String part : addition.split("(?m)^(?=\\S)", -1)) {
      String key = part.lines().findFirst().orElse("");
      String body = part.lines().skip(1).map(l -> l + "\n").collect(Collectors.joining());
      if (!key.isBlank()) {
        assertThat(result).contains(key + "\n");
        result = result.replace(key + "\n", key + "\n" + body);
      }
    }
    return result;
  }
}
