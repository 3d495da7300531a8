package dev.upheld.edge.console.http;

import dev.upheld.edge.console.Pages;
import dev.upheld.edge.console.http.Cookies.Kind;
import dev.upheld.edge.console.view.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Turns what a controller returns, a {@link View} or a {@link Reply}, into the answer. */
public final class Replies implements HandlerMethodReturnValueHandler {
  private final Pages pages;
  private final Frames frames;

  public Replies(Pages pages, Frames frames) {
    this.pages = pages;
    this.frames = frames;
  }

  @Override
  public boolean supportsReturnType(MethodParameter returnType) {
    Class<?> type = returnType.getParameterType();
    return View.class.isAssignableFrom(type) || Reply.class.isAssignableFrom(type);
  }

  @Override
  public void handleReturnValue(
      @Nullable Object value,
      MethodParameter returnType,
      ModelAndViewContainer container,
      NativeWebRequest request)
      throws IOException {
    container.setRequestHandled(true);
    HttpServletRequest from =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    HttpServletResponse to =
        Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
    Reply reply =
        value instanceof Reply known ? known : Reply.show((View) Objects.requireNonNull(value));
    switch (reply) {
      case Reply.Show show -> show(show, from, to);
      case Reply.Go go -> go(go, to);
    }
  }

  private void show(Reply.Show show, HttpServletRequest from, HttpServletResponse to)
      throws IOException {
    byte[] page = pages.bytes(show.view(), frames.of(from, to));
    to.setStatus(show.status());
    to.setContentType("text/html;charset=utf-8");
    to.setContentLength(page.length);
    to.getOutputStream().write(page);
  }

  private void go(Reply.Go go, HttpServletResponse to) {
    go.notice().ifPresent(n -> frames.cookies().write(to, Kind.NOTICE, n.name()));
    to.setStatus(HttpServletResponse.SC_SEE_OTHER);
    to.setHeader("Location", go.path());
  }
}
