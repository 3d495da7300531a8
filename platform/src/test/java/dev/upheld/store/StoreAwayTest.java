package dev.upheld.store;

import static dev.upheld.store.Problems.problem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A database that goes away is said to be away, and work resumes when it is back. */
class StoreAwayTest {

  @Test
  void awayAndBack() {
    try (TestHome home = TestHome.withData();
        Store store = Store.open(home.options())) {
      store.ping();
      TestHome.kill(home.running().pid());
      Waiting.until(java.time.Duration.ofSeconds(20), () -> home.process().find().isEmpty());

      assertThat(problem(store::ping)).isEqualTo(StoreProblem.AWAY);
      assertThat(problem(() -> store.inTransaction(tx -> tx.execute("SELECT 1"))))
          .isEqualTo(StoreProblem.AWAY);

      try (Store again = Store.open(home.options())) {
        again.ping();
        store.ping();
      }
    }
  }
}
