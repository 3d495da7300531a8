package dev.upheld.app.web;

import dev.upheld.access.OpenToAnyone;
import dev.upheld.app.web.Health.Sign;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says whether the process lives, whether it can work, and whether somebody must look. Nothing
 * about the inside, except to programs on this machine.
 */
@Controller
final class HealthDoor {
  private static final String ANYONE = "whoever watches the server has no account";
  private static final int AWAY = 503;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Health health;
  private final boolean openHere;

  /**
   * @param openHere whether programs on this machine hear what the trouble is
   */
  HealthDoor(Health health, boolean openHere) {
    this.health = health;
    this.openHere = openHere;
  }

  /**
   * How it is: {@code up}, {@code degraded} (it works, but somebody must look) or {@code down}.
   * Only what cannot work answers 503: taking a degraded server out of a balancer mends nothing.
   */
  @GetMapping("/health")
  @OpenToAnyone(because = ANYONE)
  public ResponseEntity<String> whole(HttpServletRequest request) {
    if (!health.storeAnswers()) {
      return away();
    }
    List<Sign> signs = health.signs();
    boolean trouble = signs.stream().anyMatch(Sign::trouble);
    ObjectNode body = JSON.createObjectNode();
    body.put("status", trouble ? "degraded" : "up").put("store", "up");
    if (openHere && Local.is(request)) {
      signs.forEach(sign -> body.withObjectProperty(group(sign)).put(sign.part(), sign.what()));
    }
    return json(200, body.toString());
  }

  private static String group(Sign sign) {
    return sign.trouble() ? "troubles" : "notes";
  }

  /** Whether it can work: the database answers. */
  @GetMapping("/health/ready")
  @OpenToAnyone(because = ANYONE)
  public ResponseEntity<String> ready() {
    return health.storeAnswers() ? json(200, "{\"status\":\"up\",\"store\":\"up\"}") : away();
  }

  private static ResponseEntity<String> away() {
    return json(AWAY, "{\"status\":\"down\",\"store\":\"away\"}");
  }

  /** Whether the process lives, whatever the database does: else it needs a restart. */
  @GetMapping("/health/live")
  @OpenToAnyone(because = ANYONE)
  public ResponseEntity<String> live() {
    return json(200, "{\"status\":\"up\"}");
  }

  private static ResponseEntity<String> json(int status, String body) {
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
