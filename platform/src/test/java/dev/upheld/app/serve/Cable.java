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
  private volatile boolean silent;

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
                  connect(server.accept(), server);
                } catch (IOException e) {
                  return; // cut
                }
              }
            });
  }

  /** A pool may be opening a connection in the very moment of a cut: that one is broken as well. */
  private void connect(Socket from, ServerSocket server) throws IOException {
    Socket onward = new Socket(InetAddress.getLoopbackAddress(), to);
    synchronized (sockets) {
      if (server.isClosed()) {
        quietly(from);
        quietly(onward);
        return;
      }
      sockets.add(from);
      sockets.add(onward);
    }
    pump(from, onward);
    pump(onward, from);
  }

  private void pump(Socket from, Socket to) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (from;
                  to;
                  InputStream in = from.getInputStream();
                  OutputStream out = to.getOutputStream()) {
                pass(in, out);
              } catch (IOException e) {
                return; // one end is gone; the other is closed with it
              }
            });
  }

  private void pass(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[8_192];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      if (!silent) {
        out.write(buffer, 0, n);
      }
    }
  }

  /** Nothing comes through from now on, and what was open is broken. */
  void cut() {
    synchronized (sockets) {
      quietly(listening);
      sockets.forEach(Cable::quietly);
      sockets.clear();
    }
  }

  /** From now on nothing comes through and nobody says so: as when a machine vanishes. */
  void silence() {
    silent = true;
  }

  /** As it was before it was cut or silent; what was open meanwhile is broken. */
  void mend() {
    if (silent) {
      sockets.forEach(Cable::quietly);
      sockets.clear();
      silent = false;
      return;
    }
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
