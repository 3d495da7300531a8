package dev.upheld.connect.http;

import dev.upheld.datamap.partner.Partner;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An answer of a partner.
 *
 * @param body empty when there was none, or none that can be read
 * @param retryAfter the header as it came
 */
record Reply(int status, Optional<JsonNode> body, Optional<String> retryAfter) {

  boolean isFine() {
    return status >= 200 && status < 300;
  }

  /** Whether it is one of these answers. */
  boolean says(List<Partner.Gone> gone) {
    return gone.stream()
        .anyMatch(
            g ->
                g.status() == status
                    && g.said()
                        .map(
                            said ->
                                body.flatMap(b -> Json.text(b, said.at()))
                                    .filter(said.is()::equals)
                                    .isPresent())
                        .orElse(true));
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]"; // the body is about a person
  }
}
