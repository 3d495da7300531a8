package dev.upheld.mail.box;

import java.util.List;
import java.util.Set;

/** A mailbox with unread mails in it. */
public interface Mailbox {

  /**
   * Hands over unread mails, the oldest first, as many as one look takes. A mail is marked as read
   * once it was taken, never before.
   */
  Looked look(Taker taker);

  /** Who takes the mails. */
  interface Taker {

    /** Those of these places whose mails were handed over before. */
    Set<Place> known(List<Place> places);

    /**
     * Takes a mail.
     *
     * @return whether it is kept safely now and is to be marked as read; false leaves it as it is
     */
    boolean take(Place place, Arrived mail);
  }

  /** What came of a look. */
  sealed interface Looked {}

  /** The mailbox answered. */
  record Reached() implements Looked {}

  /** It did not, or not to the end; the next look goes on. */
  record NotReached(Why why) implements Looked {}

  /** Why a mailbox does not answer. */
  enum Why {
    /** No connection, or it broke. */
    NO_ANSWER,
    /** The account is refused. */
    REFUSED,
    /** There is no such folder. */
    NO_FOLDER
  }
}
