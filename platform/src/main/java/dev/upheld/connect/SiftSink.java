package dev.upheld.connect;

import java.util.OptionalLong;

/** Gets every value of a table. */
public interface SiftSink {

  /**
   * A value that is not null. Text comes in UTF-8; bytes come as they are. A value that is very
   * long comes in several pieces that overlap, as though each were a row of its own.
   *
   * @param column its place in the question
   * @param value belongs to whoever gets it; may be personal data, and must not be kept
   */
  void value(int column, byte[] value);

  /**
   * The row is over.
   *
   * @param written seconds since 1970-01-01T00:00Z, where a clock was asked for and the row has one
   */
  void end(OptionalLong written);
}
