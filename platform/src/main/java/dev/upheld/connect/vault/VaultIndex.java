package dev.upheld.connect.vault;

import dev.upheld.crypto.KeyedHash;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Place;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What is known of the rows of a file without opening it: keyed hashes of their keys and people,
 * and the instants of their clocks. Without a published index a file counts for nothing.
 *
 * @param file it is of
 * @param wrapped the file's key, sealed by that of the archive
 * @param words of the people, in the order of the entries
 * @param clocks in the order of the entries, see {@link #name}
 * @param entries one for each row, in the order of the file
 */
public record VaultIndex(
    UUID file, String wrapped, List<String> words, List<String> clocks, List<Entry> entries) {
  private static final int FORM = 1;
  private static final long NOTHING = Long.MIN_VALUE;
  private static final int HASH = 32;

  public VaultIndex {
    words = List.copyOf(words);
    clocks = List.copyOf(clocks);
    entries = List.copyOf(entries);
  }

  /**
   * A row.
   *
   * @param key a hash of the columns that name it
   * @param people hashes of its people by the order of words; nothing where there is none
   * @param clocks empty where one says nothing
   */
  public record Entry(String key, List<String> people, List<Optional<Instant>> clocks) {
    public Entry {
      people = List.copyOf(people);
      clocks = List.copyOf(clocks);
    }
  }

  /** What a clock is called in an index: column and reading. */
  static String name(Clock.Column clock) {
    return clock.column() + ":" + clock.reading().id();
  }

  /** Where a clock stands in the entries; negative where the index does not know it. */
  int at(Clock clock) {
    return clock instanceof Clock.Column column ? clocks.indexOf(name(column)) : -1;
  }

  /** Makes the index of a file while its rows pass by. */
  static final class Maker implements RowsReader.Sink {
    private final VaultHeader header;
    private final KeyedHash hash;
    private final Map<String, Integer> people = new TreeMap<>();
    private final Map<String, At> clocks = new TreeMap<>();
    private final List<Integer> key = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    private record At(int column, Clock.Reading reading) {}

    /**
     * @param place whose clocks and people are wanted
     * @throws Unreadable where the file lacks a column for one of them
     */
    Maker(VaultHeader header, Place place, KeyedHash hash) throws Unreadable {
      this.header = header;
      this.hash = hash;
      for (String column : header.key()) {
        key.add(column(column));
      }
      for (Map.Entry<String, String> subject : place.subjects().entrySet()) {
        people.put(subject.getKey(), column(subject.getValue()));
      }
      for (BoundClock bound : place.clocks().values()) {
        if (bound.clock() instanceof Clock.Column clock) {
          clocks.put(name(clock), new At(column(clock.column()), clock.reading()));
        }
      }
    }

    private int column(String name) throws Unreadable {
      List<String> names = header.columns().stream().map(VaultHeader.Column::name).toList();
      int at = names.indexOf(name);
      if (at < 0) {
        throw new Unreadable("it has no column " + name);
      }
      return at;
    }

    @Override
    public void row(List<Optional<String>> values) throws IOException {
      StringBuilder named = new StringBuilder("key");
      for (int column : key) {
        String value = values.get(column).orElse("");
        named.append('\0').append(value.length()).append(':').append(value);
      }
      List<String> persons = new ArrayList<>();
      people.forEach(
          (word, column) ->
              persons.add(values.get(column).map(v -> person(hash, word, v)).orElse("")));
      List<Optional<Instant>> instants = new ArrayList<>();
      for (At at : clocks.values()) {
        Optional<String> value = values.get(at.column());
        instants.add(
            value.isEmpty()
                ? Optional.empty()
                : Moments.of(
                    value.get(),
                    header.columns().get(at.column()).type(),
                    at.reading(),
                    header.zone()));
      }
      entries.add(new Entry(cut(hash.of(named.toString())), persons, instants));
    }

    VaultIndex made(String wrapped) {
      return new VaultIndex(
          header.file(),
          wrapped,
          List.copyOf(people.keySet()),
          List.copyOf(clocks.keySet()),
          entries);
    }
  }

  /** By what rows of a person are found. */
  static String person(KeyedHash hash, String word, String value) {
    return cut(hash.of("person\0" + word + "\0" + value));
  }

  private static String cut(String hash) {
    return hash.substring(0, HASH);
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORM);
      out.writeUTF(file.toString());
      out.writeUTF(wrapped);
      texts(out, words);
      texts(out, clocks);
      out.writeInt(entries.size());
      for (Entry entry : entries) {
        out.writeUTF(entry.key());
        for (String person : entry.people()) {
          out.writeUTF(person);
        }
        for (Optional<Instant> clock : entry.clocks()) {
          out.writeLong(clock.map(Instant::getEpochSecond).orElse(NOTHING));
          out.writeInt(clock.map(Instant::getNano).orElse(0));
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("memory does not fail", e);
    }
    return bytes.toByteArray();
  }

  private static void texts(DataOutputStream out, List<String> texts) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      out.writeUTF(text);
    }
  }

  /**
   * What {@link #bytes} wrote.
   *
   * @throws IOException where it is something else
   */
  static VaultIndex of(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readByte() != FORM) {
        throw new Unreadable("its index is of a form that is not known here");
      }
      UUID file = UUID.fromString(in.readUTF());
      String wrapped = in.readUTF();
      List<String> words = texts(in);
      List<String> clocks = texts(in);
      int rows = in.readInt();
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < rows; i++) {
        String key = in.readUTF();
        List<String> people = new ArrayList<>();
        for (int w = 0; w < words.size(); w++) {
          people.add(in.readUTF());
        }
        List<Optional<Instant>> instants = new ArrayList<>();
        for (int c = 0; c < clocks.size(); c++) {
          long seconds = in.readLong();
          int nanos = in.readInt();
          instants.add(
              seconds == NOTHING
                  ? Optional.empty()
                  : Optional.of(Instant.ofEpochSecond(seconds, nanos)));
        }
        entries.add(new Entry(key, people, instants));
      }
      return new VaultIndex(file, wrapped, words, clocks, entries);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new Unreadable("its index holds what is none");
    }
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    List<String> texts = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      texts.add(in.readUTF());
    }
    return texts;
  }
}
