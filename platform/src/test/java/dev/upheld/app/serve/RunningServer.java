package dev.upheld.app.serve;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.access.Role;
import dev.upheld.app.web.WebServer;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.edge.cli.ServerStarter.Order;
import dev.upheld.kernel.Progress;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.MovedClock;
import dev.upheld.testing.Stores;
import dev.upheld.testing.TestFolders;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on a fresh store, with a mail server beside it and a clock to move. */
public final class RunningServer implements AutoCloseable {
  /** What everybody here chooses. */
  public static final String PASSWORD = "violet kettle marches";

  private static final long PATIENCE_MILLIS = 30_000;
  private static final long PAUSE_NANOS = 30_000_000;

  /** What the server takes for the time. */
  public final MovedClock clock = new MovedClock();

  private GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private final Path home;
  private final Served served;
  private final StoreAddress.External address;
  private final Server server;

  private final Optional<Cable> cable;
  private int mailPort;

  /** What is served: a workspace, and the variables with which its systems are found. */
  private record Served(Path workspace, Map<String, String> variables) {
    static final Served EXAMPLE =
        new Served(Path.of("..", "examples", "demo").toAbsolutePath().normalize(), Map.of());
  }

  RunningServer(Map<String, String> settings) {
    this(Served.EXAMPLE, settings, Way.USUAL);
  }

  /** How it is started. */
  private enum Way {
    USUAL,
    CABLE,
    DEMO
  }

  private RunningServer(Served served, Map<String, String> settings, Way way) {
    this(served, settings, Stores.freshAddress(), TestFolders.create("server-home"), way);
  }

  private RunningServer(
      Served served,
      Map<String, String> settings,
      StoreAddress.External address,
      Path home,
      Way way) {
    this.address = address;
    this.home = home;
    this.served = served;
    greenMail.start();
    cable = way == Way.CABLE ? Optional.of(new Cable(port(address.jdbcUrl()))) : Optional.empty();
    server = Server.start(order(served, settings, way == Way.DEMO), clock, Progress.SILENT);
  }

  /** One whose way to the store can be cut. */
  static RunningServer behindACable(Map<String, String> settings) {
    return new RunningServer(Served.EXAMPLE, settings, Way.CABLE);
  }

  /** One that proves another workspace, whose systems are found with these variables. */
  public static RunningServer of(Path workspace, Map<String, String> variables) {
    return new RunningServer(new Served(workspace, variables), Map.of(), Way.USUAL);
  }

  /** The same with settings. */
  static RunningServer of(
      Path workspace, Map<String, String> variables, Map<String, String> settings) {
    return new RunningServer(new Served(workspace, variables), settings, Way.USUAL);
  }

  /** A demonstration: an officer comes in by a link, and mails stay on the machine. */
  static RunningServer demonstration() {
    return new RunningServer(Served.EXAMPLE, Map.of(), Way.DEMO);
  }

  /** Another one on the same store and home; this one is closed. */
  RunningServer restarted(Map<String, String> settings) {
    close();
    return new RunningServer(served, settings, address, home, Way.USUAL);
  }

  private static int port(String jdbcUrl) {
    return URI.create(jdbcUrl.substring("jdbc:".length())).getPort();
  }

  private String storeUrl() {
    String url = address.jdbcUrl();
    return cable
        .map(c -> url.replace(":" + port(url) + "/", ":" + c.port() + "/") + "?socketTimeout=4")
        .orElse(url);
  }

  Cable cable() {
    return cable.orElseThrow();
  }

  private Order order(Served served, Map<String, String> more, boolean demo) {
    Map<String, String> env = new HashMap<>(served.variables());
    env.put("UPHELD_HOME", home.toString());
    env.put("TEST_OWNER", address.ownerPassword().reveal());
    env.put("TEST_RUN", address.runPassword().reveal());
    env.put("TEST_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    env.put(
        "TEST_OTHER_KEY",
        Base64.getEncoder()
            .encodeToString("another".repeat(5).substring(3).getBytes(StandardCharsets.US_ASCII)));
    Map<String, String> settings = new HashMap<>();
    settings.put("listen.port", "0");
    settings.put("store.url", storeUrl());
    settings.put("store.owner", address.owner());
    settings.put("store.owner-password", "env:TEST_OWNER");
    settings.put("store.run", address.run());
    settings.put("store.run-password", "env:TEST_RUN");
    settings.put("keys.master", "env:TEST_KEY");
    settings.put("mail.host", "127.0.0.1");
    settings.put("mail.port", String.valueOf(greenMail.getSmtp().getPort()));
    settings.put("mail.encryption", "none");
    settings.put("mail.from", "upheld@nimbus.example");
    settings.put("first-officer", "first@nimbus.example");
    settings.putAll(more);
    Workspace workspace =
        Workspaces.read(served.workspace(), References.machine().overlaid(env))
            .workspace()
            .orElseThrow();
    return new Order(workspace, Optional.empty(), settings, env, demo);
  }

  Browser browser() {
    return new Browser(server.url());
  }

  /** Where it answers. */
  public String url() {
    return server.url();
  }

  /** The path of the first officer's invitation. */
  public String wayIn() {
    return server.wayIn().orElseThrow().replace(server.url(), "");
  }

  Access access() {
    return server.access();
  }

  List<WebServer.Way> ways() {
    return server.ways();
  }

  /** Keys and checkpoints lie there. */
  Path home() {
    return home;
  }

  StoreAddress.External store() {
    return address;
  }

  /** A browser in which a person of this role is signed in, without password. */
  Browser signedIn(Role role) {
    Browser browser = browser();
    String email = role.word() + "@nimbus.example";
    browser.get(access().people().enterOnce(email, "The " + role.word(), role));
    browser.get("/account");
    return browser;
  }

  /** Invites somebody, and gives the path of the link in the mail they get. */
  public String invited(String email, Role role) {
    access().people().invite(officer(), email, role);
    return link(mailTo(email));
  }

  private Identity officer() {
    Browser browser = signedIn(Role.OFFICER);
    return access().sessions().visit(browser.cookie("upheld-session")).orElseThrow().identity();
  }

  /** A token of an officer with these scopes, for a program. */
  public String token(Permission... scopes) {
    return access()
        .tokens()
        .issue(officer(), "program", Set.of(scopes), clock.instant().plus(Duration.ofDays(9)))
        .reveal();
  }

  /** The path of a link that lets somebody in once, without password. */
  public String enters(String email, String name, Role role) {
    return access().people().enterOnce(email, name, role).replace(server.url(), "");
  }

  /** Waits for the first mail to this address. */
  private MimeMessage mailTo(String email) {
    for (int count = 1; ; count++) {
      MimeMessage mail = mail(count);
      if (to(mail).equals(email)) {
        return mail;
      }
    }
  }

  private static String to(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits for the mails to come to this many, and gives the newest. */
  MimeMessage mail(int count) {
    if (!greenMail.waitForIncomingEmail(PATIENCE_MILLIS, count)) {
      throw new AssertionError("only " + greenMail.getReceivedMessages().length + " mails came");
    }
    return greenMail.getReceivedMessages()[count - 1];
  }

  /** Waits for the code that was mailed to this address. */
  public String code(String email) {
    Matcher code = Pattern.compile("[0-9]{4} [0-9]{4}").matcher(text(mailTo(email)));
    if (!code.find()) {
      throw new AssertionError("no code in the mail");
    }
    return code.group();
  }

  /** Waits for the newest mail to this address with these words in it. */
  public String newest(String email, String words) {
    long end = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    while (System.nanoTime() < end) {
      MimeMessage[] all = greenMail.getReceivedMessages();
      for (int i = all.length - 1; i >= 0; i--) {
        if (to(all[i]).equals(email) && text(all[i]).contains(words)) {
          return text(all[i]);
        }
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("no mail to them says " + words);
  }

  /** Has jobs that are due run at once. */
  void look() {
    server.look();
  }

  /** Measures everything now. */
  void prove() {
    server.prove(Progress.SILENT);
  }

  /** The mail server goes away. */
  void mailAway() {
    mailPort = greenMail.getSmtp().getPort();
    greenMail.stop();
  }

  /** And comes back, at the same port. */
  void mailBack() {
    greenMail = new GreenMail(new ServerSetup(mailPort, null, ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
  }

  int mails() {
    return greenMail.getReceivedMessages().length;
  }

  /** The path of the link in a mail's plain text. */
  String link(MimeMessage mail) {
    Matcher matcher = Pattern.compile("https?://[^/\\s]+(/\\S+)").matcher(text(mail));
    if (!matcher.find()) {
      throw new AssertionError("no link in the mail");
    }
    return matcher.group(1);
  }

  static String text(MimeMessage mail) {
    try {
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      return String.valueOf(parts.getBodyPart(0).getContent());
    } catch (MessagingException e) {
      throw new AssertionError(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.close();
    cable.ifPresent(Cable::close);
    greenMail.stop();
  }
}
