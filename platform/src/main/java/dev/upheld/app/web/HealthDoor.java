package dev.upheld.app.web;

import dev.upheld.access.OpenToAnyone;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Says whether the process lives and whether it can work; nothing about the inside. */
@Controller
final class HealthDoor {
  private static final String ANYONE = "whoever watches the server has no account";
  private static final int AWAY = 503;

  private final Health health;

  HealthDoor(Health health) {
    this.health = health;
  }

  /** Whether it can work: the database answers. */
  @GetMapping({"/health", "/health/ready"})
  @OpenToAnyone(because = ANYONE)
  public ResponseEntity<String> ready() {
    boolean answers = health.storeAnswers();
    return json(
        answers ? 200 : AWAY,
        answers
            ? "{\"status\":\"up\",\"store\":\"up\"}"
            : "{\"status\":\"down\",\"store\":\"away\"}");
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
