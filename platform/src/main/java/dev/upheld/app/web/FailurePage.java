package dev.upheld.app.web;

import jakarta.servlet.http.HttpServletRequest;

/** Writes the page that says what went wrong. */
public interface FailurePage {

  /** What went wrong, as far as anybody outside may know. */
  enum Kind {
    BAD_REQUEST(400),
    FORBIDDEN(403),
    /** The form is too old or came from elsewhere. */
    STALE_FORM(403),
    NOT_FOUND(404),
    METHOD(405),
    TOO_LARGE(413),
    TOO_OFTEN(429),
    INTERNAL(500),
    /** The database is away; it comes back by itself. */
    AWAY(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }

  /**
   * The page in HTML.
   *
   * @param reference what the log calls this failure, so that who reads it can find it
   */
  String html(Kind kind, String reference, HttpServletRequest request);
}
