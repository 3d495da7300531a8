package dev.upheld.app.web;

import dev.upheld.access.Identity;
import dev.upheld.access.OpenToAnyone;
import dev.upheld.access.Permission;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The server's figures in the text format of Prometheus. */
@Controller
final class MetricsDoor {
  private static final MediaType TEXT =
      MediaType.parseMediaType("text/plain;version=0.0.4;charset=utf-8");

  private final PrometheusMeterRegistry meters;
  private final boolean openHere;

  /**
   * @param openHere whether programs on this machine need no token
   */
  MetricsDoor(PrometheusMeterRegistry meters, boolean openHere) {
    this.meters = meters;
    this.openHere = openHere;
  }

  /** All figures; for this machine where that is configured, else for holders of the scope. */
  @GetMapping("/metrics")
  @OpenToAnyone(because = "programs on this machine may read without a token; the method decides")
  public ResponseEntity<String> metrics(HttpServletRequest request) {
    Optional<Identity> identity = Attributes.identity(request);
    boolean may = identity.map(i -> i.may(Permission.METRICS_READ)).orElse(false);
    if (may || (openHere && Local.is(request))) {
      return ResponseEntity.ok().contentType(TEXT).body(meters.scrape());
    }
    HttpStatus status = identity.isPresent() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
    return ResponseEntity.status(status)
        .header("WWW-Authenticate", "Bearer")
        .contentType(TEXT)
        .body("");
  }
}
