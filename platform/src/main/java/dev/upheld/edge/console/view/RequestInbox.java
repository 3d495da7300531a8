package dev.upheld.edge.console.view;

import dev.upheld.duty.request.CaseLine;
import java.time.LocalDate;
import java.util.List;

/**
 * The inbox: open requests by deadline. Search is a POST form, since an address must not stand in
 * an address bar.
 *
 * @param show {@code open}, {@code ended} or {@code found}
 * @param today where the company is
 * @param privacy the address of the public pages
 * @param mails how many mails may be requests and wait for somebody to look
 */
public record RequestInbox(
    List<CaseLine> lines, String show, LocalDate today, boolean mayWork, String privacy, int mails)
    implements View {
  public RequestInbox {
    lines = List.copyOf(lines);
  }
}
