package dev.upheld.probe.memory;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Capability;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.Connector;
import dev.upheld.connect.Description;
import dev.upheld.connect.Join;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Sight;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Progress;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A system in memory, and the connector to it; see the package. */
public final class MemorySystem implements Connector {
  private final String kind;
  private final Map<String, MemoryTable> tables = new LinkedHashMap<>();
  private final List<String> blind = new ArrayList<>();

  /** All questions asked so far, in order. */
  public final List<Question<?>> asked = new ArrayList<>();

  /** How often a session was opened. */
  public int opened;

  /** How often a session was closed. */
  public int closed;

  /** Runs before a session opens: throws to refuse. */
  public Runnable beforeOpen = () -> {};

  /** Runs before a question is answered: throws to fail. */
  public Consumer<Question<?>> beforeAsk = q -> {};

  /** How long it takes to answer a ping. */
  public Supplier<Duration> ping = () -> Duration.ZERO;

  /** Runs when a statement is cancelled. */
  public Runnable onCancel = () -> {};

  /** What the system says about its line. */
  public Answer.ReaderFacts readers = new Answer.ReaderFacts(List.of(), List.of());

  public Answer.TransportFacts transport =
      new Answer.TransportFacts(true, Optional.of("TLSv1.3"), Optional.of(true), Optional.empty());

  /**
   * @param kind of connector; each system of a test has its own
   */
  public MemorySystem(String kind) {
    this.kind = kind;
  }

  /** A new, empty table. */
  public MemoryTable table(String name) {
    MemoryTable table = new MemoryTable(name);
    tables.put(name, table);
    return table;
  }

  /** The table made before. */
  public MemoryTable existing(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  public void drop(String table) {
    tables.remove(table);
  }

  /** Tables may exist that are not listed. */
  public void blind(String why) {
    blind.add(why);
  }

  @Override
  public String kind() {
    return kind;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.values());
  }

  @Override
  public Session open(SystemEntry system, Endpoint endpoint) {
    opened++;
    beforeOpen.run();
    return new MemorySession(system.id());
  }

  private final class MemorySession implements Session {
    private final String system;
    private final MemoryRows data = new MemoryRows(tables);

    MemorySession(String system) {
      this.system = system;
    }

    @Override
    public Description describe() {
      return new Description(
          "Memory 1", tables.values().stream().map(MemoryTable::describe).toList(), blind);
    }

    @Override
    public List<Asked> compile(Question<?> question) {
      return List.of(new Asked(system, text(question)));
    }

    @Override
    public <A extends Answer> Answered<A> ask(Question<A> question, Progress progress) {
      asked.add(question);
      beforeAsk.accept(question);
      @SuppressWarnings("unchecked") // each question is answered by its own kind below
      A answer = (A) answer(question);
      return new Answered<>(answer, sight(question), compile(question), Duration.ofMillis(3));
    }

    private Answer answer(Question<?> question) {
      return switch (question) {
        case Question.CountDue q -> data.countDue(q);
        case Question.CountDueOver q -> data.countDueOver(q);
        case Question.CountGaps q -> throw new AssertionError("nothing in memory has gaps: " + q);
        case Question.FindValues q -> find(q);
        case Question.Tally q -> tally(q);
        case Question.CountWhere q -> countWhere(q);
        case Question.SharedValues q -> shared(q);
        case Question.Fingerprint q -> fingerprint(q);
        case Question.Readers q -> readers;
        case Question.Transport q -> transport;
        case Question.Sample q -> sample(q);
        case Question.SampleRows q -> sampleRows(q);
        case Question.Sift q -> throw new AssertionError("nothing in memory is sifted: " + q);
      };
    }

    private Sight sight(Question<?> question) {
      return new Sight(
          named(question)
              .flatMap(name -> data.table(name).sight.blind().stream())
              .distinct()
              .toList());
    }

    private Answer find(Question.FindValues q) {
      MemoryTable table = data.table(q.table());
      Map<String, Long> hits = new LinkedHashMap<>();
      List<Map<String, @Nullable Object>> rows = data.meant(table, q.only()).toList();
      long candidates = 0;
      for (Map<String, @Nullable Object> row : rows) {
        for (String column : q.columns()) {
          Object value = data.value(table, row, column);
          if (value != null) {
            candidates++;
            if (q.hit().test(wrap(value))) {
              hits.merge(column, 1L, Long::sum);
            }
          }
        }
      }
      long all = hits.values().stream().mapToLong(Long::longValue).sum();
      return new Answer.ValueCount(rows.size(), candidates, all, hits);
    }

    private Answer tally(Question.Tally q) {
      MemoryTable table = data.table(q.table());
      MemoryTable end = q.path().isEmpty() ? table : data.table(q.path().getLast().to());
      Map<String, Long> tally = new LinkedHashMap<>();
      long rows = 0;
      long missing = 0;
      for (Map<String, @Nullable Object> row : data.meant(table, q.only()).toList()) {
        rows++;
        Optional<Object> value =
            data.follow(table, row, q.path())
                .flatMap(r -> Optional.ofNullable(data.value(end, r, q.column())));
        value.ifPresent(v -> tally.merge(v.toString(), 1L, Long::sum));
        missing += value.isEmpty() ? 1 : 0;
      }
      return new Answer.TallyCount(rows, tally, missing, false);
    }

    private Answer countWhere(Question.CountWhere q) {
      MemoryTable table = data.table(q.table());
      List<Map<String, @Nullable Object>> rows = data.meant(table, q.only()).toList();
      long matching =
          rows.stream()
              .filter(
                  r ->
                      Boolean.TRUE.equals(
                          data.test(table, r, q.condition(), java.time.Instant.MAX)))
              .count();
      return new Answer.RowCount(rows.size(), matching);
    }

    private Set<String> distinct(TableName name, String column) {
      MemoryTable table = data.table(name);
      Set<String> values = new TreeSet<>();
      for (Map<String, @Nullable Object> row : table.rows) {
        Object value = data.value(table, row, column);
        if (value != null) {
          values.add(value.toString());
        }
      }
      return values;
    }

    private Answer shared(Question.SharedValues q) {
      Set<String> left = distinct(q.left(), q.leftColumn());
      Set<String> right = distinct(q.right(), q.rightColumn());
      long shared = left.stream().filter(right::contains).count();
      return new Answer.SharedCount(left.size(), right.size(), shared);
    }

    private Answer fingerprint(Question.Fingerprint q) {
      List<String> hashes =
          distinct(q.table(), q.column()).stream()
              .map(v -> q.folded() ? v.strip().toLowerCase(java.util.Locale.ROOT) : v)
              .distinct()
              .map(MemorySystem::md5)
              .sorted()
              .toList();
      for (String hash : hashes) {
        if (!q.sink().test(hash)) {
          break;
        }
      }
      return new Answer.RowCount(hashes.size(), hashes.size());
    }

    private Answer sample(Question.Sample q) {
      MemoryTable table = data.table(q.table());
      List<Object> values =
          table.rows.stream()
              .flatMap(r -> Stream.ofNullable(data.value(table, r, q.column())))
              .limit(q.limit())
              .toList();
      values.forEach(v -> q.sink().accept(wrap(v)));
      return new Answer.RowsSampled(values.size(), table.tooLarge);
    }

    private Answer sampleRows(Question.SampleRows q) {
      MemoryTable table = data.table(q.table());
      List<Map<String, @Nullable Object>> rows = table.rows.stream().limit(q.rows()).toList();
      for (Map<String, @Nullable Object> row : rows) {
        for (String column : q.columns()) {
          Object value = data.value(table, row, column);
          if (value != null) {
            q.sink().accept(column, wrap(value));
          }
        }
        q.sink().end();
      }
      return new Answer.RowsSampled(rows.size(), table.tooLarge);
    }

    @Override
    public Duration ping() {
      return ping.get();
    }

    @Override
    public Checkup checkup(List<Place> places) {
      return new Checkup(List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public void cancel() {
      onCancel.run();
    }

    @Override
    public void close() {
      closed++;
    }
  }

  /** The tables a question speaks of. */
  private static Stream<TableName> named(Question<?> question) {
    return switch (question) {
      case Question.CountDue q -> Stream.of(q.table());
      case Question.CountDueOver q -> Stream.of(q.at().table());
      case Question.CountGaps q -> Stream.of(q.table());
      case Question.FindValues q -> Stream.of(q.table());
      case Question.Tally q -> Stream.concat(Stream.of(q.table()), q.path().stream().map(Join::to));
      case Question.CountWhere q -> Stream.of(q.table());
      case Question.SharedValues q -> Stream.of(q.left(), q.right());
      case Question.Fingerprint q -> Stream.of(q.table());
      case Question.Readers q -> Stream.of(q.table());
      case Question.Transport q -> Stream.empty();
      case Question.Sample q -> Stream.of(q.table());
      case Question.SampleRows q -> Stream.of(q.table());
      case Question.Sift q -> Stream.of(q.table());
    };
  }

  /** Stands for SQL: says all that would be sent, and nothing of tests and sinks. */
  private static String text(Question<?> question) {
    return switch (question) {
      case Question.FindValues q ->
          "find " + q.coarse() + " in " + q.table() + q.columns() + q.only();
      case Question.Fingerprint q -> "fingerprint " + q.table() + "." + q.column();
      case Question.Sample q -> "sample " + q.limit() + " of " + q.table() + "." + q.column();
      case Question.SampleRows q -> "sample " + q.rows() + " rows of " + q.table() + q.columns();
      case Question.Sift q -> "sift " + q.table() + q.columns();
      case Question.CountDue q -> q.toString();
      case Question.CountDueOver q -> q.toString();
      case Question.CountGaps q -> q.toString();
      case Question.Tally q -> q.toString();
      case Question.CountWhere q -> q.toString();
      case Question.SharedValues q -> q.toString();
      case Question.Readers q -> q.toString();
      case Question.Transport q -> q.toString();
    };
  }

  private static Value wrap(Object value) {
    return switch (value) {
      case Long n -> new Value.Whole(BigInteger.valueOf(n));
      case Integer n -> new Value.Whole(BigInteger.valueOf(n));
      case BigInteger n -> new Value.Whole(n);
      case byte[] b -> new Value.Bytes(Arrays.copyOf(b, b.length));
      default -> new Value.Text(value.toString());
    };
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
