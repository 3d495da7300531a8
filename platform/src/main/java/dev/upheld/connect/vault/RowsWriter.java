package dev.upheld.connect.vault;

import dev.upheld.crypto.SealKey;
import dev.upheld.kernel.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a file of rows: the header, then chunks sealed by the file's own key. Each chunk opens at
 * its place in its file only, and the last one is marked, so that none can be left out, changed or
 * added.
 */
final class RowsWriter implements AutoCloseable {
  static final byte[] MAGIC = "UPHELD-ROWS-1\n".getBytes(StandardCharsets.US_ASCII);
  static final int NULL = -1;

  private static final int CHUNK = 64 << 10;

  private final FileChannel channel;
  private final SealKey key;
  private final String header;
  private final ByteArrayOutputStream plain = new ByteArrayOutputStream(CHUNK);
  private final DataOutputStream values = new DataOutputStream(plain);
  private final int columns;
  private long chunks;
  private long rows;

  private RowsWriter(FileChannel channel, SealKey key, byte[] header, int columns) {
    this.channel = channel;
    this.key = key;
    this.header = HexFormat.of().formatHex(Sha256.of(header));
    this.columns = columns;
  }

  /** Begins a file that is not there yet. */
  static RowsWriter begin(Path file, VaultHeader header, SealKey key) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    byte[] json = header.json();
    RowsWriter writer = new RowsWriter(channel, key, json, header.columns().size());
    try {
      writer.write(ByteBuffer.wrap(MAGIC));
      writer.write(ByteBuffer.allocate(Integer.BYTES).putInt(json.length).flip());
      writer.write(ByteBuffer.wrap(json));
      return writer;
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** What a chunk is bound to. */
  static String context(String header, long number, boolean last) {
    return "upheld-rows-1:" + header + ":" + number + (last ? ":last" : ":more");
  }

  /** Adds a row. */
  void row(List<Optional<String>> row) throws IOException {
    if (row.size() != columns) {
      throw new IllegalArgumentException("a row has as many values as there are columns");
    }
    for (Optional<String> value : row) {
      if (value.isEmpty()) {
        values.writeInt(NULL);
      } else {
        byte[] text = value.get().getBytes(StandardCharsets.UTF_8);
        values.writeInt(text.length);
        values.write(text);
      }
    }
    rows++;
    if (plain.size() >= CHUNK) {
      chunk(false);
    }
  }

  long rows() {
    return rows;
  }

  /** Ends the file; returns once the disk has it. */
  void finish() throws IOException {
    chunk(true);
    channel.force(true);
  }

  private void chunk(boolean last) throws IOException {
    byte[] sealed = key.seal(plain.toByteArray(), context(header, chunks, last));
    plain.reset();
    chunks++;
    ByteBuffer piece = ByteBuffer.allocate(1 + Integer.BYTES + sealed.length);
    write(piece.put((byte) (last ? 1 : 0)).putInt(sealed.length).put(sealed).flip());
  }

  private void write(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
