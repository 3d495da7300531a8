package dev.upheld.app.web;

import dev.upheld.app.config.ServerConfig;
import dev.upheld.edge.console.http.Cookies;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * What every request passes before any controller sees it, in order: figures, the limit of its
 * body, the firewall, headers, who it is, and forms against forgery.
 */
@Configuration(proxyBeanMethods = false)
class Guards {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  /** Messages whose body is signed, which no browser does by itself. */
  private static final String SIGNED = "/api/v1/webhooks/";

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  @Bean
  FilterRegistrationBean<Timing> timing(Timing timing) {
    return registered(timing, 1, EnumSet.of(DispatcherType.REQUEST));
  }

  @Bean
  FilterRegistrationBean<HeaderWriterFilter> headers(ServerConfig config) {
    HeaderWriterFilter headers =
        new HeaderWriterFilter(List.of(new StrictHeaders(config.web().https())));
    headers.setShouldWriteHeadersEagerly(true);
    return registered(headers, 2, EnumSet.of(DispatcherType.REQUEST));
  }

  @Bean
  FilterRegistrationBean<LastResort> lastResort() {
    return registered(new LastResort(), 3, EnumSet.of(DispatcherType.REQUEST));
  }

  @Bean
  FilterRegistrationBean<FilterChainProxy> security(
      ServerConfig config, Doors doors, Cookies cookies) {
    FilterChainProxy proxy =
        new FilterChainProxy(
            new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new BodyLimit(config.web().bodyLimit()),
                new WhoIsIt(doors.keeper(), cookies),
                forms(cookies)));
    proxy.setFirewall(firewall(config.web()));
    proxy.setRequestRejectedHandler(
        (request, response, rejected) -> refuse(request, response, FailurePage.Kind.BAD_REQUEST));
    return registered(proxy, 4, EnumSet.of(DispatcherType.REQUEST));
  }

  private static <F extends jakarta.servlet.Filter> FilterRegistrationBean<F> registered(
      F filter, int order, EnumSet<DispatcherType> types) {
    FilterRegistrationBean<F> bean = new FilterRegistrationBean<>(filter);
    bean.setOrder(order);
    bean.setDispatcherTypes(types);
    return bean;
  }

  private static CsrfFilter forms(Cookies cookies) {
    CsrfFilter filter = new CsrfFilter(new FormTokens(cookies));
    filter.setRequestHandler(new XorCsrfTokenRequestAttributeHandler());
    filter.setRequireCsrfProtectionMatcher(
        request ->
            !SAFE.contains(request.getMethod())
                && !WhoIsIt.bearer(request)
                && !request.getRequestURI().startsWith(SIGNED));
    filter.setAccessDeniedHandler(
        (request, response, denied) -> refuse(request, response, FailurePage.Kind.STALE_FORM));
    return filter;
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, FailurePage.Kind kind)
      throws IOException {
    Attributes.failed(request, kind);
    response.sendError(kind.status());
  }

  /**
   * Besides paths that hide others: hosts that are not ours, so that no other name can be pointed
   * at a server on somebody's own machine; and the one character that no database takes.
   */
  private static StrictHttpFirewall firewall(ServerConfig.Web web) {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedHttpMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
    firewall.setAllowedHostnames(hosts(web));
    firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
    return firewall;
  }

  private static Predicate<String> hosts(ServerConfig.Web web) {
    String own = web.publicUrl().map(URI::getHost).orElse(web.address()).toLowerCase(Locale.ROOT);
    return host -> {
      String asked = host.toLowerCase(Locale.ROOT);
      return asked.equals(own) || LOOPBACK.contains(asked);
    };
  }
}
