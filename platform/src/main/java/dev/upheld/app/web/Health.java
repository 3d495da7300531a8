package dev.upheld.app.web;

/** How the server is, asked anew each time. */
public interface Health {

  /** Whether the database answers. */
  boolean storeAnswers();
}
