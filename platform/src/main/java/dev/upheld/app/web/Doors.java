package dev.upheld.app.web;

import dev.upheld.access.Identity;
import dev.upheld.access.Sessions.Visitor;
import java.util.List;
import java.util.Optional;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;

/**
 * What the server opens.
 *
 * @param controllers objects with Spring's mapping annotations; every way in carries {@link
 *     dev.upheld.access.Needs} or {@link dev.upheld.access.OpenToAnyone}
 * @param arguments what their methods may ask for, besides {@link Identity}
 * @param results what their methods may return
 * @param keeper who knows who somebody is
 * @param failures shows what went wrong
 */
public record Doors(
    List<Object> controllers,
    List<HandlerMethodArgumentResolver> arguments,
    List<HandlerMethodReturnValueHandler> results,
    Keeper keeper,
    FailurePage failures) {
  public Doors {
    controllers = List.copyOf(controllers);
    arguments = List.copyOf(arguments);
    results = List.copyOf(results);
  }

  /** Who knows who somebody is. */
  public interface Keeper {

    /** Whoever holds this session's token, signed in with both factors; notes the visit. */
    Optional<Visitor> bySession(String token);

    /** Whoever holds this API token. */
    Optional<Identity> byToken(String token);

    /** Somebody who is known came where they may not; {@code scope} is what they lacked. */
    default void refused(Identity identity, String scope) {}
  }
}
