package dev.upheld.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;

/** The store on the private server: made at the first opening, found at the next. */
class EmbeddedStoreTest {

  @Test
  void opensTwiceAtOnceAndAgainLater() throws IOException {
    try (TestHome home = TestHome.withData()) {
      try (Store one = Store.open(home.options());
          Store other = Store.open(home.options())) {
        one.ping();
        other.ping();
      }
      Path run = home.instance().folder().resolve("upheld_run.password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(run)))
          .isEqualTo("rw-------");
      try (Store again = Store.open(home.options())) {
        assertThat(again.dsl().fetchValue("SELECT current_user")).isEqualTo("upheld_run");
      }
    }
  }

  @Test
  void aLostPasswordFileIsMadeAnew() throws IOException {
    try (TestHome home = TestHome.withData()) {
      Store.open(home.options()).close();
      Files.delete(home.instance().folder().resolve("upheld_run.password"));
      try (Store again = Store.open(home.options())) {
        again.ping();
      }
    }
  }
}
