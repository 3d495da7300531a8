package dev.upheld.engine;

import dev.upheld.connect.act.RowSet;

/** Takes rows whose next stage lies in another system, before they go. */
interface Elsewhere {
  /** Where no stage lies in another system. */
  Elsewhere NONE =
      new Elsewhere() {
        @Override
        public void check(Node node, Decision.Move move) {
          throw unknown();
        }

        @Override
        public long take(Node node, RowSet rows, Decision.Move move) {
          throw unknown();
        }

        private static IllegalStateException unknown() {
          return new IllegalStateException("nothing here moves rows to another system");
        }
      };

  /**
   * Whether it could be done; nothing is changed.
   *
   * @throws dev.upheld.kernel.ProblemException why not
   */
  void check(Node node, Decision.Move move);

  /**
   * Takes the rows that go.
   *
   * @return how many
   * @throws dev.upheld.kernel.ProblemException where not all of them were taken; nothing may go
   *     then
   */
  long take(Node node, RowSet rows, Decision.Move move);
}
