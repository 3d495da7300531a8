package dev.upheld.probe.tell;

import dev.upheld.kernel.Secret;
import java.net.URI;
import java.util.Set;

/**
 * Where alerts are posted to.
 *
 * @param name of our own, stable: alerts that wait carry it
 * @param url {@code https}; {@code http} only where the host is in {@code allowedHosts}
 * @param secret both sides know it; at least 32 characters
 * @param events which it wants
 * @param allowedHosts hosts that may be internal: names or addresses exactly as in {@code url}
 */
public record Webhook(
    String name, URI url, Secret<String> secret, Events events, Set<String> allowedHosts) {
  private static final int SHORTEST_SECRET = 32;

  /**
   * @throws dev.upheld.kernel.ProblemException when the address or the secret is unfit
   */
  public Webhook {
    allowedHosts = Set.copyOf(allowedHosts);
    String host = url.getHost();
    if (host == null || url.getUserInfo() != null || url.getFragment() != null) {
      throw TellProblem.URL.because(
          "The address of the webhook " + name + " is none.",
          "Write it as https://host/path, without user and password.");
    }
    boolean plain = "http".equals(url.getScheme());
    if (!"https".equals(url.getScheme()) && !(plain && allowedHosts.contains(host))) {
      throw TellProblem.URL.because(
          "The webhook " + name + " is not reached over https.",
          "Use https, or allow its host as an internal one.");
    }
    if (secret.reveal().length() < SHORTEST_SECRET) {
      throw TellProblem.SECRET.because(
          "The secret of the webhook " + name + " is too short to sign with.",
          "Make one of 32 random characters or more.");
    }
  }

  /** One that wants what promises bring. */
  public Webhook(String name, URI url, Secret<String> secret, Set<String> allowedHosts) {
    this(name, url, secret, Events.PROMISES, allowedHosts);
  }

  boolean encrypted() {
    return "https".equals(url.getScheme());
  }

  int port() {
    return url.getPort() >= 0 ? url.getPort() : encrypted() ? 443 : 80;
  }
}
