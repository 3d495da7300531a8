package dev.upheld.edge.console.view;

import dev.upheld.duty.request.Mails;
import java.util.List;

/** Mails that may be requests, the oldest first. */
public record RequestMails(List<Mails.Waiting> mails) implements View {
  public RequestMails {
    mails = List.copyOf(mails);
  }
}
