package dev.upheld.duty.request.paper;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * The process that decodes: a file on standard input, on standard output why it is not taken, or
 * its pages. Knows nothing else: neither settings nor keys nor the network.
 */
public final class ScreeningMain {
  /** Before the pages; anything else is a reason. */
  static final String CLEAN = "CLEAN";

  private ScreeningMain() {}

  /** Reads, draws, writes, ends. */
  public static void main(String[] args) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    answer(System.in.readAllBytes(), new DataOutputStream(answer));
    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
      answer.writeTo(out);
    }
  }

  private static void answer(byte[] file, DataOutputStream out) throws IOException {
    try {
      List<byte[]> pages = Redrawing.pages(file);
      out.writeUTF(CLEAN);
      out.writeInt(pages.size());
      for (byte[] page : pages) {
        out.writeInt(page.length);
        out.write(page);
      }
    } catch (Redrawing.NotTaken e) {
      out.writeUTF(e.why().name());
    } catch (IOException | RuntimeException e) {
      out.writeUTF(Screened.Why.BROKEN.name());
    }
  }
}
