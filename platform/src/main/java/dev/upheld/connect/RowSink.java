package dev.upheld.connect;

/** Gets the values of some rows, one by one. */
@FunctionalInterface
public interface RowSink {
  /**
   * A value that is not null, of the row that is being read. It must not be kept.
   *
   * @param column as the question names it; the columns of a row come in the order of the question
   */
  void accept(String column, Value value);

  /** No more values of that row will come. */
  default void end() {}
}
