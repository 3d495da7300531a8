package dev.upheld.connect.vault;

import java.io.IOException;

/** A file of an archive is not what it should be; the message says why, without data. */
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1L;

  Unreadable(String why) {
    super(why);
  }
}
