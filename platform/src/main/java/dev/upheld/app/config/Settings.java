package dev.upheld.app.config;

import dev.upheld.app.config.Setting.Kind;
import dev.upheld.probe.tell.Events;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every setting of the server, declared once. */
final class Settings {
  private static final List<Setting<?>> DECLARED = new ArrayList<>();

  static final Setting<String> ADDRESS =
      setting(
          "listen.address",
          "127.0.0.1",
          Kinds.HOST_NAME,
          "The address to listen on. Any other than this machine's own needs `public-url` with https:"
              + " a proxy in front that speaks TLS.");
  static final Setting<Integer> PORT =
      setting("listen.port", "8787", Kinds.PORT, "The port to listen on; `0` takes a free one.");
  static final Setting<URI> PUBLIC_URL =
      setting(
          "public-url",
          "",
          Kinds.WEB_ADDRESS,
          "What people type to come here; links in mail start with it. With https, cookies are for"
              + " https only and browsers are told to stay with it. By default the listening address.");
  static final Setting<List<String>> TRUSTED_PROXIES =
      setting(
          "proxy.trusted",
          "",
          Kinds.ADDRESSES,
          "Addresses of proxies whose `X-Forwarded-For` is believed. By default nobody's is.");
  static final Setting<Boolean> COMPRESS =
      setting(
          "listen.compress",
          "true",
          Kinds.FLAG,
          "Whether pages and data are compressed for browsers that ask for it; `false` where a proxy"
              + " does it.");
  static final Setting<Integer> BODY_KILOBYTES =
      setting(
          "limits.body-kilobytes",
          "256",
          Kinds.wholeNumber(1, 1_048_576),
          "The largest request body; more is refused with status 413.");
  static final Setting<Duration> IDLE =
      setting(
          "session.idle",
          "30 minutes",
          Kinds.TIME,
          "A session ends after this time without a request.");
  static final Setting<Duration> ABSOLUTE =
      setting(
          "session.absolute",
          "12 hours",
          Kinds.TIME,
          "A session ends after this time however busy it is.");
  static final Setting<String> FIRST_OFFICER =
      setting(
          "first-officer",
          "",
          Kinds.TEXT,
          "E-mail address of the first officer, whose link `upheld serve` prints while nobody can sign in."
              + " By default the charter's contact for data protection.");
  static final Setting<String> STORE_URL =
      setting(
          "store.url",
          "",
          Kinds.TEXT,
          "JDBC address of a PostgreSQL (15 or newer) that is there already, without user and password."
              + " By default Upheld starts one of its own: for evaluation, not for production.");
  static final Setting<String> STORE_OWNER =
      setting(
          "store.owner",
          "upheld_owner",
          Kinds.TEXT,
          "The role that owns the tables and changes them.");
  static final Setting<Reference> STORE_OWNER_PASSWORD =
      setting("store.owner-password", "", Kinds.SECRET, "Its password. Needed with `store.url`.");
  static final Setting<String> STORE_RUN =
      setting("store.run", "upheld_run", Kinds.TEXT, "The role that works every day.");
  static final Setting<Reference> STORE_RUN_PASSWORD =
      setting("store.run-password", "", Kinds.SECRET, "Its password. Needed with `store.url`.");
  static final Setting<Reference> MASTER_KEY =
      setting(
          "keys.master",
          "",
          Kinds.SECRET,
          "The key that protects the keys of personal data: 32 bytes in Base64. By default one is made"
              + " in the home folder, outside the database; keep a copy of it apart from the database's backup.");
  static final Setting<List<Reference>> FORMER_KEYS =
      setting(
          "keys.former",
          "",
          Kinds.SECRETS,
          "Master keys used before, while their work is sealed anew: name the old one here when"
              + " `keys.master` changes, until `upheld keys status` says that none is needed.");
  static final Setting<Duration> KEYS_EVERY =
      setting(
          "keys.rotate-every",
          "90 days",
          Kinds.TIME,
          "After this time personal data is sealed with new keys. What older keys sealed stays readable.");
  static final Setting<String> MAIL_HOST =
      setting(
          "mail.host",
          "",
          Kinds.HOST_NAME,
          "The mail server. Without one mail waits in the outbox until there is one.");
  static final Setting<Integer> MAIL_PORT = setting("mail.port", "587", Kinds.PORT, "Its port.");
  static final Setting<Encryption> MAIL_ENCRYPTION =
      setting(
          "mail.encryption",
          "starttls",
          Kinds.oneOf(Encryption.class),
          "How the way to it is protected. `none` is for a mail server on this machine.");
  static final Setting<String> MAIL_USER =
      setting(
          "mail.user", "", Kinds.TEXT, "The account at the mail server, where it asks for one.");
  static final Setting<Reference> MAIL_PASSWORD =
      setting("mail.password", "", Kinds.SECRET, "The account's password.");
  static final Setting<String> MAIL_FROM =
      setting("mail.from", "", Kinds.TEXT, "The sender's address. Needed with `mail.host`.");
  static final Setting<String> MAILBOX_HOST =
      setting(
          "requests.mailbox.host",
          "",
          Kinds.HOST_NAME,
          "The IMAP server of the mailbox that people write their requests to (docs/requests.md). By default"
              + " none is read.");
  static final Setting<Integer> MAILBOX_PORT =
      setting("requests.mailbox.port", "993", Kinds.PORT, "Its port.");
  static final Setting<Encryption> MAILBOX_ENCRYPTION =
      setting(
          "requests.mailbox.encryption",
          "tls",
          Kinds.oneOf(Encryption.class),
          "How the way to it is protected. `none` is for a server on this machine.");
  static final Setting<String> MAILBOX_USER =
      setting(
          "requests.mailbox.user",
          "",
          Kinds.TEXT,
          "The account. Needed with `requests.mailbox.host`.");
  static final Setting<Reference> MAILBOX_PASSWORD =
      setting(
          "requests.mailbox.password",
          "",
          Kinds.SECRET,
          "The account's password. Needed with `requests.mailbox.host`.");
  static final Setting<String> MAILBOX_FOLDER =
      setting(
          "requests.mailbox.folder",
          "INBOX",
          Kinds.TEXT,
          "The folder whose unread mails are read.");
  static final Setting<Duration> PROOF_EVERY =
      setting(
          "proof.every",
          "1 day",
          Kinds.TIME,
          "How often each promise is measured. Up to a day, evidence counts in full for 26 hours and"
              + " is worth nothing after 72; for longer periods, two hours more than a period and three"
              + " periods.");
  static final Setting<LocalTime> PROOF_AT =
      setting(
          "proof.at",
          "",
          Kinds.CLOCK,
          "At which time of the company's day, where promises are measured daily or less often. By"
              + " default whenever a day has passed.");
  static final Setting<String> ALERTS_MAIL =
      setting(
          "alerts.mail",
          "",
          Kinds.MAIL_ADDRESS,
          "Who is told by mail when a promise breaks that nobody answers for. By default nobody.");
  static final Setting<URI> WEBHOOK_URL =
      setting(
          "webhook.url",
          "",
          Kinds.URL,
          "Where alerts are posted to as signed JSON (docs/webhooks.md). By default nowhere.");
  static final Setting<Reference> WEBHOOK_SECRET =
      setting(
          "webhook.secret",
          "",
          Kinds.SECRET,
          "What signs them: 32 random characters or more. Needed with `webhook.url`.");
  static final Setting<Events> WEBHOOK_EVENTS =
      setting(
          "webhook.events",
          "promise.*",
          Kinds.EVENTS,
          "Which events are posted there: `promise.*` when a promise breaks or is broken no more,"
              + " `request.*` for each turn of a request, or names (docs/webhooks.md).");
  static final Setting<List<String>> WEBHOOK_ALLOW =
      setting(
          "webhook.allow",
          "",
          Kinds.ADDRESSES,
          "Hosts that alerts may go to though their address is internal, or without https. By default"
              + " none: a webhook must not reach into your own network.");
  static final Setting<Map<String, Reference>> WEBHOOK_IN_SYSTEMS =
      setting(
          "webhook.in.systems",
          "",
          Kinds.NAMED_SECRETS,
          "Keys with which systems sign that their task of a request is done: the name of a system of"
              + " systems.yaml and where its secret is, 32 random characters or more. Each reports the tasks"
              + " of its system alone (docs/webhooks.md). By default nobody does.");
  static final Setting<Map<String, Reference>> WEBHOOK_IN_ANY =
      setting(
          "webhook.in.any",
          "",
          Kinds.NAMED_SECRETS,
          "The same for keys that may report every task of every request, for example of a system of"
              + " tickets.");
  static final Setting<Duration> HISTORY =
      setting(
          "history.keep",
          "90 days",
          Kinds.TIME,
          "How long the records of what is settled stay: mails sent, alerts delivered, jobs given up, runs"
              + " of proof. The journal and the evidence stay for ever.");
  static final Setting<Duration> BACKUPS =
      setting(
          "backups.keep",
          "90 days",
          Kinds.TIME,
          "How old the oldest backup of your systems may be. So long it is remembered, by keyed hash alone,"
              + " who was erased, for `upheld reapply` after a restore.");
  static final Setting<Boolean> METRICS_OPEN =
      setting(
          "metrics.open",
          "true",
          Kinds.FLAG,
          "Whether `/metrics` answers programs on this machine without a token. Others always need a token"
              + " with the scope `metrics.read`.");
  static final Setting<Boolean> LOG_JSON =
      setting(
          "log.json",
          "true",
          Kinds.FLAG,
          "One JSON object per log line; `false` for lines to read.");

  private Settings() {}

  private static <T> Setting<T> setting(String key, String usual, Kind<T> kind, String meaning) {
    Setting<T> setting = new Setting<>(key, usual, kind, meaning);
    DECLARED.add(setting);
    return setting;
  }

  /** All settings by key, in the order of the reference page. */
  static Map<String, Setting<?>> all() {
    Map<String, Setting<?>> all = new LinkedHashMap<>();
    DECLARED.forEach(s -> all.put(s.key(), s));
    return all;
  }
}
