package dev.upheld.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are too large: at once where they say so, else as soon as they are. */
final class BodyLimit extends OncePerRequestFilter {
  /**
   * Where a person sends a paper, from a telephone as a rule. The page reads 2 MB of it and no
   * more; what goes on beyond is thrown away up to here, since a browser whose connection is cut
   * shows no sentence.
   */
  private static final int PAPER = 24 * 1024 * 1024;

  private static final Pattern PAPERS = Pattern.compile("/privacy/request/[^/]+/document");

  private final int usual;

  BodyLimit(int limit) {
    this.usual = limit;
  }

  private int limit(HttpServletRequest request) {
    return PAPERS.matcher(request.getRequestURI()).matches() ? Math.max(PAPER, usual) : usual;
  }

  /** The body went on beyond the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int limit = limit(request);
    if (request.getContentLengthLong() > limit) {
      refuse(request, response);
      return;
    }
    chain.doFilter(new Limited(request, limit), response);
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Attributes.failed(request, FailurePage.Kind.TOO_LARGE);
    response.setHeader("Connection", "close");
    response.sendError(FailurePage.Kind.TOO_LARGE.status());
  }

  /** Counts what is read from a body that did not say how long it is. */
  private static final class Limited extends HttpServletRequestWrapper {
    private final int limit;

    Limited(HttpServletRequest request, int limit) {
      super(request);
      this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new Counted(super.getInputStream(), limit);
    }

    @Override
    public BufferedReader getReader() throws IOException {
      return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
  }

  private static final class Counted extends ServletInputStream {
    private final ServletInputStream in;
    private long left;

    Counted(ServletInputStream in, long limit) {
      this.in = in;
      this.left = limit;
    }

    private int counted(int read, int bytes) throws IOException {
      if (read > 0) {
        left -= bytes;
      }
      if (left < 0) {
        throw new TooLarge();
      }
      return read;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      if (read >= 0) {
        counted(1, 1);
      }
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = in.read(bytes, offset, length);
      return counted(read, read);
    }

    @Override
    public boolean isFinished() {
      return in.isFinished();
    }

    @Override
    public boolean isReady() {
      return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      in.setReadListener(listener);
    }
  }
}
