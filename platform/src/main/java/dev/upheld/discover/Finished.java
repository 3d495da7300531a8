package dev.upheld.discover;

import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.Survey.SeenTable;
import dev.upheld.kernel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was judged of the tables a survey has finished, in a file that outlives a survey that is
 * stopped: names, natures, terms, scores and reasons, never a value. A table counts as finished as
 * long as the database describes it to the letter as it did. One file for each system. Where it
 * cannot be written, nothing is lost but the possibility to go on.
 */
public final class Finished {
  private static final int VERSION = 1;
  private static final Duration KEPT = Duration.ofDays(2);

  private final Path file;
  private final Map<String, JsonNode> known = new HashMap<>();
  private boolean begun;
  private boolean broken;

  private Finished(Path file) {
    this.file = file;
  }

  /**
   * One table of a survey.
   *
   * @param unseen what could not be looked at
   * @param sampled columns that were looked into
   */
  record Entry(SeenTable table, List<String> unseen, int sampled) {}

  /**
   * @param folder where such files lie
   * @param system what tells the system from others, its address among it
   * @param resume whether what was finished before counts; otherwise it is forgotten
   */
  public static Finished of(Path folder, String system, boolean resume, Instant now) {
    Finished finished = new Finished(folder.resolve(Sha256.hex(system) + ".jsonl"));
    try {
      if (resume && finished.isRecent(now)) {
        finished.read();
        finished.begun = true;
      } else {
        Files.deleteIfExists(finished.file);
      }
    } catch (IOException e) {
      finished.broken = true;
    }
    return finished;
  }

  private boolean isRecent(Instant now) throws IOException {
    return Files.isRegularFile(file)
        && Files.getLastModifiedTime(file).toInstant().isAfter(now.minus(KEPT));
  }

  private void read() throws IOException {
    for (String line : Files.readAllLines(file)) {
      try {
        JsonNode entry = JsonMapper.shared().readTree(line);
        if (entry.path("version").asInt(0) == VERSION) {
          known.put(entry.path("table").asString(""), entry);
        }
      } catch (JacksonException e) {
        return; // the last line, cut off when the process was killed
      }
    }
  }

  /** How many tables were finished before. */
  public int tables() {
    return known.size();
  }

  /** What was judged of a table that still is what it was. */
  Optional<Entry> of(Table table) {
    JsonNode entry = known.get(digest(table));
    return entry == null ? Optional.empty() : entry(table, entry);
  }

  private static Optional<Entry> entry(Table table, JsonNode entry) {
    try {
      List<SeenColumn> columns = new ArrayList<>();
      for (Column column : table.columns()) {
        columns.add(column(column, entry.path("columns").get(columns.size())));
      }
      List<String> unseen = texts(entry.path("unseen"));
      return Optional.of(
          new Entry(new SeenTable(table, columns), unseen, entry.path("sampled").asInt(0)));
    } catch (RuntimeException e) {
      return Optional.empty(); // written by another Upheld, or by hand: it is looked at again
    }
  }

  private static SeenColumn column(Column column, JsonNode told) {
    return new SeenColumn(
        column,
        new Judgement(
            Nature.valueOf(told.get("nature").asString()),
            Optional.ofNullable(told.get("term")).map(JsonNode::asString),
            told.get("score").asDouble(),
            texts(told.get("reasons"))),
        Optional.ofNullable(told.get("epoch")).map(e -> Clock.Reading.valueOf(e.asString())));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  /** Notes a table as finished. */
  void add(Entry entry) {
    if (broken) {
      return;
    }
    ObjectNode line = JsonMapper.shared().createObjectNode();
    line.put("version", VERSION);
    line.put("table", digest(entry.table().table()));
    line.put("sampled", entry.sampled());
    entry.unseen().forEach(line.putArray("unseen")::add);
    ArrayNode columns = line.putArray("columns");
    entry.table().columns().forEach(column -> add(column, columns.addObject()));
    try {
      begin();
      Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      broken = true;
    }
  }

  private static void add(SeenColumn column, ObjectNode node) {
    Judgement judgement = column.judgement();
    node.put("nature", judgement.nature().name());
    judgement.term().ifPresent(term -> node.put("term", term));
    node.put("score", judgement.score());
    judgement.reasons().forEach(node.putArray("reasons")::add);
    column.epoch().ifPresent(epoch -> node.put("epoch", epoch.name()));
  }

  private void begin() throws IOException {
    if (!begun) {
      Files.createDirectories(file.resolveSibling(""));
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      begun = true;
    }
  }

  /** Forgets everything: the survey is complete. */
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      broken = true; // it is forgotten in two days, or by the next look
    }
  }

  private static String digest(Table table) {
    return Sha256.hex(
        table.name()
            + "\n"
            + table.kind()
            + table.columns()
            + table.key()
            + table.foreignKeys()
            + table.comment()
            + table.sight());
  }
}
