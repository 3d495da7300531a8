package dev.upheld.app.web;

import dev.upheld.access.Needs;
import dev.upheld.access.OpenToAnyone;
import dev.upheld.access.Permission;
import dev.upheld.app.config.ConfigProblem;
import dev.upheld.app.config.ServerConfig;
import dev.upheld.edge.console.http.Cookies;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.BindException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.support.DefaultLifecycleProcessor;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running web server; closing it lets what is being answered finish. */
public final class WebServer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final AnnotationConfigServletWebServerApplicationContext context;
  private final ServerConfig.Web web;

  private WebServer(
      AnnotationConfigServletWebServerApplicationContext context, ServerConfig.Web web) {
    this.context = context;
    this.web = web;
  }

  /**
   * What the server needs of the rest.
   *
   * @param doors what it opens
   * @param health what `/health` asks
   * @param meters what `/metrics` shows
   * @param clock the time
   */
  public record Inside(
      Doors doors, Health health, PrometheusMeterRegistry meters, InstantSource clock) {}

  /**
   * Starts it and returns when it answers.
   *
   * @throws ProblemException when it cannot listen where it should
   */
  public static WebServer start(ServerConfig config, Inside inside) {
    var context = new AnnotationConfigServletWebServerApplicationContext();
    context.registerBean(ServerConfig.class, () -> config);
    context.registerBean(Doors.class, inside::doors);
    context.registerBean(Cookies.class, () -> new Cookies(config.web().https()));
    context.registerBean(Failures.class, () -> new Failures(inside.doors().failures()));
    context.registerBean(
        HealthDoor.class, () -> new HealthDoor(inside.health(), openMetrics(config)));
    context.registerBean(
        MetricsDoor.class, () -> new MetricsDoor(inside.meters(), openMetrics(config)));
    context.registerBean(Timing.class, () -> new Timing(inside.meters()));
    List<Object> controllers = inside.doors().controllers();
    for (int i = 0; i < controllers.size(); i++) {
      context.getBeanFactory().registerSingleton("door-" + i, controllers.get(i));
    }
    context.registerBean("lifecycleProcessor", DefaultLifecycleProcessor.class, WebServer::ending);
    context.register(Container.class, Guards.class, Mvc.class);
    try {
      context.refresh();
    } catch (RuntimeException e) {
      throw isAboutListening(e) ? cannotListen(config.web()) : e;
    }
    return new WebServer(context, config.web());
  }

  private static boolean isAboutListening(Throwable e) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .anyMatch(t -> t instanceof PortInUseException || t instanceof BindException);
  }

  private static ProblemException cannotListen(ServerConfig.Web web) {
    return new ProblemException(
        Problem.of(
            ConfigProblem.CANNOT_LISTEN,
            "Upheld cannot listen on port "
                + web.port()
                + " of "
                + web.address()
                + ": another program does (perhaps another Upheld), or this machine does not have"
                + " that address.",
            "Stop the other one, or choose a port of its own: --port 0 takes any that is free."));
  }

  /** What is being answered has this long to finish when the server stops. */
  private static DefaultLifecycleProcessor ending() {
    DefaultLifecycleProcessor processor = new DefaultLifecycleProcessor();
    processor.setTimeoutPerShutdownPhase(PATIENCE.toMillis());
    return processor;
  }

  /** Behind a proxy every request seems to come from this machine, so then a token is needed. */
  private static boolean openMetrics(ServerConfig config) {
    return config.metricsOpen()
        && config.web().publicUrl().isEmpty()
        && config.web().trustedProxies().isEmpty();
  }

  /**
   * One way in.
   *
   * @param path its pattern, {@code /reset/{token}}
   * @param needs the permission; empty where anyone may come in, or nobody
   * @param open whether it is declared open to anyone
   */
  public record Way(String method, String path, Optional<Permission> needs, boolean open) {}

  /** Every way in there is. */
  public List<Way> ways() {
    return context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .entrySet()
        .stream()
        .flatMap(
            e ->
                e.getKey().getPatternValues().stream()
                    .flatMap(path -> ways(path, e.getKey(), e.getValue())))
        .toList();
  }

  private static Stream<Way> ways(String path, RequestMappingInfo info, HandlerMethod method) {
    Optional<Permission> needs =
        Optional.ofNullable(method.getMethodAnnotation(Needs.class)).map(Needs::value);
    boolean open = method.hasMethodAnnotation(OpenToAnyone.class);
    return info.getMethodsCondition().getMethods().stream()
        .map(m -> new Way(m.name(), path, needs, open));
  }

  /** The port it listens on. */
  public int port() {
    return Optional.ofNullable(context.getWebServer()).orElseThrow().getPort();
  }

  /** What people type to come here, without a path. */
  public String url() {
    return url(web, port());
  }

  /** What people type to come to a server with this configuration, on this port. */
  public static String url(ServerConfig.Web web, int port) {
    String host = web.address().contains(":") ? "[" + web.address() + "]" : web.address();
    return web.publicUrl().map(Object::toString).orElse("http://" + host + ":" + port);
  }

  @Override
  public void close() {
    context.close();
  }
}
