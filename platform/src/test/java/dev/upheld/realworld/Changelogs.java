package dev.upheld.realworld;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import liquibase.resource.AbstractResource;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.Resource;

/** The changelogs on the class path, without the changes that call classes. */
final class Changelogs extends ClassLoaderResourceAccessor {
  private static final Pattern CUSTOM = Pattern.compile("<customChange\\s[^>]*/>");

  @Override
  public List<Resource> getAll(String path) throws IOException {
    List<Resource> found = super.getAll(path);
    return found == null ? List.of() : found.stream().<Resource>map(Plain::new).toList();
  }

  /** Closes nothing: the class path belongs to the JVM. */
  @Override
  public void close() {}

  private static final class Plain extends AbstractResource {
    private final Resource whole;

    Plain(Resource whole) {
      super(whole.getPath(), whole.getUri());
      this.whole = whole;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      if (!getPath().endsWith(".xml")) {
        return whole.openInputStream();
      }
      try (InputStream in = whole.openInputStream()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String plain = CUSTOM.matcher(text).replaceAll("");
        return new ByteArrayInputStream(plain.getBytes(StandardCharsets.UTF_8));
      }
    }

    @Override
    public boolean exists() {
      return whole.exists();
    }

    @Override
    public Resource resolve(String other) {
      return new Plain(whole.resolve(other));
    }

    @Override
    public Resource resolveSibling(String other) {
      return new Plain(whole.resolveSibling(other));
    }
  }
}
