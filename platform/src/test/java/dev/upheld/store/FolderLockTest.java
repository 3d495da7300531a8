package dev.upheld.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Guards and users within one process; {@link EmbeddedPostgresProcessTest} looks across several.
 */
class FolderLockTest {

  @Test
  void oneGuardAtATime() {
    try (TestHome home = TestHome.empty()) {
      FolderLock lock = FolderLock.of(home.folder());
      FolderLock.Guard first = lock.guard(Duration.ZERO).orElseThrow();
      assertThat(FolderLock.of(home.folder()).guard(Duration.ofMillis(20))).isEmpty();
      first.close();
      lock.guard(Duration.ZERO).orElseThrow().close();
    }
  }

  @Test
  void aFailedTryDoesNotFreeWhatAnotherThreadHolds() {
    try (TestHome home = TestHome.empty()) {
      FolderLock lock = FolderLock.of(home.folder());
      try (FolderLock.Guard _ = lock.guard(Duration.ZERO).orElseThrow()) {
        assertThat(lock.guard(Duration.ZERO)).isEmpty();
        assertThat(locked(home, "change.lock")).isTrue();
      }
      assertThat(locked(home, "change.lock")).isFalse();
    }
  }

  @Test
  void theLastUserKnowsIt() {
    try (TestHome home = TestHome.empty()) {
      FolderLock lock = FolderLock.of(home.folder());
      assertThat(lock.usedHere()).isFalse();
      lock.enter();
      lock.enter();
      assertThat(lock.usedHere()).isTrue();
      assertThat(lock.usedElsewhere()).isFalse();
      assertThat(locked(home, "use.lock")).isTrue();
      assertThat(lock.leave()).isFalse();
      assertThat(lock.leave()).isTrue();
      assertThat(lock.usedHere()).isFalse();
      assertThat(locked(home, "use.lock")).isFalse();
    }
  }

  /** Seen from outside: the kernel lists every lock with the file's number. */
  private static boolean locked(TestHome home, String file) {
    String inode =
        TestHome.command("stat", "-c", "%i", home.folder().resolve(file).toString()).strip();
    return TestHome.command("cat", "/proc/locks").contains(":" + inode + " ");
  }
}
