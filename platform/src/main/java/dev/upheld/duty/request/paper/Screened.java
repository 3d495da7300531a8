package dev.upheld.duty.request.paper;

import java.util.List;

/** What became of a file that somebody sent. */
public sealed interface Screened {

  /**
   * It was drawn anew.
   *
   * @param pages PNG pictures, in their order; nothing of the file itself is in them
   */
  record Clean(List<byte[]> pages) implements Screened {
    public Clean {
      pages = List.copyOf(pages);
    }
  }

  /** It is not taken. */
  record Refused(Why why) implements Screened {}

  /** Why a file is not taken. */
  enum Why {
    /** Its content is no GIF, JPG, PNG or PDF, whatever its name says. */
    KIND,
    /** More bytes than are taken. */
    LARGE,
    /** More pixels, pages or passes than a document has. */
    TOO_MUCH,
    /** A PDF that wants a password. */
    LOCKED,
    /** It cannot be read to its end, or not in the memory and time a document needs. */
    BROKEN,
    /** Too many files are being looked at just now. */
    BUSY
  }
}
