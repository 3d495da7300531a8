package dev.upheld.connect.vault;

import dev.upheld.crypto.SealKey;
import dev.upheld.kernel.Sha256;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads a file of rows, chunk by chunk. */
final class RowsReader {
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int LONGEST_CHUNK = 1 << 30;

  private RowsReader() {}

  /** Gets one row after the other. */
  @FunctionalInterface
  interface Sink {
    void row(List<Optional<String>> values) throws IOException;
  }

  /**
   * What stands at its beginning, unproved until it is read.
   *
   * @throws Unreadable where it is no file of rows, or none to its end
   */
  static VaultHeader header(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      return VaultHeader.of(json(in));
    } catch (EOFException e) {
      throw new Unreadable("it ends in the midst of its header");
    }
  }

  /**
   * Reads all of it.
   *
   * @throws Unreadable where a chunk does not open, or is missing
   */
  static void read(Path file, SealKey key, Sink sink) throws IOException {
    try (DataInputStream in = open(file)) {
      byte[] json = json(in);
      int columns = VaultHeader.of(json).columns().size();
      String header = HexFormat.of().formatHex(Sha256.of(json));
      boolean last = false;
      for (long number = 0; !last; number++) {
        last = in.readByte() == 1;
        int length = in.readInt();
        if (length < 0 || length > LONGEST_CHUNK) {
          throw new Unreadable("a piece of it has no length that could be");
        }
        byte[] sealed = in.readNBytes(length);
        byte[] plain =
            key.open(sealed, RowsWriter.context(header, number, last))
                .orElseThrow(() -> new Unreadable("a piece of it does not open"));
        rows(plain, columns, sink);
      }
      if (in.read() >= 0) {
        throw new Unreadable("there is something behind its end");
      }
    } catch (EOFException e) {
      throw new Unreadable("it ends before its end");
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(
        new BufferedInputStream(
            Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  private static byte[] json(DataInputStream in) throws IOException {
    byte[] magic = in.readNBytes(RowsWriter.MAGIC.length);
    if (!Arrays.equals(magic, RowsWriter.MAGIC)) {
      throw new Unreadable("it does not begin as a file of rows does");
    }
    int length = in.readInt();
    if (length < 0 || length > LONGEST_HEADER) {
      throw new Unreadable("its header has no length that could be");
    }
    byte[] json = in.readNBytes(length);
    if (json.length < length) {
      throw new EOFException();
    }
    return json;
  }

  private static void rows(byte[] plain, int columns, Sink sink) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(plain);
    while (in.hasRemaining()) {
      List<Optional<String>> row = new ArrayList<>(columns);
      for (int i = 0; i < columns; i++) {
        int length = in.getInt();
        if (length == RowsWriter.NULL) {
          row.add(Optional.empty());
        } else {
          row.add(Optional.of(new String(plain, in.position(), length, StandardCharsets.UTF_8)));
          in.position(in.position() + length);
        }
      }
      sink.row(row);
    }
  }
}
