package dev.upheld.app;

import dev.upheld.engine.Exporting;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * A copy of a person's data as files: for each place CSV (RFC 4180) and JSON, for its owner only.
 */
final class ExportFolder implements Exporting.Sink, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Map<String, Long> written = new LinkedHashMap<>();
  private String name = "";
  private List<String> columns = List.of();
  private @Nullable BufferedWriter csv;
  private @Nullable JsonGenerator json;

  ExportFolder(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder.resolveSibling(""));
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rows by file; files without a row are not kept. */
  Map<String, Long> written() {
    end();
    return written;
  }

  /** Notes that data of that kind was not handed out. */
  void withheld(String word) {
    written.put(word + " (withheld: it proves who somebody is)", 0L);
  }

  @Override
  public void place(String system, String place, List<String> shown) {
    end();
    name = (system + "-" + place).replaceAll("[^A-Za-z0-9._-]", "_");
    columns = shown;
  }

  @Override
  public void row(List<Optional<String>> values) {
    try {
      if (csv == null) {
        begin();
      }
      written.merge(name + ".csv", 1L, Long::sum);
      line(values);
      object(values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() throws IOException {
    csv = Files.newBufferedWriter(folder.resolve(name + ".csv"));
    json =
        JSON.createGenerator(
            folder.resolve(name + ".json").toFile(), tools.jackson.core.JsonEncoding.UTF8);
    json.writeStartArray();
    line(columns.stream().map(Optional::of).toList());
  }

  private void line(List<Optional<String>> values) throws IOException {
    if (csv != null) {
      csv.write(
          String.join(
              ",", values.stream().map(v -> v.map(ExportFolder::quoted).orElse("")).toList()));
      csv.write("\r\n");
    }
  }

  private static String quoted(String value) {
    return "\"" + value.replace("\"", "\"\"") + "\"";
  }

  private void object(List<Optional<String>> values) {
    if (json != null) {
      json.writeStartObject();
      for (int i = 0; i < columns.size(); i++) {
        json.writeName(columns.get(i));
        if (values.get(i).isPresent()) {
          json.writeString(values.get(i).get());
        } else {
          json.writeNull();
        }
      }
      json.writeEndObject();
    }
  }

  private void end() {
    try {
      if (json != null) {
        json.writeEndArray();
        json.close();
      }
      if (csv != null) {
        csv.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    json = null;
    csv = null;
  }

  @Override
  public void close() {
    end();
  }
}
