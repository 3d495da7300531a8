package dev.upheld.realworld;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.tukaani.xz.XZInputStream;

/** Texts beside the classes of this package. */
final class Resources {
  private Resources() {}

  /**
   * The text of a resource of this package; unpacked when its name ends in {@code .xz}.
   *
   * @param path such as {@code schemas/killbill/util.sql}
   */
  static String text(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new AssertionError("no resource " + path);
      }
      byte[] bytes =
          path.endsWith(".xz") ? new XZInputStream(in).readAllBytes() : in.readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
