package dev.upheld.connect.postgres;

import dev.upheld.datamap.Endpoint;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out whether the server would talk in clear: sends the startup message of the protocol
 * without asking for encryption, and looks at the first answer. A server that goes on to
 * authentication accepts clear connections; one whose access rules know none for us refuses them.
 * User and database names are all that is sent; we leave before any secret is due.
 *
 * <p>See the chapters "Message Flow" and "Message Formats" of PostgreSQL's documentation.
 */
record ClearTrial(Endpoint endpoint) {
  private static final int PROTOCOL_3 = 3 << 16;
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final int LONGEST_ANSWER = 10_000;

  /** Whether a connection in clear is refused; empty when it could not be found out. */
  Optional<Boolean> refused() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.write(startup());
      out.flush();
      return judge(new DataInputStream(socket.getInputStream()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private byte[] startup() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String word : new String[] {"user", endpoint.user(), "database", endpoint.database()}) {
      body.write(word.getBytes(StandardCharsets.UTF_8));
      body.write(0);
    }
    body.write(0);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(message);
    out.writeInt(8 + body.size());
    out.writeInt(PROTOCOL_3);
    body.writeTo(out);
    return message.toByteArray();
  }

  private static Optional<Boolean> judge(DataInputStream in) throws IOException {
    int kind = in.read();
    if (kind == 'R') {
      return Optional.of(false);
    }
    int length = kind == 'E' ? in.readInt() : 0;
    if (length < 4 || length > LONGEST_ANSWER) {
      return Optional.empty();
    }
    return refusal(fields(in.readNBytes(length - 4)));
  }

  /**
   * The access rules refused: invalid authorization, raised before any authentication was tried.
   * The routine is named by PostgreSQL itself; others leave it out.
   */
  private static Optional<Boolean> refusal(Map<Character, String> error) {
    boolean byRules =
        error.getOrDefault('R', "ClientAuthentication").equals("ClientAuthentication");
    return "28000".equals(error.get('C')) && byRules ? Optional.of(true) : Optional.empty();
  }

  /** The fields of an error: a letter, then text up to a zero. */
  private static Map<Character, String> fields(byte[] body) {
    Map<Character, String> fields = new HashMap<>();
    int at = 0;
    while (at < body.length && body[at] != 0) {
      int end = at + 1;
      while (end < body.length && body[end] != 0) {
        end++;
      }
      fields.put((char) body[at], new String(body, at + 1, end - at - 1, StandardCharsets.UTF_8));
      at = end + 1;
    }
    return fields;
  }
}
