package dev.upheld.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of a file as bytes, one at a time, none longer than a limit. */
final class Lines {
  private static final int LONGEST = 1 << 20;

  private final InputStream in;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private int filled;
  private int from;
  private boolean whole;
  private boolean over;

  Lines(InputStream in) {
    this.in = in;
  }

  /** Goes to the next line; false at the end of the file. */
  boolean next() throws IOException {
    if (over) {
      return false;
    }
    start = from;
    int scan = from;
    while (true) {
      while (scan < filled) {
        if (buffer[scan++] == '\n') {
          end = scan - 1;
          from = scan;
          whole = true;
          return true;
        }
      }
      scan -= start;
      if (!fill()) {
        end = filled;
        whole = false;
        over = true;
        return end > start;
      }
      scan += start;
    }
  }

  /** False at the end of the file, and when the line is longer than any we write. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, filled - start);
    filled -= start;
    start = 0;
    if (filled == buffer.length) {
      if (filled >= LONGEST) {
        return false;
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
    int read = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(read, 0);
    return read >= 0;
  }

  /** Whether the line has its end; else the file was cut, or the line is too long. */
  boolean isWhole() {
    return whole;
  }

  /** The line without its end, from 0 to {@link #length}. */
  byte[] bytes() {
    return start == 0 ? buffer : copy();
  }

  private byte[] copy() {
    byte[] line = Arrays.copyOfRange(buffer, start, end);
    return line;
  }

  int length() {
    return end - start;
  }

  String text() {
    return new String(buffer, start, end - start, StandardCharsets.UTF_8);
  }
}
