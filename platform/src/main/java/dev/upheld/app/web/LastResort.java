package dev.upheld.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Catches whatever was thrown before the container sees it: the container would write the
 * exception's message to the log, and a message may carry a person's data.
 */
final class LastResort extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | RuntimeException e) {
      answer(request, response, e);
    } catch (BodyLimit.TooLarge e) {
      answer(request, response, e);
    } catch (IOException e) {
      // the client went away, or sent what is no HTTP: nobody is there to answer
      throw new IOException("the connection ended");
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, Exception thrown)
      throws IOException {
    FailurePage.Kind kind = Failures.kind(thrown);
    Attributes.failed(request, kind);
    Failures.thrown(request, thrown);
    if (!response.isCommitted()) {
      response.sendError(kind.status());
    }
  }
}
