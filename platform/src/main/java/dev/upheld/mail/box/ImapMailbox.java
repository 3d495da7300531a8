package dev.upheld.mail.box;

import dev.upheld.mail.MailServer;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** Reads by IMAP, with TLS unless the configuration says none, and with patience that ends. */
public final class ImapMailbox implements Mailbox {
  private static final String PATIENCE_MILLIS = "20000";

  /** Text comes before attachments: what is beyond is not read from the server at all. */
  private static final int READ_BYTES = 256 * 1024;

  private static final int MOST_A_LOOK = 50;
  private static final int PIECE = 500;

  private final MailboxServer server;

  public ImapMailbox(MailboxServer server) {
    this.server = server;
  }

  @Override
  public Looked look(Taker taker) {
    Session session = Session.getInstance(properties());
    try (Store store = session.getStore()) {
      MailServer.Account account = server.account();
      store.connect(server.host(), server.port(), account.user(), account.password().reveal());
      IMAPFolder folder = (IMAPFolder) store.getFolder(server.folder());
      folder.open(Folder.READ_WRITE);
      go(folder, taker);
      folder.close(false); // never expunge: what others marked as deleted is theirs
      return new Reached();
    } catch (AuthenticationFailedException e) {
      return new NotReached(Why.REFUSED);
    } catch (FolderNotFoundException e) {
      return new NotReached(Why.NO_FOLDER);
    } catch (MessagingException | IOException e) {
      return new NotReached(Why.NO_ANSWER);
    }
  }

  /** In pieces: mails that are left alone stay unread, and there may be very many of them. */
  private void go(IMAPFolder folder, Taker taker) throws MessagingException, IOException {
    Message[] unread = folder.search(new FlagTerm(new Flags(Flag.SEEN), false));
    int left = MOST_A_LOOK;
    for (int from = 0; from < unread.length && left > 0; from += PIECE) {
      Message[] piece = Arrays.copyOfRange(unread, from, Math.min(from + PIECE, unread.length));
      Map<Place, Message> fresh = fresh(folder, piece, taker);
      for (Map.Entry<Place, Message> one : fresh.entrySet()) {
        if (left-- > 0) {
          take(folder, one.getKey(), (IMAPMessage) one.getValue(), taker);
        }
      }
    }
  }

  private static Map<Place, Message> fresh(IMAPFolder folder, Message[] piece, Taker taker)
      throws MessagingException {
    FetchProfile numbers = new FetchProfile();
    numbers.add(UIDFolder.FetchProfileItem.UID);
    folder.fetch(piece, numbers);
    long validity = folder.getUIDValidity();
    List<Place> places = new ArrayList<>();
    Map<Place, Message> byPlace = new HashMap<>();
    for (Message message : piece) {
      Place place = new Place(validity, folder.getUID(message));
      places.add(place);
      byPlace.put(place, message);
    }
    Set<Place> known = taker.known(places);
    Map<Place, Message> fresh = new LinkedHashMap<>();
    places.stream()
        .filter(place -> !known.contains(place))
        .forEach(place -> fresh.put(place, byPlace.get(place)));
    return fresh;
  }

  private static void take(IMAPFolder folder, Place place, IMAPMessage message, Taker taker)
      throws MessagingException, IOException {
    try {
      FetchProfile day = new FetchProfile();
      day.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
      folder.fetch(new Message[] {message}, day);
      Instant received =
          Optional.ofNullable(message.getReceivedDate()).map(Date::toInstant).orElse(Instant.MAX);
      message.setPeek(true); // reading alone must not mark it
      byte[] begin;
      boolean more;
      try (InputStream in = message.getMimeStream()) {
        begin = in.readNBytes(READ_BYTES);
        more = begin.length == READ_BYTES && in.read() >= 0;
      }
      if (taker.take(place, MailText.read(begin, more, received))) {
        message.setFlag(Flag.SEEN, true);
      }
    } catch (MessageRemovedException e) {
      // somebody deleted it meanwhile: there is nothing to take
    }
  }

  private Properties properties() {
    boolean tls = server.protection() == MailServer.Protection.TLS;
    String scheme = tls ? "imaps" : "imap";
    String at = "mail." + scheme + ".";
    Properties p = new Properties();
    p.setProperty("mail.store.protocol", scheme);
    p.setProperty(at + "connectiontimeout", PATIENCE_MILLIS);
    p.setProperty(at + "timeout", PATIENCE_MILLIS);
    p.setProperty(at + "writetimeout", PATIENCE_MILLIS);
    p.setProperty(at + "ssl.checkserveridentity", "true");
    p.setProperty(at + "partialfetch", "true");
    p.setProperty(at + "fetchsize", String.valueOf(64 * 1024));
    p.setProperty(at + "peek", "true");
    if (server.protection() == MailServer.Protection.STARTTLS) {
      p.setProperty(at + "starttls.enable", "true");
      p.setProperty(at + "starttls.required", "true");
    }
    return p;
  }
}
