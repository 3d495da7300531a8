package dev.upheld.edge.console.request;

import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.duty.request.Inbox;
import dev.upheld.edge.console.view.RequestStatistics;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** How requests are answered, in figures: a page, and the same as a file. */
@Controller
public final class StatisticsDoor {
  private final Inbox inbox;

  public StatisticsDoor(Inbox inbox) {
    this.inbox = inbox;
  }

  /** The page. */
  @GetMapping("/requests/statistics")
  @Needs(Permission.REQUESTS_READ)
  public RequestStatistics page() {
    return new RequestStatistics(inbox.statistics());
  }

  /** The file. */
  @GetMapping("/requests/statistics.csv")
  @Needs(Permission.REQUESTS_READ)
  public ResponseEntity<String> file() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"requests.csv\"")
        .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .body(inbox.statistics().csv());
  }
}
