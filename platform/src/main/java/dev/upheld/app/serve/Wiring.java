package dev.upheld.app.serve;

import dev.upheld.app.config.Encryption;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.connect.http.HttpPartners;
import dev.upheld.connect.http.Pauses;
import dev.upheld.crypto.CaseKeys;
import dev.upheld.crypto.DataKeys;
import dev.upheld.crypto.KeyedHash;
import dev.upheld.crypto.MasterKey;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.engine.Partnering;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Journal;
import dev.upheld.mail.MailServer;
import dev.upheld.mail.box.ImapMailbox;
import dev.upheld.mail.box.Mailbox;
import dev.upheld.mail.box.MailboxServer;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Holds;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.store.StoreHome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the configuration's words to the parts' own. */
public final class Wiring {
  private Wiring() {}

  /** Where the configuration says the store is. */
  public static StoreAddress address(ServerConfig config, StoreHome home) {
    return config
        .store()
        .<StoreAddress>map(
            s ->
                new StoreAddress.External(
                    s.url(), s.owner(), s.ownerPassword(), s.run(), s.runPassword()))
        .orElseGet(() -> new StoreAddress.Embedded(home));
  }

  /** The key the configuration leads to, or the one made once in the home folder. */
  public static MasterKey masterKey(ServerConfig config, StoreHome home) {
    return config
        .keys()
        .master()
        .map(MasterKey::given)
        .orElseGet(() -> MasterKey.generatedIn(home.keys().resolve("master.key")));
  }

  /** How partners are called from this machine, with its outbox. */
  public static Partnering partnering(StoreHome home, InstantSource clock) {
    HttpPartners partners = new HttpPartners(clock, Pauses.real());
    return new Partnering(partners::open, OutboxFolder.in(home), clock);
  }

  /** Keys of cases, in a folder of their own beside the master key. */
  public static CaseKeys caseKeys(ServerConfig config, StoreHome home) {
    List<MasterKey> masters =
        Stream.concat(
                Stream.of(masterKey(config, home)),
                config.keys().former().stream().map(MasterKey::given))
            .toList();
    return new CaseKeys(masters, home.keys().resolve("cases"));
  }

  /** People of whom nothing is erased for now. */
  static Holds holds(Foundation on) {
    return new Holds(
        on.store(), on.journal(), caseKeys(on.config(), StoreHome.of(on.env())), on.clock());
  }

  /** Recognises people on this machine. */
  static Fingerprints fingerprints(Foundation on) {
    return new Fingerprints(people(StoreHome.of(on.env())));
  }

  /** The key by which people are recognised on this machine. */
  static KeyedHash people(StoreHome home) {
    return KeyedHash.in(home.keys().resolve("people").resolve("hash.key"));
  }

  /** What renews data keys under the present master key and the former ones. */
  public static KeyCare keyCare(
      ServerConfig config, MasterKey master, Store store, Journal journal, InstantSource clock) {
    List<MasterKey> former = config.keys().former().stream().map(MasterKey::given).toList();
    return new KeyCare(
        store, journal, shelf -> new DataKeys(master, former, shelf, clock), config.keys().every());
  }

  /** What seals the journal on this machine. */
  public static Checkpoints checkpoints(Journal journal, StoreHome home, InstantSource clock) {
    return new Checkpoints(journal, signing(home), home.checkpoints(), clock);
  }

  /** The keys that seal the journal on this machine. */
  public static SigningKeys signing(StoreHome home) {
    return SigningKeys.in(home.keys().resolve("journal"));
  }

  /** Public halves of the keys that ever sealed the journal on this machine; makes none. */
  public static List<VerifyingKey> signers(StoreHome home) {
    return SigningKeys.known(home.keys().resolve("journal"));
  }

  static Optional<MailServer> mailServer(ServerConfig config) {
    return config
        .mail()
        .map(
            m ->
                new MailServer(
                    m.host(),
                    m.port(),
                    protection(m.encryption()),
                    m.account().map(a -> new MailServer.Account(a.user(), a.password())),
                    m.from()));
  }

  /** The mailbox that people write their requests to; empty where none is read. */
  static Optional<Mailbox> mailbox(ServerConfig config) {
    return config
        .mailbox()
        .map(
            m ->
                new ImapMailbox(
                    new MailboxServer(
                        m.host(),
                        m.port(),
                        protection(m.encryption()),
                        new MailServer.Account(m.account().user(), m.account().password()),
                        m.folder())));
  }

  private static MailServer.Protection protection(Encryption encryption) {
    return switch (encryption) {
      case STARTTLS -> MailServer.Protection.STARTTLS;
      case TLS -> MailServer.Protection.TLS;
      case NONE -> MailServer.Protection.NONE;
    };
  }

  /** Figures of the process and the store; none of a person. */
  @SuppressWarnings("resource") // the listener of collections lives as long as the process
  static void measure(Foundation on, MeterRegistry meters) {
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new JvmGcMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    new Gauges(on.watch(), meters).all();
  }
}
