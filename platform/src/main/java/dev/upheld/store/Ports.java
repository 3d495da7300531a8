package dev.upheld.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** Free ports on the loopback interface: first the one used last time, then any. Never ends. */
final class Ports implements Iterator<Integer> {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private Optional<Integer> last;

  /**
   * @param file where the port used last is kept; need not exist
   */
  Ports(Path file) {
    this.last =
        Disk.read(file)
            .map(String::strip)
            .filter(p -> p.matches("[1-9]\\d{3,4}"))
            .map(Integer::valueOf)
            .filter(p -> p <= 65_535);
  }

  static void remember(Path file, int port) {
    Disk.write(file, Integer.toString(port), "rw-------");
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Integer next() {
    Optional<Integer> wanted = last;
    last = Optional.empty();
    return wanted
        .flatMap(Ports::bind)
        .or(() -> bind(0))
        .orElseThrow(
            () ->
                StoreProblem.START.because(
                    "There is no free port on 127.0.0.1.", "Close programs that hold many ports."));
  }

  private static Optional<Integer> bind(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
      return Optional.of(socket.getLocalPort());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
