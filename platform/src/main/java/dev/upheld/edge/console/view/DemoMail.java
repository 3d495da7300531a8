package dev.upheld.edge.console.view;

import dev.upheld.mail.Postbox;
import java.util.List;

/** The mails of a demonstration, which nobody sends: the newest first. */
public record DemoMail(List<Postbox.Taken> letters) implements View {
  public DemoMail {
    letters = List.copyOf(letters);
  }
}
