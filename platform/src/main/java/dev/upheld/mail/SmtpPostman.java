package dev.upheld.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Sends by SMTP, with TLS unless the configuration says none, and with patience that ends. */
final class SmtpPostman implements Postman {
  private static final String PATIENCE_MILLIS = "20000";
  private static final int PERMANENT = 500;
  private static final Pattern CODE =
      Pattern.compile("^([2-5][0-9]{2})([ -]([2-5]\\.[0-9.]{1,7}))?");

  private static final Logger LOG = Logger.getLogger(SmtpPostman.class.getName());

  private final MailServer server;
  private final InstantSource clock;

  SmtpPostman(MailServer server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  @Override
  public Handed hand(Letter letter, String messageId) {
    Session session = Session.getInstance(properties());
    try {
      SMTPTransport transport = (SMTPTransport) session.getTransport();
      try {
        return sent(transport, mime(session, letter, messageId));
      } finally {
        leave(transport);
      }
    } catch (AuthenticationFailedException e) {
      return new NotNow("the mail server refuses the account");
    } catch (SMTPSendFailedException e) {
      return e.getReturnCode() >= PERMANENT
          ? new Never("refused with " + e.getReturnCode())
          : new NotNow("answered " + e.getReturnCode());
    } catch (SendFailedException e) {
      return failed(e);
    } catch (MessagingException e) {
      return new NotNow("no connection: " + kind(e));
    }
  }

  private Handed sent(SMTPTransport transport, MimeMessage mime) throws MessagingException {
    if (server.account().isPresent()) {
      MailServer.Account account = server.account().get();
      transport.connect(server.host(), server.port(), account.user(), account.password().reveal());
    } else {
      transport.connect();
    }
    transport.sendMessage(mime, mime.getAllRecipients());
    return new Taken(code(transport.getLastServerResponse()));
  }

  /** What the server answered holds, however the line ends: a mail taken is not sent again. */
  private static void leave(SMTPTransport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.FINE, "The mail server left first: {0}", kind(e));
    }
  }

  /** A refusal of the recipient hides in the chain. */
  private static Handed failed(SendFailedException e) {
    for (Exception next = e.getNextException();
        next != null;
        next = next instanceof MessagingException m ? m.getNextException() : null) {
      if (next instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException address) {
        return address.getReturnCode() >= PERMANENT
            ? new Never("recipient refused with " + address.getReturnCode())
            : new NotNow("recipient answered " + address.getReturnCode());
      }
    }
    return new NotNow("not sent: " + kind(e));
  }

  private static String kind(MessagingException e) {
    Exception cause = e.getNextException();
    return cause == null ? e.getClass().getSimpleName() : cause.getClass().getSimpleName();
  }

  /** The codes of an answer; its words may repeat the address. */
  private static String code(String reply) {
    Matcher matcher = CODE.matcher(reply);
    return matcher.find() ? matcher.group() : "accepted";
  }

  private MimeMessage mime(Session session, Letter letter, String messageId)
      throws MessagingException {
    MimeMessage mime = new Identified(session, messageId);
    mime.setFrom(new InternetAddress(server.from(), true));
    mime.setRecipient(RecipientType.TO, new InternetAddress(letter.to(), true));
    mime.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
    mime.setSentDate(Date.from(clock.instant()));
    mime.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), StandardCharsets.UTF_8.name(), "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), StandardCharsets.UTF_8.name(), "html");
    mime.setContent(new MimeMultipart("alternative", text, html));
    mime.saveChanges();
    return mime;
  }

  /** Keeps the id given, so that a mail sent twice is recognised as one. */
  private static final class Identified extends MimeMessage {
    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  private Properties properties() {
    boolean tls = server.protection() == MailServer.Protection.TLS;
    String scheme = tls ? "smtps" : "smtp";
    String at = "mail." + scheme + ".";
    Properties p = new Properties();
    p.setProperty("mail.transport.protocol", scheme);
    p.setProperty(at + "host", server.host());
    p.setProperty(at + "port", String.valueOf(server.port()));
    p.setProperty(at + "auth", String.valueOf(server.account().isPresent()));
    p.setProperty(at + "connectiontimeout", PATIENCE_MILLIS);
    p.setProperty(at + "timeout", PATIENCE_MILLIS);
    p.setProperty(at + "writetimeout", PATIENCE_MILLIS);
    p.setProperty(at + "ssl.checkserveridentity", "true");
    p.setProperty(at + "quitwait", "false");
    if (server.protection() == MailServer.Protection.STARTTLS) {
      p.setProperty(at + "starttls.enable", "true");
      p.setProperty(at + "starttls.required", "true");
    }
    return p;
  }
}
