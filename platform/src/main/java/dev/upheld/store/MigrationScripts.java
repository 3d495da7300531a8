package dev.upheld.store;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Some of the migrations on the class path, and no others.
 *
 * @param folder on the class path
 * @param names of the scripts
 */
record MigrationScripts(String folder, List<String> names) implements ResourceProvider {
  MigrationScripts {
    names = List.copyOf(names);
  }

  @Override
  public @Nullable LoadableResource getResource(String name) {
    return names.contains(name) ? new Script(folder + "/" + name, name) : null;
  }

  @Override
  public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
    return names.stream()
        .filter(n -> n.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(n::endsWith))
        .<LoadableResource>map(n -> new Script(folder + "/" + n, n))
        .toList();
  }

  private static final class Script extends LoadableResource {
    private final String path;
    private final String name;

    Script(String path, String name) {
      this.path = path;
      this.name = name;
    }

    @Override
    public Reader read() {
      @Nullable InputStream in = Script.class.getClassLoader().getResourceAsStream(path);
      return in == null ? new StringReader("") : new InputStreamReader(in, StandardCharsets.UTF_8);
    }

    @Override
    public String getAbsolutePath() {
      return path;
    }

    @Override
    public String getAbsolutePathOnDisk() {
      return path;
    }

    @Override
    public String getFilename() {
      return name;
    }

    @Override
    public String getRelativePath() {
      return name;
    }
  }
}
