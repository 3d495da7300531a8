package dev.upheld.connect.http;

import dev.upheld.datamap.partner.Partner;
import dev.upheld.kernel.Secret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Makes calls, never faster than the partner allows, and again where that does no harm: after 429,
 * 5xx, silence and broken lines, a few times, waiting longer each time.
 */
final class Caller implements AutoCloseable {
  /** No answer is longer; a page of 100 records is far below. */
  static final int LONGEST = 8 * 1024 * 1024;

  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Partner partner;
  private final Secret<String> key;
  private final Troubles troubles;
  private final InstantSource clock;
  private final Pauses pauses;
  private final HttpClient client;
  private Instant free = Instant.MIN;

  Caller(
      Partner partner, Secret<String> key, Troubles troubles, InstantSource clock, Pauses pauses) {
    this.partner = partner;
    this.key = key;
    this.troubles = troubles;
    this.clock = clock;
    this.pauses = pauses;
    if (!key.reveal().matches("[ -~]{1,1000}")) {
      throw troubles.key();
    }
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(partner.pace().timeout())
            .build();
  }

  /** The answer, whatever it is, except those that a later try may better. */
  Reply call(Request request) {
    for (int tried = 1; ; tried++) {
      inPace();
      boolean last = tried >= partner.pace().tries();
      try {
        Reply reply = once(request);
        if (last || !isPassing(reply, request)) {
          return checked(reply);
        }
        pause(wait(reply, tried));
      } catch (IOException | TimeoutException e) {
        if (last || !request.isRepeatable() || e instanceof SSLException) {
          throw trouble(e); // its message may hold the address, and that what was asked
        }
        pause(backOff(tried));
      }
    }
  }

  private dev.upheld.kernel.ProblemException trouble(Exception e) {
    if (e instanceof SSLException) {
      return troubles.tls();
    }
    return e instanceof TimeoutException || e instanceof HttpTimeoutException
        ? troubles.late()
        : troubles.away();
  }

  private Reply checked(Reply reply) {
    if (reply.status() == 429) {
      throw troubles.busy();
    }
    if (reply.status() >= 300 && reply.status() < 400) {
      throw troubles.elsewhere();
    }
    if (reply.status() == 401 || reply.status() == 403 || reply.status() >= 500) {
      throw troubles.status(reply.status());
    }
    return reply;
  }

  /** Whether a later try may get another answer, and trying does no harm. */
  private static boolean isPassing(Reply reply, Request request) {
    return switch (reply.status()) {
      case 429 -> true; // nothing was done
      case 409 -> request.once().isPresent(); // the first try is still being worked on
      default -> reply.status() >= 500 && request.isRepeatable();
    };
  }

  private Duration wait(Reply reply, int tried) {
    Duration wait = reply.retryAfter().flatMap(this::asked).orElse(backOff(tried));
    if (wait.compareTo(LONGEST_WAIT) > 0) {
      throw troubles.busy();
    }
    return wait;
  }

  /** RFC 9110, 10.2.3: seconds, or a date. What is neither is passed over. */
  private Optional<Duration> asked(String header) {
    if (header.strip().matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(header.strip())));
    }
    try {
      Instant when =
          ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration wait = Duration.between(clock.instant(), when);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Duration backOff(int tried) {
    return FIRST_WAIT.multipliedBy(1L << Math.min(tried - 1, 6));
  }

  private void inPace() {
    Instant now = clock.instant();
    if (now.isBefore(free)) {
      pause(Duration.between(now, free));
    }
    Instant begun = now.isBefore(free) ? free : now;
    free = begun.plusNanos(1_000_000_000L / partner.pace().perSecond());
  }

  private void pause(Duration time) {
    try {
      pauses.pause(time);
    } catch (InterruptedException e) {
      throw stopped();
    }
  }

  private dev.upheld.kernel.ProblemException stopped() {
    Thread.currentThread().interrupt();
    return troubles.stopped();
  }

  private Reply once(Request request) throws IOException, TimeoutException {
    CompletableFuture<HttpResponse<Optional<byte[]>>> sent =
        client.sendAsync(built(request), Bounded.to(LONGEST));
    try {
      HttpResponse<Optional<byte[]>> response =
          sent.get(partner.pace().timeout().toMillis(), TimeUnit.MILLISECONDS);
      byte[] body = response.body().orElseThrow(() -> troubles.strange("too much at once"));
      return new Reply(
          response.statusCode(),
          body.length == 0 ? Optional.empty() : Json.read(body),
          response.headers().firstValue("Retry-After"));
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException("the call failed");
    } catch (InterruptedException e) {
      throw stopped();
    } finally {
      sent.cancel(true); // one that takes too long must not go on behind our back
    }
  }

  private HttpRequest built(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(request.uri())
            .timeout(partner.pace().timeout())
            .method(request.method(), BodyPublishers.noBody())
            .setHeader("Accept", "application/json")
            .setHeader("User-Agent", "upheld");
    partner.headers().forEach(builder::setHeader);
    String shown = key.reveal();
    switch (partner.auth()) {
      case Partner.Auth.Bearer() -> builder.setHeader("Authorization", "Bearer " + shown);
      case Partner.Auth.Basic() ->
          builder.setHeader(
              "Authorization",
              "Basic "
                  + Base64.getEncoder().encodeToString(shown.getBytes(StandardCharsets.UTF_8)));
      case Partner.Auth.Header(String name) -> builder.setHeader(name, shown);
    }
    if (request.once().isPresent() && partner.once().isPresent()) {
      builder.setHeader(partner.once().get(), request.once().get());
    }
    return builder.build();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
