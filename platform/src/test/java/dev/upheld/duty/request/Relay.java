package dev.upheld.duty.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Stands between a store and its database, and counts what is asked and what is answered. */
final class Relay implements AutoCloseable {
  private final ServerSocket door;
  private final int to;
  private final AtomicLong bytes = new AtomicLong();

  Relay(int to) {
    this.to = to;
    try {
      door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Bytes in both directions so far. */
  long bytes() {
    return bytes.get();
  }

  private void serve() {
    try {
      while (true) {
        Socket near = door.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), to);
        Thread.ofVirtual().start(() -> pump(near, far));
        Thread.ofVirtual().start(() -> pump(far, near));
      }
    } catch (IOException e) {
      // closed: nobody comes in any more
    }
  }

  private void pump(Socket from, Socket into) {
    byte[] some = new byte[8192];
    try (InputStream in = from.getInputStream();
        OutputStream out = into.getOutputStream()) {
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        bytes.addAndGet(read);
        out.write(some, 0, read);
      }
    } catch (IOException e) {
      // one end hung up
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
