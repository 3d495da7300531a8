package dev.upheld.app.web;

import dev.upheld.access.Identity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Which controllers there are, what their methods may ask for and return, and the gate. */
@Configuration(proxyBeanMethods = false)
@EnableWebMvc
class Mvc implements WebMvcConfigurer {
  private final Doors doors;

  Mvc(Doors doors) {
    this.doors = doors;
  }

  @Bean
  DispatcherServlet dispatcherServlet() {
    return new DispatcherServlet();
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new Gate(doors.keeper()));
  }

  /** A name that comes twice would mean one thing to us and another to whoever looked before. */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
    converters.withJsonConverter(
        new JacksonJsonHttpMessageConverter(
            JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new IdentityArgument());
    resolvers.addAll(doors.arguments());
  }

  @Override
  public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
    handlers.addAll(doors.results());
  }

  /** Whoever asks; only behind {@link dev.upheld.access.Needs}, where somebody does. */
  private static final class IdentityArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Identity.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @org.jspecify.annotations.Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
      HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
      if (servlet == null) {
        throw new IllegalStateException("no servlet request");
      }
      return Attributes.identity(servlet).orElseThrow();
    }
  }
}
