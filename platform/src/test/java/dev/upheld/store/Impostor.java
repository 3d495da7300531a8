package dev.upheld.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Speaks just enough of PostgreSQL's protocol to ask for a password in clear, and listens. */
final class Impostor implements AutoCloseable {
  private static final byte[] CLEAR_PASSWORD_PLEASE = {'R', 0, 0, 0, 8, 0, 0, 0, 3};

  private final ServerSocket socket;
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final Thread thread;

  private Impostor() throws IOException {
    socket = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    thread = Thread.ofVirtual().start(this::serve);
  }

  static Impostor askingForClearPasswords() throws IOException {
    return new Impostor();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** All that was said to it, once the client has gone. */
  String heard() throws InterruptedException {
    thread.join();
    return heard.toString(StandardCharsets.ISO_8859_1);
  }

  private void serve() {
    try (Socket client = socket.accept()) {
      client.setSoTimeout(5_000);
      InputStream in = client.getInputStream();
      byte[] buffer = new byte[4096];
      boolean asked = false;
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        heard.write(buffer, 0, n);
        if (!asked) {
          client.getOutputStream().write(CLEAR_PASSWORD_PLEASE);
          asked = true;
        }
      }
    } catch (SocketTimeoutException e) {
      heard.writeBytes("(silence)".getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      heard.writeBytes("(hung up)".getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
