package dev.upheld.app.config;

import dev.upheld.access.SessionRules;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.tell.Events;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * How the server is set up; every secret is resolved, every value checked.
 *
 * @param web who may reach it, and under which address
 * @param sessions how long sessions live
 * @param firstOfficer address of whom the first link is for; empty for the charter's contact
 * @param store where the store is; empty for the server of our own
 * @param keys what seals personal data
 * @param mail the mail server; empty where there is none
 * @param mailbox where people write their requests to; empty where none is read
 * @param incoming who may sign messages to us
 * @param proof when promises are measured, and who is told
 * @param history how long the records of what is settled stay
 * @param backups how old the oldest backup of the systems may be
 * @param metricsOpen whether this machine reads the figures without a token
 * @param logJson whether log lines are JSON
 */
public record ServerConfig(
    Web web,
    SessionRules sessions,
    Optional<String> firstOfficer,
    Optional<ExternalStore> store,
    Keys keys,
    Optional<MailServer> mail,
    Optional<Mailbox> mailbox,
    List<Incoming> incoming,
    Proof proof,
    Duration history,
    Duration backups,
    boolean metricsOpen,
    boolean logJson) {

  public ServerConfig {
    incoming = List.copyOf(incoming);
  }

  /** The same on another port. */
  public ServerConfig onPort(int port) {
    Web moved =
        new Web(web.address, port, web.publicUrl, web.trustedProxies, web.bodyLimit, web.compress);
    return new ServerConfig(
        moved,
        sessions,
        firstOfficer,
        store,
        keys,
        mail,
        mailbox,
        incoming,
        proof,
        history,
        backups,
        metricsOpen,
        logJson);
  }

  /**
   * The web side.
   *
   * @param address to listen on
   * @param port to listen on; 0 for any
   * @param publicUrl what people type; empty for the listening address
   * @param trustedProxies whose forwarding headers are believed
   * @param bodyLimit in bytes
   * @param compress whether answers are compressed where the client asks for it
   */
  public record Web(
      String address,
      int port,
      Optional<URI> publicUrl,
      List<String> trustedProxies,
      int bodyLimit,
      boolean compress) {
    public Web {
      trustedProxies = List.copyOf(trustedProxies);
    }

    /** Whether people come over https. */
    public boolean https() {
      return publicUrl.map(u -> "https".equals(u.getScheme())).orElse(false);
    }
  }

  /**
   * What seals personal data.
   *
   * @param master the key given; empty for the one in the home folder
   * @param former keys used before, which may still seal something
   * @param every how old a data key may become
   */
  public record Keys(Optional<Secret<String>> master, List<Secret<String>> former, Duration every) {
    public Keys {
      former = List.copyOf(former);
    }
  }

  /**
   * When promises are measured, and who is told.
   *
   * @param every how often
   * @param at at which time of the company's day; empty for none in particular
   * @param mail who is told of what nobody answers for
   * @param hook where alerts are posted to
   */
  public record Proof(
      Duration every, Optional<LocalTime> at, Optional<String> mail, Optional<Hook> hook) {}

  /**
   * Where alerts are posted to.
   *
   * @param events which are posted
   * @param allowed hosts that may be internal
   */
  public record Hook(URI url, Secret<String> secret, Events events, List<String> allowed) {
    public Hook {
      allowed = List.copyOf(allowed);
    }
  }

  /**
   * Whoever signs messages to us.
   *
   * @param key its name
   * @param isSystem whether it is a system, which speaks of itself alone
   */
  public record Incoming(String key, Secret<String> secret, boolean isSystem) {}

  /** A PostgreSQL that is there already, with its two roles. */
  public record ExternalStore(
      String url,
      String owner,
      Secret<String> ownerPassword,
      String run,
      Secret<String> runPassword) {}

  /** The mail server. */
  public record MailServer(
      String host, int port, Encryption encryption, Optional<MailAccount> account, String from) {}

  /** The mailbox that people write their requests to. */
  public record Mailbox(
      String host, int port, Encryption encryption, MailAccount account, String folder) {}

  /** The account at the mail server. */
  public record MailAccount(String user, Secret<String> password) {}
}
