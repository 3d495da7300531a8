package dev.upheld.store;

import static dev.upheld.store.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The configuration as text. */
class ServerConfigTest {
  private static final Instance INSTANCE = new Instance(Path.of("/home/it's/store"));

  @Test
  void guardingSettingsCannotBeGivenFromOutside() {
    for (String name :
        List.of(
            "listen_addresses", "port", "hba_file", "ssl", "log_statement", "log_min_messages")) {
      assertThat(problem(() -> new ServerConfig(Map.of(name, "x"), false)))
          .isEqualTo(StoreProblem.OPTION);
    }
  }

  @Test
  void namesAndValuesCannotSmuggleALine() {
    assertThat(problem(() -> new ServerConfig(Map.of("work_mem = 1\nport", "1"), false)))
        .isEqualTo(StoreProblem.OPTION);
    assertThat(problem(() -> new ServerConfig(Map.of("work_mem", "1'\nport = 1"), false)))
        .isEqualTo(StoreProblem.OPTION);
  }

  @Test
  void valuesAreQuoted() {
    String text = new ServerConfig(Map.of("search_path", "a'b\\c"), false).main(INSTANCE, 1);
    assertThat(text)
        .contains("search_path = 'a''b\\\\c'\n")
        .contains("'/home/it''s/store/access.conf'");
  }

  @Test
  void onlyEncryptedConnectionsWhereTlsIsOn() {
    ServerConfig tls = new ServerConfig(Map.of(), true);
    assertThat(tls.main(INSTANCE, 1)).contains("ssl = 'on'");
    assertThat(tls.access()).contains("hostssl all").doesNotContain("\nhost ");
    assertThat(new ServerConfig(Map.of(), false).access()).contains("\nhost all");
  }
}
