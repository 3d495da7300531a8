package dev.upheld.edge.privacy;

import dev.upheld.duty.request.paper.Screening;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the one file of a form ({@code multipart/form-data}, RFC 7578) from a request, in memory
 * and never on the disk. Of a file that is too large no more than is taken is held.
 */
final class Upload {
  /** Beside the file: the other fields of the form, and what frames them. */
  private static final int AROUND = 16 * 1024;

  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)multipart/form-data;.*boundary=\"?([0-9A-Za-z'()+_,./:=?-]{1,70})\"?.*");
  private static final Pattern FILE = Pattern.compile("(?i)[;\\s]name=\"file\"");
  private static final byte[] BLANK = ascii("\r\n\r\n");

  private Upload() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What the form held. */
  sealed interface Read {}

  /** A file, not larger than what is taken. */
  @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
  record Whole(byte[] bytes) implements Read {}

  /** The file goes on beyond what is taken. */
  record TooLarge() implements Read {}

  /** No file was chosen, or the form is no such form. */
  record Nothing() implements Read {}

  /**
   * Reads to the end of the body.
   *
   * @param type the content type of the request
   * @throws IOException when the body breaks off, or is longer than anything is read
   */
  static Read from(String type, InputStream body) throws IOException {
    int most = Screening.MOST_BYTES + AROUND;
    byte[] held = body.readNBytes(most);
    boolean more = body.read() >= 0;
    if (more) {
      body.transferTo(OutputStream.nullOutputStream());
      return new TooLarge();
    }
    Matcher boundary = BOUNDARY.matcher(type);
    return boundary.matches() ? file(held, ascii("\r\n--" + boundary.group(1))) : new Nothing();
  }

  private static Read file(byte[] held, byte[] frame) {
    byte[] first = Arrays.copyOfRange(frame, 2, frame.length);
    int at = find(held, first, 0).filter(found -> found == 0).map(_ -> first.length).orElse(-1);
    while (at >= 0) {
      Optional<Integer> head = find(held, BLANK, at);
      Optional<Integer> end = head.flatMap(h -> find(held, frame, h + 2));
      if (end.isEmpty()) {
        return new Nothing();
      }
      int begin = head.get() + BLANK.length;
      String headers = new String(held, at, head.get() - at, StandardCharsets.ISO_8859_1);
      if (FILE.matcher(headers).find()) {
        return whole(held, begin, end.get());
      }
      at = end.get() + frame.length;
    }
    return new Nothing();
  }

  private static Read whole(byte[] held, int begin, int end) {
    if (end <= begin) {
      return new Nothing();
    }
    return end - begin > Screening.MOST_BYTES
        ? new TooLarge()
        : new Whole(Arrays.copyOfRange(held, begin, end));
  }

  private static Optional<Integer> find(byte[] in, byte[] what, int from) {
    for (int i = from; i <= in.length - what.length; i++) {
      if (Arrays.equals(in, i, i + what.length, what, 0, what.length)) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
