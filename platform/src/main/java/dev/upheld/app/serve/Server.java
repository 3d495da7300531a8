package dev.upheld.app.serve;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Role;
import dev.upheld.access.Sessions.Visitor;
import dev.upheld.app.config.ConfigReader;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.app.web.Doors;
import dev.upheld.app.web.WebServer;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Organisation;
import dev.upheld.crypto.MasterKey;
import dev.upheld.crypto.Passwords;
import dev.upheld.datamap.read.References;
import dev.upheld.edge.cli.ServerStarter.Order;
import dev.upheld.edge.console.Assets;
import dev.upheld.edge.console.Pages;
import dev.upheld.edge.console.account.PostboxDoor;
import dev.upheld.edge.console.http.Cookies;
import dev.upheld.edge.console.http.Frames;
import dev.upheld.edge.console.http.Origins;
import dev.upheld.edge.console.http.Replies;
import dev.upheld.job.JobTiming;
import dev.upheld.job.Jobs;
import dev.upheld.journal.Checkpoints;
import dev.upheld.journal.Draft;
import dev.upheld.journal.Journal;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.mail.Delivery;
import dev.upheld.mail.Mail;
import dev.upheld.mail.Postbox;
import dev.upheld.probe.ProveReport;
import dev.upheld.store.Store;
import dev.upheld.store.StoreHome;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The running server, everything opened in order; closing closes in reverse. */
public final class Server implements AutoCloseable {
  private static final String DEMO_OFFICER = "officer@nimbus.example";
  private static final String DEMO_NAME = "Nora Lind";

  /** How often the journal is sealed while it grows. */
  private static final Duration SEALING = Duration.ofMinutes(1);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private String url = "";
  private List<WebServer.Way> ways = List.of();
  private Optional<Access> access = Optional.empty();
  private Optional<String> wayIn = Optional.empty();
  private List<Module> modules = List.of();
  private Runnable begin = () -> {};
  private Runnable look = () -> {};

  private Server() {}

  /**
   * Starts it and returns when it answers.
   *
   * @throws ProblemException when it cannot; what was opened is closed again
   */
  public static Server start(Order order, InstantSource clock, Progress progress) {
    ServerConfig config = config(order);
    Logs.setUp(config.logJson() && !order.demo());
    Server server = new Server();
    try {
      Foundation foundation = server.foundation(order, config, clock, progress);
      server.serve(foundation, order.demo());
      server.wayIn = server.invitation(foundation, order.demo()).map(path -> server.url + path);
      if (!order.demo()) {
        server.begin.run();
      }
      return server;
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static ServerConfig config(Order order) {
    Path root = order.workspace().root();
    Optional<Path> file =
        order
            .config()
            .or(() -> Optional.of(root.resolve("server.yaml")).filter(Files::isRegularFile));
    ServerConfig config =
        ConfigReader.read(
            new ConfigReader.Sources(file, root, order.env(), order.settings()),
            References.machine().overlaid(order.env()));
    return config.web().port() == 0 ? config.onPort(freePort()) : config;
  }

  /** Chosen before anything starts: links in mails hold it. */
  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Foundation foundation(
      Order order, ServerConfig config, InstantSource clock, Progress progress) {
    StoreHome home = StoreHome.of(order.env());
    MasterKey master = Wiring.masterKey(config, home); // refused before anything is started
    Store store = opened(Store.open(Wiring.address(config, home), progress));
    Journal journal = new Journal(store, clock);
    KeyCare care = Wiring.keyCare(config, master, store, journal, clock);
    care.keys().check();
    KeyVault vault = new KeyVault(care.keys());
    Checkpoints seals = opened(Wiring.checkpoints(journal, home, clock).every(SEALING));
    Watch watch =
        opened(
            new Watch(
                new Watch.Parts(
                    store,
                    seals,
                    care,
                    !config.keys().former().isEmpty(),
                    config.mail().isPresent(),
                    home.folder(),
                    clock)));
    Jobs jobs = opened(new Jobs(store, JobTiming.USUAL, clock));
    String publicUrl = WebServer.url(config.web(), config.web().port());
    Organisation.Company company = order.workspace().charter().organisation().company();
    Tongues tongues = Tongues.of(order.workspace().charter());
    Mail mail = new Mail(vault, clock, host(publicUrl));
    Access access =
        new Access(
            new Access.Parts(
                store,
                journal,
                vault,
                new Passwords(),
                new MailedLetters(mail, publicUrl, company.name(), tongues),
                config.sessions(),
                clock));
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    return new Foundation(
        config,
        order.workspace(),
        order.env(),
        publicUrl,
        clock,
        store,
        journal,
        mail,
        tongues,
        access,
        vault,
        care,
        watch,
        seals,
        jobs,
        meters);
  }

  private static String host(String url) {
    return Optional.ofNullable(URI.create(url).getHost()).orElse("localhost");
  }

  private <T extends AutoCloseable> T opened(T part) {
    open.push(part);
    return part;
  }

  private void serve(Foundation on, boolean fiction) {
    Assets assets = Assets.load();
    Pages pages = new Pages(assets, on.workspace().zone(), on.clock());
    Cookies cookies = new Cookies(on.config().web().https());
    Console console =
        new Console(
            assets, pages, cookies, new Origins(on.config().web().trustedProxies()), fiction);
    modules = Modules.of(on, console);
    modules.forEach(this::opened);
    Charter charter = on.workspace().charter();
    Frames frames =
        new Frames(
            cookies,
            charter.organisation().company().name(),
            charter.publication().languages().prevailing(),
            new Waiting(),
            fiction);
    Optional<Postbox> box = Optional.of(new Postbox(on.clock())).filter(b -> fiction);
    Doors doors =
        new Doors(
            Stream.concat(
                    modules.stream().flatMap(m -> m.controllers().stream()),
                    box.stream().map(PostboxDoor::new))
                .toList(),
            List.of(),
            List.of(new Replies(pages, frames)),
            new AccessKeeper(on.access(), on.journal()),
            new FailureView(pages, frames));
    PrometheusMeterRegistry meters = (PrometheusMeterRegistry) on.meters();
    Wiring.measure(on, meters);
    WebServer web =
        opened(
            WebServer.start(
                on.config(), new WebServer.Inside(doors, on.watch().start(), meters, on.clock())));
    url = web.url();
    ways = web.ways();
    access = Optional.of(on.access());
    box.map(by -> new Delivery(on.store(), on.vault(), by, on.clock()))
        .or(
            () ->
                Wiring.mailServer(on.config())
                    .map(by -> new Delivery(on.store(), on.vault(), by, on.clock())))
        .ifPresent(delivery -> opened(delivery).start());
    begin =
        () -> {
          modules.forEach(Module::start);
          on.jobs().start();
        };
    look = on.jobs()::look;
  }

  private final class Waiting implements Frames.Counts {

    @Override
    public int work(Identity identity) {
      return modules.stream().mapToInt(m -> m.waiting(identity)).sum();
    }

    @Override
    public int requests(Identity identity) {
      return modules.stream().mapToInt(m -> m.requests(identity)).sum();
    }
  }

  private record AccessKeeper(Access access, Journal journal) implements Doors.Keeper {

    @Override
    public void refused(Identity identity, String scope) {
      ReferenceId who = access.people().reference(identity.person());
      journal.append(
          List.of(new Draft("access.refused", Optional.of(who), Map.of("scope", scope))));
    }

    @Override
    public Optional<Visitor> bySession(String token) {
      return access.sessions().visit(token);
    }

    @Override
    public Optional<Identity> byToken(String token) {
      return access.tokens().holder(token);
    }
  }

  /** The demonstration lets its officer in; else the first officer sets up an account. */
  private Optional<String> invitation(Foundation on, boolean demo) {
    if (demo) {
      return Optional.of(on.access().people().enterOnce(DEMO_OFFICER, DEMO_NAME, Role.OFFICER));
    }
    return on.access().people().anybody()
        ? Optional.empty()
        : Optional.of(on.access().people().firstOfficer(firstOfficer(on)));
  }

  /** The address in the settings, or the one the charter names for its officer. */
  private static String firstOfficer(Foundation on) {
    Organisation organisation = on.workspace().charter().organisation();
    return on.config()
        .firstOfficer()
        .or(
            () ->
                Stream.of("dpo", "privacy")
                    .flatMap(
                        word -> Optional.ofNullable(organisation.contacts().get(word)).stream())
                    .flatMap(contact -> contact.email().value().stream())
                    .findFirst())
        .orElse("officer@localhost");
  }

  /**
   * Measures every promise now, keeps and judges it. A demonstration begins its jobs only then: it
   * would else measure everything twice.
   */
  public ProveReport prove(Progress progress) {
    try {
      return modules.stream()
          .flatMap(m -> m.prove(progress).stream())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no part of the server measures"));
    } finally {
      begin.run();
    }
  }

  /** Every way in there is. */
  List<WebServer.Way> ways() {
    return ways;
  }

  /** Has jobs that are due run at once, instead of at the next look. */
  void look() {
    look.run();
  }

  /** Who may use it. */
  Access access() {
    return access.orElseThrow();
  }

  /** Where the console is. */
  public String url() {
    return url;
  }

  /** The address that lets the first person in, once; empty when people can sign in already. */
  public Optional<String> wayIn() {
    return wayIn;
  }

  @Override
  public synchronized void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        Logs.closing(e);
      }
    }
  }
}
