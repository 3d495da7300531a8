package dev.upheld.edge.console;

import dev.upheld.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Styles, scripts and pictures of the console, from the jar. Each is served at an address that
 * holds the hash of its content, so that browsers may keep it for ever and a new version is seen at
 * once.
 */
public final class Assets {
  /** Where they are mounted. */
  public static final String ROOT = "/assets/";

  /** What to answer besides the bytes: the content at an address never changes. */
  public static final String CACHE_CONTROL = "public, max-age=31536000, immutable";

  private static final int HASH_DIGITS = 16;
  private static final List<String> FILES =
      List.of("console.css", "console.js", "review.js", "htmx.min.js", "mark.svg");

  private final Map<String, String> addresses = new LinkedHashMap<>();
  private final Map<String, Asset> byAddress = new LinkedHashMap<>();

  private Assets() {}

  /**
   * One file.
   *
   * @param type media type, with the character set where there is one
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody; the bytes go straight out
  public record Asset(byte[] bytes, String type) {}

  /** Reads them all from the jar. */
  public static Assets load() {
    Assets assets = new Assets();
    for (String file : FILES) {
      byte[] bytes = read("assets/" + file);
      String address = ROOT + hash(bytes) + "/" + file;
      assets.addresses.put(file, address);
      assets.byAddress.put(address, new Asset(bytes, type(file)));
    }
    return assets;
  }

  /**
   * The address of a file: {@code /assets/0f3a.../console.css}.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public String address(String file) {
    return Optional.ofNullable(addresses.get(file))
        .orElseThrow(() -> new IllegalArgumentException("no asset is called " + file));
  }

  /** The file at a path; empty when the path is none of ours or has another hash. */
  public Optional<Asset> find(String path) {
    return Optional.ofNullable(byAddress.get(path));
  }

  private static byte[] read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] bytes) {
    return Sha256.hex(bytes).substring(0, HASH_DIGITS);
  }

  private static String type(String file) {
    return switch (file.substring(file.lastIndexOf('.'))) {
      case ".css" -> "text/css; charset=utf-8";
      case ".js" -> "text/javascript; charset=utf-8";
      case ".svg" -> "image/svg+xml";
      default -> throw new IllegalStateException("no media type for " + file);
    };
  }
}
