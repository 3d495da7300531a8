package dev.upheld.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to the database, which a test cuts and mends; always at the same port. */
final class Cable implements AutoCloseable {
  private final int to;
  private final int port;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile ServerSocket listening;

  Cable(int to) {
    this.to = to;
    listening = listen(0);
    port = listening.getLocalPort();
    serve(listening);
  }

  int port() {
    return port;
  }

  private static ServerSocket listen(int port) {
    try {
      ServerSocket server = new ServerSocket();
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve(ServerSocket server) {
    Thread.ofVirtual()
        .start(
            () -> {
              while (!server.isClosed()) {
                try {
                  connect(server.accept());
                } catch (IOException e) {
                  return; // cut
                }
              }
            });
  }

  private void connect(Socket from) throws IOException {
    Socket onward = new Socket(InetAddress.getLoopbackAddress(), to);
    sockets.add(from);
    sockets.add(onward);
    pump(from, onward);
    pump(onward, from);
  }

  private static void pump(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to;
                  InputStream in = from.getInputStream();
                  OutputStream out = to.getOutputStream()) {
                in.transferTo(out);
              } catch (IOException e) {
                return; // one end is gone; the other is closed with it
              }
            });
  }

  /** Nothing comes through from now on, and what was open is broken. */
  void cut() {
    quietly(listening);
    sockets.forEach(Cable::quietly);
    sockets.clear();
  }

  /** As it was. */
  void mend() {
    listening = listen(port);
    serve(listening);
  }

  private static void quietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      throw new AssertionError("a socket does not close", e);
    }
  }

  @Override
  public void close() {
    cut();
  }
}
