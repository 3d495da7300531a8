package dev.upheld.app.config;

import dev.upheld.access.SessionRules;
import dev.upheld.app.config.ServerConfig.ExternalStore;
import dev.upheld.app.config.ServerConfig.Hook;
import dev.upheld.app.config.ServerConfig.Incoming;
import dev.upheld.app.config.ServerConfig.Keys;
import dev.upheld.app.config.ServerConfig.MailAccount;
import dev.upheld.app.config.ServerConfig.MailServer;
import dev.upheld.app.config.ServerConfig.Mailbox;
import dev.upheld.app.config.ServerConfig.Proof;
import dev.upheld.app.config.ServerConfig.Web;
import dev.upheld.datamap.read.References;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import dev.upheld.kernel.yaml.YamlReader;
import dev.upheld.kernel.yaml.YamlResult;
import dev.upheld.probe.tell.Events;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the configuration, or refuses it with everything that is wrong. */
public final class ConfigReader {
  private static final int SHORTEST_SECRET = 32;
  private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "::1", "localhost");

  private final Given given;
  private final References references;
  private final Path folder;

  private ConfigReader(Given given, References references, Path folder) {
    this.given = given;
    this.references = references;
    this.folder = folder;
  }

  /**
   * What there is to read.
   *
   * @param file the configuration file, when there is one
   * @param folder where relative {@code file:} references start
   * @param env environment variables
   * @param options settings by key from the command line; they win
   */
  public record Sources(
      Optional<Path> file, Path folder, Map<String, String> env, Map<String, String> options) {
    public Sources {
      env = Map.copyOf(env);
      options = Map.copyOf(new HashMap<>(options));
    }
  }

  /**
   * Reads everything.
   *
   * @throws ProblemException with every fault found
   */
  public static ServerConfig read(Sources sources, References references) {
    Optional<YamlResult> file = sources.file().map(f -> YamlReader.read(sources.folder(), f));
    Given given = Given.of(file, sources.env(), sources.options());
    return new ConfigReader(given, references, sources.folder()).config();
  }

  private ServerConfig config() {
    Web web = web();
    SessionRules sessions = sessions();
    Optional<ExternalStore> store = store();
    Keys keys = keys();
    Optional<MailServer> mail = mail();
    Optional<Mailbox> mailbox = mailbox();
    List<Incoming> incoming =
        Stream.concat(
                incoming(Settings.WEBHOOK_IN_SYSTEMS, true),
                incoming(Settings.WEBHOOK_IN_ANY, false))
            .toList();
    refuseTwice(incoming);
    Optional<String> officer = given.optional(Settings.FIRST_OFFICER);
    Proof proof = proof();
    Duration history = given.value(Settings.HISTORY);
    Duration backups = given.value(Settings.BACKUPS);
    boolean metrics = given.value(Settings.METRICS_OPEN);
    boolean json = given.value(Settings.LOG_JSON);
    if (!given.problems().isEmpty()) {
      throw new ProblemException(given.problems());
    }
    return new ServerConfig(
        web, sessions, officer, store, keys, mail, mailbox, incoming, proof, history, backups,
        metrics, json);
  }

  private Web web() {
    String address = given.value(Settings.ADDRESS);
    Optional<URI> url = given.optional(Settings.PUBLIC_URL);
    boolean https = url.map(u -> "https".equals(u.getScheme())).orElse(false);
    if (!THIS_MACHINE.contains(address) && !https) {
      problem(
          Settings.ADDRESS,
          ConfigProblem.UNSAFE,
          "Listening on an address that others reach, without https: passwords would travel in the"
              + " clear.",
          "Put a proxy with TLS in front and say its address in public-url (https://...), or listen on"
              + " 127.0.0.1.");
    }
    return new Web(
        address,
        given.value(Settings.PORT),
        url,
        given.optional(Settings.TRUSTED_PROXIES).orElse(List.of()),
        given.value(Settings.BODY_KILOBYTES) * 1024,
        given.value(Settings.COMPRESS));
  }

  private SessionRules sessions() {
    Duration idle = given.value(Settings.IDLE);
    Duration absolute = given.value(Settings.ABSOLUTE);
    if (absolute.compareTo(idle) < 0) {
      problem(
          Settings.ABSOLUTE,
          ConfigProblem.BAD_VALUE,
          "session.absolute is shorter than session.idle.",
          "Make it at least as long.");
      return SessionRules.USUAL;
    }
    return new SessionRules(idle, absolute, SessionRules.USUAL.halfway());
  }

  private Optional<ExternalStore> store() {
    Optional<String> url = given.optional(Settings.STORE_URL);
    Optional<Secret<String>> owner = secret(Settings.STORE_OWNER_PASSWORD);
    Optional<Secret<String>> run = secret(Settings.STORE_RUN_PASSWORD);
    if (url.isEmpty()) {
      return Optional.empty();
    }
    need(Settings.STORE_OWNER_PASSWORD, Settings.STORE_URL);
    need(Settings.STORE_RUN_PASSWORD, Settings.STORE_URL);
    if (!url.get().startsWith("jdbc:postgresql:")) {
      problem(
          Settings.STORE_URL,
          ConfigProblem.BAD_VALUE,
          "store.url is not the JDBC address of a PostgreSQL.",
          "Write jdbc:postgresql://HOST:PORT/DATABASE.");
    }
    Secret<String> none = Secret.of("");
    return Optional.of(
        new ExternalStore(
            url.get(),
            given.value(Settings.STORE_OWNER),
            owner.orElse(none),
            given.value(Settings.STORE_RUN),
            run.orElse(none)));
  }

  private Optional<MailServer> mail() {
    Optional<String> host = given.optional(Settings.MAIL_HOST);
    Optional<String> user = given.optional(Settings.MAIL_USER);
    Optional<Secret<String>> password = secret(Settings.MAIL_PASSWORD);
    Optional<String> from = given.optional(Settings.MAIL_FROM);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    need(Settings.MAIL_FROM, Settings.MAIL_HOST);
    if (user.isPresent()) {
      need(Settings.MAIL_PASSWORD, Settings.MAIL_USER);
    }
    Encryption encryption = given.value(Settings.MAIL_ENCRYPTION);
    notInTheClear(Settings.MAIL_ENCRYPTION, encryption, host.get());
    return Optional.of(
        new MailServer(
            host.get(),
            given.value(Settings.MAIL_PORT),
            encryption,
            user.flatMap(u -> password.map(p -> new MailAccount(u, p))),
            from.orElse("")));
  }

  private void notInTheClear(Setting<Encryption> setting, Encryption encryption, String host) {
    if (encryption == Encryption.NONE && !THIS_MACHINE.contains(host)) {
      problem(
          setting,
          ConfigProblem.UNSAFE,
          "Mail would travel in the clear to another machine.",
          "Use starttls or tls, or a mail server on this machine.");
    }
  }

  private Optional<Mailbox> mailbox() {
    Optional<String> host = given.optional(Settings.MAILBOX_HOST);
    Optional<String> user = given.optional(Settings.MAILBOX_USER);
    Optional<Secret<String>> password = secret(Settings.MAILBOX_PASSWORD);
    if (host.isEmpty()) {
      return Optional.empty();
    }
    need(Settings.MAILBOX_USER, Settings.MAILBOX_HOST);
    need(Settings.MAILBOX_PASSWORD, Settings.MAILBOX_HOST);
    Encryption encryption = given.value(Settings.MAILBOX_ENCRYPTION);
    notInTheClear(Settings.MAILBOX_ENCRYPTION, encryption, host.get());
    return Optional.of(
        new Mailbox(
            host.get(),
            given.value(Settings.MAILBOX_PORT),
            encryption,
            new MailAccount(user.orElse(""), password.orElse(Secret.of(""))),
            given.value(Settings.MAILBOX_FOLDER)));
  }

  private Proof proof() {
    Optional<URI> url = given.optional(Settings.WEBHOOK_URL);
    Optional<Secret<String>> secret = secret(Settings.WEBHOOK_SECRET);
    if (url.isPresent()) {
      need(Settings.WEBHOOK_SECRET, Settings.WEBHOOK_URL);
    }
    Events events = given.value(Settings.WEBHOOK_EVENTS);
    List<String> allowed = given.optional(Settings.WEBHOOK_ALLOW).orElse(List.of());
    return new Proof(
        given.value(Settings.PROOF_EVERY),
        given.optional(Settings.PROOF_AT),
        given.optional(Settings.ALERTS_MAIL),
        url.flatMap(u -> secret.map(s -> new Hook(u, s, events, allowed))));
  }

  private Stream<Incoming> incoming(Setting<Map<String, Reference>> setting, boolean isSystem) {
    return given.optional(setting).orElse(Map.of()).entrySet().stream()
        .flatMap(
            e ->
                resolved(setting, e.getValue())
                    .map(secret -> new Incoming(e.getKey(), strong(setting, secret), isSystem))
                    .stream());
  }

  private Secret<String> strong(Setting<?> setting, Secret<String> secret) {
    if (secret.reveal().length() < SHORTEST_SECRET) {
      problem(
          setting,
          ConfigProblem.BAD_VALUE,
          "A secret of " + setting.key() + " is too short to sign with.",
          "Make one of 32 random characters or more.");
    }
    return secret;
  }

  private void refuseTwice(List<Incoming> incoming) {
    if (incoming.stream().map(Incoming::key).distinct().count() < incoming.size()) {
      problem(
          Settings.WEBHOOK_IN_ANY,
          ConfigProblem.BAD_VALUE,
          "A key stands in both webhook.in.systems and webhook.in.any.",
          "Give each key another name.");
    }
  }

  private void need(Setting<?> needed, Setting<?> by) {
    if (!given.has(needed)) {
      problem(
          by,
          ConfigProblem.MISSING,
          by.key() + " needs " + needed.key() + ".",
          "Set " + needed.key() + ", or " + needed.variable() + " in the environment.");
    }
  }

  private Keys keys() {
    List<Secret<String>> former =
        given.optional(Settings.FORMER_KEYS).orElse(List.of()).stream()
            .flatMap(r -> resolved(Settings.FORMER_KEYS, r).stream())
            .toList();
    return new Keys(secret(Settings.MASTER_KEY), former, given.value(Settings.KEYS_EVERY));
  }

  private Optional<Secret<String>> secret(Setting<Reference> setting) {
    return given.optional(setting).flatMap(reference -> resolved(setting, reference));
  }

  private Optional<Secret<String>> resolved(Setting<?> setting, Reference reference) {
    Optional<String> value =
        switch (reference) {
          case Reference.Variable v -> references.variable(v.name());
          case Reference.SecretFile f -> references.file(folder.resolve(f.path()));
        };
    if (value.filter(v -> !v.isEmpty()).isEmpty()) {
      problem(
          setting,
          ConfigProblem.BAD_REFERENCE,
          setting.key() + " refers to a secret that is not there.",
          "Set the variable, or make the file readable for this account.");
    }
    return value.map(Secret::of);
  }

  private void problem(Setting<?> setting, ConfigProblem code, String what, String mend) {
    given.problem(new Problem(code, what, given.place(setting), mend));
  }
}
