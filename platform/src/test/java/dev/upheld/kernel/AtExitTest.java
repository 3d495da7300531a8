package dev.upheld.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.AtExit.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** The end of a process goes stage by stage. */
class AtExitTest {
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private final AtExit end = new AtExit();

  @Test
  void aStageBeginsWhenTheOneBeforeIsDoneWhateverTheOrderOfPlanning() {
    var _ = end.add(Stage.DATABASE, "d", () -> done.add("database"));
    var _ =
        end.add(
            Stage.SERVER,
            "s",
            () -> {
              done.add("server begins");
              LockSupport.parkNanos(20_000_000);
              done.add("server ends");
            });
    var _ = end.add(Stage.WORK, "w", () -> done.add("work"));
    AtExit.Planned taken = end.add(Stage.WORK, "t", () -> done.add("taken back"));
    taken.close();

    assertThat(end.ends()).isFalse();
    end.run();

    assertThat(end.ends()).isTrue();
    assertThat(done).containsExactly("work", "server begins", "server ends", "database");
    assertThatThrownBy(() -> end.add(Stage.WORK, "x", () -> {}))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anActThatFailsDoesNotKeepTheOthers() {
    var _ =
        end.add(
            Stage.SERVER,
            "s",
            () -> {
              Thread.currentThread().setUncaughtExceptionHandler((t, e) -> done.add("failed"));
              throw new IllegalStateException();
            });
    var _ = end.add(Stage.DATABASE, "d", () -> done.add("database"));
    end.run();
    assertThat(done).containsExactly("failed", "database");
  }

  /** The hook of the process runs as well, whoever ran the end before. */
  @Test
  void theEndComesOnce() {
    var _ = end.add(Stage.DATABASE, "d", () -> done.add("database"));
    end.run();
    end.run();
    assertThat(done).containsExactly("database");
  }
}
