package dev.upheld.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the home lies. */
class StoreHomeTest {
  private static final Path USER = Path.of("/home/ada");

  @Test
  void upheldHomeWins() {
    assertThat(
            StoreHome.of(Map.of("UPHELD_HOME", "/srv/u/../u", "XDG_DATA_HOME", "/x"), USER, true))
        .isEqualTo(Path.of("/srv/u"));
    assertThat(StoreHome.of(Map.of("UPHELD_HOME", "here"), USER, false)).isAbsolute();
  }

  @Test
  void rootUsesTheSystemsFolder() {
    assertThat(StoreHome.of(Map.of("XDG_DATA_HOME", "/x"), USER, true))
        .isEqualTo(Path.of("/var/lib/upheld"));
  }

  @Test
  void othersUseTheirDataFolder() {
    assertThat(StoreHome.of(Map.of("XDG_DATA_HOME", "/x"), USER, false))
        .isEqualTo(Path.of("/x/upheld"));
    assertThat(StoreHome.of(Map.of("UPHELD_HOME", " "), USER, false))
        .isEqualTo(Path.of("/home/ada/.local/share/upheld"));
  }

  /** The XDG specification: a relative path is invalid and is ignored. */
  @Test
  void aRelativeDataFolderIsIgnored() {
    assertThat(StoreHome.of(Map.of("XDG_DATA_HOME", "x"), USER, false))
        .isEqualTo(Path.of("/home/ada/.local/share/upheld"));
  }
}
