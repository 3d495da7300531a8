package dev.upheld.probe.tell;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over HTTP/1.1 (RFC 9112) to an address that was chosen before. The clients of the JDK
 * look names up themselves, so they cannot be held to a checked address; and all that is needed is
 * the status. Follows nothing, keeps nothing, reads at most a few kilobytes, ends within a fixed
 * time.
 */
final class Post {
  private static final int MOST_BYTES = 8_192;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

  private final SSLSocketFactory tls;
  private final Duration connect;
  private final Duration all;

  /**
   * @param connect how long reaching the other side may take
   * @param all how long everything may take
   */
  Post(SSLSocketFactory tls, Duration connect, Duration all) {
    this.tls = tls;
    this.connect = connect;
    this.all = all;
  }

  /**
   * Sends.
   *
   * @return the status
   * @throws IOException when there was no answer
   */
  int send(Webhook hook, InetAddress to, Map<String, String> headers, String body)
      throws IOException {
    long end = System.nanoTime() + all.toNanos();
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(to, hook.port()), (int) connect.toMillis());
      plain.setSoTimeout((int) connect.toMillis());
      try (Socket socket = hook.encrypted() ? encrypted(plain, hook) : plain) {
        socket.getOutputStream().write(request(hook, headers, body));
        socket.getOutputStream().flush();
        return status(new BufferedInputStream(socket.getInputStream()), end);
      }
    }
  }

  private Socket encrypted(Socket plain, Webhook hook) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(plain, hook.url().getHost(), hook.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static byte[] request(Webhook hook, Map<String, String> headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String path = hook.url().getRawPath().isEmpty() ? "/" : hook.url().getRawPath();
    String query = hook.url().getRawQuery() == null ? "" : "?" + hook.url().getRawQuery();
    String port = hook.url().getPort() < 0 ? "" : ":" + hook.url().getPort();
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(hook.url().getHost()).append(port).append("\r\n");
    head.append("Content-Type: application/json\r\nConnection: close\r\n");
    head.append("Content-Length: ").append(content.length).append("\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] first = head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    byte[] whole = java.util.Arrays.copyOf(first, first.length + content.length);
    System.arraycopy(content, 0, whole, first.length, content.length);
    return whole;
  }

  private static int status(InputStream in, long end) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0 || line.length() > MOST_BYTES || System.nanoTime() > end) {
        throw new IOException("no status came");
      }
      line.append((char) read);
    }
    Matcher status = STATUS.matcher(line.toString().stripTrailing());
    if (!status.matches()) {
      throw new IOException("no status came");
    }
    return Integer.parseInt(status.group(1));
  }
}
