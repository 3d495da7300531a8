package dev.upheld.app.serve;

import dev.upheld.access.Letters;
import dev.upheld.mail.Mail;
import dev.upheld.mail.Message;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * The mails of access, with the company's name and the public address.
 *
 * @param url what people type to come here, without a path
 */
record MailedLetters(Mail mail, String url, String company, Tongues tongues) implements Letters {

  @Override
  public void invitation(DSLContext tx, To to, String role, String path) {
    String said = tongues.role(role, language(to));
    send(tx, "invitation", to, Map.of("role", said, "link", url + path));
  }

  @Override
  public void reset(DSLContext tx, To to, String path) {
    send(tx, "reset", to, Map.of("link", url + path));
  }

  @Override
  public void changed(DSLContext tx, To to) {
    send(tx, "changed", to, Map.of());
  }

  @Override
  public void factorChanged(DSLContext tx, To to) {
    send(tx, "factor", to, Map.of());
  }

  private String language(To to) {
    return tongues.known(to.language());
  }

  private void send(DSLContext tx, String template, To to, Map<String, String> with) {
    Map<String, String> all = new HashMap<>(with);
    all.put("company", company);
    mail.send(tx, new Message(template, language(to), to.email(), all));
  }
}
