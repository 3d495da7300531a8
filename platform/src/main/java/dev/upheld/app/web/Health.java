package dev.upheld.app.web;

import java.util.List;

/** How the server is, asked anew each time. */
public interface Health {

  /** Whether the database answers. */
  boolean storeAnswers();

  /**
   * One thing to know.
   *
   * @param part of the server: {@code journal}
   * @param what in words of {@code a-z-}: {@code not-sealed}; the same words for the same thing
   * @param trouble whether a person must act; else it is only worth knowing
   */
  record Sign(String part, String what, boolean trouble) {}

  /** What else there is to know; may be some seconds old. Empty when all is well. */
  default List<Sign> signs() {
    return List.of();
  }
}
