package dev.upheld.app.web;

import dev.upheld.app.config.ServerConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.server.Shutdown;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The servlet container, with limits on everything a client decides. */
@Configuration(proxyBeanMethods = false)
class Container {
  /**
   * Pages too: the secret that stands in every page, the value against forged forms, looks
   * different each time ({@link FormTokens}), so that the length of a page tells nothing of it.
   */
  private static final String COMPRESSED =
      "text/html,text/css,text/javascript,image/svg+xml,application/json";

  private static final int HEADER_BYTES = 16 * 1024;
  private static final int PARAMETERS = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int KEEP_ALIVE_REQUESTS = 1_000;
  private static final int CONNECTIONS = 2_000;

  @Bean
  TomcatServletWebServerFactory tomcat(ServerConfig config) {
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(config.web().port());
    factory.setAddress(address(config.web().address()));
    factory.setShutdown(Shutdown.GRACEFUL);
    factory.addErrorPages(new ErrorPage("/error"));
    factory.setRegisterDefaultServlet(false);
    factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(silent()));
    // browsers send forms as the page is written and do not say so; without it, names lose accents
    factory.addContextCustomizers(context -> context.setRequestCharacterEncoding("UTF-8"));
    factory.addConnectorCustomizers(connector -> limit(connector, config.web()));
    return factory;
  }

  /** What the container itself refuses, before any filter, it answers without a word. */
  private static ErrorReportValve silent() {
    ErrorReportValve valve = new ErrorReportValve();
    valve.setShowReport(false);
    valve.setShowServerInfo(false);
    return valve;
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("the listening address cannot be resolved", e);
    }
  }

  private static void limit(Connector connector, ServerConfig.Web web) {
    connector.setMaxPostSize(web.bodyLimit());
    connector.setMaxParameterCount(PARAMETERS);
    connector.setAllowTrace(false);
    connector.setXpoweredBy(false);
    if (connector.getProtocolHandler() instanceof AbstractProtocol<?> protocol) {
      protocol.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      protocol.setConnectionTimeout((int) PATIENCE.toMillis());
      protocol.setKeepAliveTimeout((int) PATIENCE.toMillis());
      protocol.setMaxConnections(CONNECTIONS);
    }
    if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> http) {
      http.setMaxHttpRequestHeaderSize(HEADER_BYTES);
      http.setMaxKeepAliveRequests(KEEP_ALIVE_REQUESTS);
      http.setMaxSwallowSize(web.bodyLimit());
      http.setConnectionUploadTimeout((int) PATIENCE.toMillis());
      http.setDisableUploadTimeout(false);
      http.setServerRemoveAppProvidedValues(true);
      http.setCompression(web.compress() ? "on" : "off");
      http.setCompressibleMimeType(COMPRESSED);
    }
  }
}
