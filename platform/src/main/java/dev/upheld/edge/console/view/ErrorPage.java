package dev.upheld.edge.console.view;

import java.util.Optional;

/**
 * What happened, what was not lost, and what to do.
 *
 * @param kind decides the words
 * @param reference to find it in the log; empty when nothing is logged
 */
public record ErrorPage(Kind kind, Optional<String> reference) implements View {

  /** What can happen. */
  public enum Kind {
    /** 400: the request could not be read. */
    UNREADABLE(400),
    /** 403: this role may not. */
    FORBIDDEN(403),
    /** 403: the form was open too long (CSRF); nothing was done. */
    FORM_TOO_OLD(403),
    /** 404: nothing stands here, or it is not yours to see. */
    NOT_FOUND(404),
    /** 405: not to be called like this. */
    WRONG_METHOD(405),
    /** 413: larger than is taken. */
    TOO_LARGE(413),
    /** 429: too many attempts. */
    TOO_MANY(429),
    /** 500: a fault of Upheld. */
    FAULT(500),
    /** 503: the own database cannot be reached; nothing is lost. */
    STORE_AWAY(503);

    private final int status;

    Kind(int status) {
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }
}
