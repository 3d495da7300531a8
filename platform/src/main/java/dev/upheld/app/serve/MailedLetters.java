package dev.upheld.app.serve;

import dev.upheld.access.Letters;
import dev.upheld.mail.Mail;
import dev.upheld.mail.Message;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * The mails of access, with the company's name and the public address.
 *
 * @param url what people type to come here, without a path
 * @param language of the mails
 */
record MailedLetters(Mail mail, String url, String company, String language) implements Letters {

  @Override
  public void invitation(DSLContext tx, String email, String role, String path) {
    send(tx, "invitation", email, Map.of("company", company, "role", role, "link", url + path));
  }

  @Override
  public void reset(DSLContext tx, String email, String path) {
    send(tx, "reset", email, Map.of("company", company, "link", url + path));
  }

  @Override
  public void changed(DSLContext tx, String email) {
    send(tx, "changed", email, Map.of("company", company));
  }

  private void send(DSLContext tx, String template, String email, Map<String, String> with) {
    mail.send(tx, new Message(template, language, email, with));
  }
}
