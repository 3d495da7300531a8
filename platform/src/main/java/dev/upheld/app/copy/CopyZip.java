package dev.upheld.app.copy;

import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.edge.privacy.CopyReport.Table;
import dev.upheld.engine.Exporting;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a person's data into a ZIP: per place CSV (RFC 4180), then JSON. Of each place only the
 * first rows, shortened, stay in memory for the report.
 */
public final class CopyZip implements Exporting.Sink {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  private static final int SHOWN_ROWS = 50;
  private static final int SHOWN_LETTERS = 400;

  private final ZipOutputStream zip;
  private final List<Table> tables = new ArrayList<>();
  private final Set<String> activities = new LinkedHashSet<>();
  private String system = "";
  private String place = "";
  private Map<String, String> words = Map.of();
  private Set<String> serves = Set.of();
  private List<String> columns = List.of();
  private List<List<String>> shown = new ArrayList<>();
  private long rows;
  private boolean second;
  private boolean open;
  private @Nullable JsonGenerator json;

  /**
   * @param out left open
   */
  public CopyZip(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  @Override
  public int times() {
    return 2;
  }

  @Override
  public void place(String in, Place of, List<String> named) {
    place(in, of.id(), named);
    Map<String, String> known = new HashMap<>();
    of.fields().values().stream()
        .filter(Field::isWhole)
        .forEach(f -> known.put(f.column(), f.word()));
    words = known;
    serves = of.activities();
  }

  @Override
  public void place(String in, String of, List<String> named) {
    second = of.equals(place) && in.equals(system) && !second;
    end();
    words = Map.of();
    serves = Set.of();
    if (!second) {
      system = in;
      place = of;
      columns = named;
      shown = new ArrayList<>();
      rows = 0;
    }
  }

  @Override
  public void row(List<Optional<String>> values) {
    try {
      if (!open) {
        begin();
      }
      if (json != null) {
        object(json, values);
      } else {
        line(values);
        rows++;
        if (rows <= SHOWN_ROWS) {
          shown.add(values.stream().map(v -> v.map(CopyZip::brief).orElse("")).toList());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String brief(String value) {
    return value.codePointCount(0, value.length()) <= SHOWN_LETTERS
        ? value
        : value.substring(0, value.offsetByCodePoints(0, SHOWN_LETTERS)) + " \u2026";
  }

  private String name() {
    return "data/" + (system + "-" + place).replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private void begin() throws IOException {
    zip.putNextEntry(new ZipEntry(name() + (second ? ".json" : ".csv")));
    open = true;
    if (second) {
      json = JSON.createGenerator(zip);
      json.writeStartArray();
    } else {
      line(columns.stream().map(Optional::of).toList());
    }
  }

  private void line(List<Optional<String>> values) throws IOException {
    String line =
        values.stream()
            .map(v -> v.map(text -> "\"" + text.replace("\"", "\"\"") + "\"").orElse(""))
            .collect(Collectors.joining(","));
    zip.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private void object(JsonGenerator to, List<Optional<String>> values) {
    to.writeStartObject();
    for (int i = 0; i < columns.size(); i++) {
      to.writeName(columns.get(i));
      if (values.get(i).isPresent()) {
        to.writeString(values.get(i).get());
      } else {
        to.writeNull();
      }
    }
    to.writeEndObject();
  }

  private void end() {
    if (!open) {
      return;
    }
    try {
      if (json != null) {
        json.writeEndArray();
        json.close();
        json = null;
      } else {
        activities.addAll(serves);
        tables.add(new Table(system, place, words, columns, shown, rows, name()));
      }
      zip.closeEntry();
      open = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was written so far, in its order; no place is open afterwards. */
  public List<Table> tables() {
    end();
    return List.copyOf(tables);
  }

  /** Words of the activities whose data was written. */
  public Set<String> activities() {
    return activities;
  }

  /** Writes the report and ends the ZIP; the stream below stays open. */
  public void finish(byte[] report) throws IOException {
    end();
    zip.putNextEntry(new ZipEntry("report.html"));
    zip.write(report);
    zip.closeEntry();
    zip.finish();
  }
}
