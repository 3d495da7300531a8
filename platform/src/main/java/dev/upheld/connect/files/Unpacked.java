package dev.upheld.connect.files;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** The text of a file, packed or not, and never much more than logs pack to. */
final class Unpacked {
  /** In KiB; what the strongest packing of xz needs. */
  private static final int XZ_MEMORY = 70_000;

  private static final int BUFFER = 1 << 16;

  /** Below this nobody asks how well it was packed. */
  private static final long FREE = 1L << 30;

  /** Logs pack to a tenth, rarely to a hundredth. */
  private static final long MOST_TIMES = 200;

  private static final Set<String> STRANGE =
      Set.of(".zip", ".zst", ".lz4", ".lzma", ".z", ".7z", ".br", ".rar", ".tar", ".tgz");

  private Unpacked() {}

  /** It grew beyond all measure. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super("grows beyond all measure");
    }
  }

  /** Whether it is packed in a way that cannot be read here. */
  static boolean isStrange(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return STRANGE.stream().anyMatch(small::endsWith);
  }

  /**
   * The text.
   *
   * @param bytes as large as the file is
   */
  static InputStream of(String name, InputStream packed, long bytes) throws IOException {
    String small = name.toLowerCase(Locale.ROOT);
    InputStream buffered = new BufferedInputStream(packed, BUFFER);
    if (small.endsWith(".gz")) {
      GzipCompressorInputStream whole =
          GzipCompressorInputStream.builder()
              .setInputStream(buffered)
              .setDecompressConcatenated(true) // what follows is read as well, or refused
              .get();
      return new Limited(whole, bytes);
    }
    if (small.endsWith(".bz2")) {
      return new Limited(new BZip2CompressorInputStream(buffered, true), bytes);
    }
    return small.endsWith(".xz")
        ? new Limited(new XZInputStream(buffered, XZ_MEMORY), bytes)
        : buffered;
  }

  /** Ends with a fault where a few bytes unpack to a flood. */
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream text, long bytes) {
      super(text);
      left = Math.max(FREE, bytes > Long.MAX_VALUE / MOST_TIMES ? FREE : bytes * MOST_TIMES);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      took(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      int count = super.read(into, at, most);
      took(Math.max(0, count));
      return count;
    }

    private void took(int count) throws IOException {
      left -= count;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
