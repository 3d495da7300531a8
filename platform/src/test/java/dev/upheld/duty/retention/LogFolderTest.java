package dev.upheld.duty.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.Terminal;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A folder of logs on the command line: nothing older than a year, and nothing younger missing. */
class LogFolderTest {
  private final Path folder = TestFolders.create("logs");
  private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
  private final LogShop shop =
      new LogShop(
          folder,
          "files: \"access-*\", dated: content, pattern: iso, after: \"[\", every: day, since: "
              + today.minusYears(2));
  private final StoreAddress.External store = Stores.freshAddress();
  private final Terminal terminal =
      new Terminal(
          folder,
          Map.of(
              "OWNER",
              store.ownerPassword().reveal(),
              "RUN",
              store.runPassword().reveal(),
              "UPHELD_HOME",
              folder.resolve("home").toString()));

  @BeforeEach
  void sets() {
    shop.write(
        "server.yaml",
        """
        store:
          url: %s
          owner: %s
          owner-password: env:OWNER
          run: %s
          run-password: env:RUN
        """
            .formatted(store.jdbcUrl(), store.owner(), store.run()));
    shop.days(today.minusYears(1).minusDays(3), today);
  }

  private JsonNode keep() {
    Terminal.Run run = terminal.run("prove", "ws", "--format", "json");
    assertThat(run.out()).as(run.all()).startsWith("{").contains("promises");
    JsonNode all = JsonMapper.builder().build().readTree(run.out());
    for (JsonNode promise : all.get("promises")) {
      if (promise.at("/id").asString().equals("shop/content-operations/keep")) {
        return promise;
      }
    }
    throw new AssertionError(run.all());
  }

  private String digest() {
    Terminal.Run run = terminal.run("retain", "plan", "ws", "--format", "json");
    return JsonMapper.builder().build().readTree(run.out()).at("/rules/0/digest").asString();
  }

  @Test
  void whatIsPastGoesAndNothingElse() {
    assertThat(keep().at("/verdict").asString()).as(keep().toString()).isEqualTo("BROKEN");
    Terminal.Run plan = terminal.run("retain", "plan", "ws");
    assertThat(plan.exit()).as(plan.all()).isOne();
    assertThat(plan.out()).contains("not released", "would delete 3 rows of access");
    assertThat(terminal.run("retain", "run", "ws").out()).contains("No rule is released");
    assertThat(shop.names()).hasSize(369);

    assertThat(terminal.run("retain", "release", LogShop.RULE, "ws", "--digest", digest()).exit())
        .isZero();
    Terminal.Run run = terminal.run("retain", "run", "ws");
    assertThat(run.exit()).as(run.all()).isZero();
    assertThat(run.out()).contains("did delete 3 rows of access", "left 0 rows");
    assertThat(shop.names()).hasSize(366);
    JsonNode proved = keep();
    assertThat(proved.at("/verdict").asString()).as(proved.toString()).isEqualTo("UPHELD");
    assertThat(terminal.run("retain", "run", "ws").out()).doesNotContain("did delete");

    shop.file("access-" + today.minusYears(2) + ".log", LogShop.of(today.minusYears(2)));
    shop.file("forgotten.log", "nobody said what this is\n");
    assertThat(terminal.run("retain", "run", "ws").out())
        .as("what no log takes hinders no run")
        .contains("did delete 1 row of access");
    assertThat(keep().at("/verdict").asString()).isEqualTo("UNPROVEN");
    assertThat(keep().toString()).contains("1 file or folder that no log of systems.yaml takes");
    shop.change("systems.yaml", "country: FR", "country: FR\n    besides: \"forgotten*\"");
    assertThat(keep().at("/verdict").asString()).isEqualTo("UPHELD");
    shop.change("systems.yaml", "since: " + today.minusYears(2), "since: " + today.plusDays(2));
    assertThat(keep().toString()).contains("UNPROVEN", "No hour or day must have entries yet");
  }

  @Test
  void filesOfAnActivityOnHoldStay() throws IOException {
    Files.writeString(folder.resolve("why.txt"), "The police asks for all of it.\n");
    terminal.run("retain", "release", LogShop.RULE, "ws", "--digest", digest());
    String[] words = {
      "hold",
      "add",
      "ws",
      "--activity",
      "content-operations",
      "--reason-from",
      "why.txt",
      "--owner",
      "Legal",
      "--review",
      "2027-06-30"
    };
    Terminal.Run set = terminal.run(words);
    assertThat(set.exit()).as(set.all()).isZero();
    assertThat(terminal.run("retain", "run", "ws").out())
        .contains("kept back 3 rows: data that is restricted or on hold");
    assertThat(shop.names()).hasSize(369);
    words[3] = "--row";
    words[4] = LogShop.RULE.substring(LogShop.RULE.indexOf('@') + 1) + "/1";
    assertThat(terminal.run(words).all()).contains("is no database", "Put the activity on hold");
  }

  @Test
  void whatWentTooEarlyShows() throws IOException {
    LocalDate lost = today.minusDays(100);
    for (String name : shop.names()) {
      LocalDate day = LocalDate.parse(name.substring("access-".length(), "access-".length() + 10));
      boolean old = day.isBefore(today.minusYears(1));
      if (old || day.equals(lost) || day.equals(lost.plusDays(1))) {
        Files.delete(shop.logs().resolve(name));
      }
    }
    JsonNode proved = keep();
    assertThat(proved.at("/verdict").asString()).as(proved.toString()).isEqualTo("BROKEN");
    assertThat(proved.toString())
        .contains(lost + " to " + lost.plusDays(1))
        .doesNotContain("anna", "access-" + lost);
  }

  @Test
  void doctorSaysWhatCannotBeDated() {
    Terminal.Run well = terminal.run("doctor", "app-logs", "ws");
    assertThat(well.exit()).as(well.all()).isZero();
    shop.file("access-none.log", "no stamp at all\n");
    Terminal.Run doctor = terminal.run("doctor", "app-logs", "ws");
    assertThat(doctor.exit()).isEqualTo(3);
    assertThat(doctor.out()).contains("1 files of the log access cannot be dated");
    assertThat(keep().toString()).contains("cannot be dated");
  }
}
