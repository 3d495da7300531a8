package dev.upheld.connect.vault;

import dev.upheld.connect.Answer;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.RowSink;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Condition;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Answers what the values of archived rows tell, each row by itself. Nothing of them is kept. */
final class VaultValues {
  /** Of a tally, as in the databases. */
  private static final int MOST = 1_000;

  /** Characters of a value that a sample gets. */
  private static final int LONGEST = 10_000;

  private final VaultPass pass;
  private final Instant now;

  /**
   * @param now what "not yet" is measured against
   */
  VaultValues(VaultPass pass, Instant now) {
    this.pass = pass;
    this.now = now;
  }

  /** The rows that are meant, file by file. */
  abstract class Rows implements VaultPass.Each {
    private final Set<String> asked;
    private final Optional<Condition> only;
    private final Set<String> known = new HashSet<>();
    private Optional<RowTest> file = Optional.empty();
    private boolean any;

    /** How many are meant. */
    private long rows;

    Rows(Collection<String> columns, Optional<Condition> only) {
      this.asked = new HashSet<>(columns);
      this.only = only;
      only.ifPresent(c -> asked.addAll(RowTest.columns(c)));
    }

    @Override
    public void begins(VaultHeader header) {
      RowTest test = new RowTest(header, now);
      known.addAll(test.columns());
      file = Optional.of(test);
    }

    @Override
    public final void row(List<Optional<String>> values) throws IOException {
      RowTest test = file.orElseThrow();
      any = true;
      if (only.isEmpty() || test.meets(only.get(), values)) {
        rows++;
        meant(test, values);
      }
    }

    abstract void meant(RowTest test, List<Optional<String>> values) throws IOException;
  }

  /** A column that no file has is none; one that some files have is null in the others. */
  private <T extends Rows> T all(Supplier<T> begin) throws IOException {
    T rows = pass.through(begin);
    Rows seen = rows;
    Optional<String> gone =
        seen.asked.stream().filter(c -> seen.any && !seen.known.contains(c)).sorted().findFirst();
    if (gone.isPresent()) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.GONE,
              "No file of " + pass.table() + " in the archive has a column " + gone.get() + ".",
              "Correct the column in the data map."));
    }
    return rows;
  }

  Answer.ValueCount find(Question.FindValues question) throws IOException {
    return all(() -> new Found(question)).count();
  }

  private final class Found extends Rows {
    private final Question.FindValues question;
    private final Map<String, Long> hits = new TreeMap<>();
    private long candidates;

    Found(Question.FindValues question) {
      super(question.columns(), question.only());
      this.question = question;
    }

    @Override
    void meant(RowTest test, List<Optional<String>> values) {
      for (String column : question.columns()) {
        Description.Type type = test.type(column);
        Optional<String> value =
            test.value(column, values).filter(v -> CoarseText.lets(question.coarse(), type, v));
        if (value.isPresent()) {
          candidates++;
          if (question.hit().test(value(type, value.get()))) {
            hits.merge(column, 1L, Long::sum);
          }
        }
      }
    }

    Answer.ValueCount count() {
      long sum = hits.values().stream().mapToLong(Long::longValue).sum();
      return new Answer.ValueCount(super.rows, candidates, sum, hits);
    }
  }

  /** As the families of types are read from databases: a decimal without fraction is whole. */
  private static Value value(Description.Type type, String text) {
    try {
      return switch (type) {
        case WHOLE -> new Value.Whole(new BigInteger(text));
        case DECIMAL -> new Value.Whole(new BigDecimal(text).toBigIntegerExact());
        case TEXT,
            BOOLEAN,
            DATE,
            TIMESTAMP,
            TIMESTAMP_WITH_ZONE,
            ADDRESS,
            BYTES,
            JSON,
            UUID,
            ARRAY,
            OTHER ->
            new Value.Text(text);
      };
    } catch (ArithmeticException e) {
      return new Value.Text(text); // it has a fraction, or is no number
    } catch (NumberFormatException e) {
      return new Value.Text(text); // NaN, Infinity
    }
  }

  Answer.RowCount where(Question.CountWhere question) throws IOException {
    return all(() -> new Where(question)).count();
  }

  private final class Where extends Rows {
    private final Condition condition;
    private long matching;

    Where(Question.CountWhere question) {
      super(RowTest.columns(question.condition()), question.only());
      this.condition = question.condition();
    }

    @Override
    void meant(RowTest test, List<Optional<String>> values) throws IOException {
      matching += test.meets(condition, values) ? 1 : 0;
    }

    Answer.RowCount count() {
      return new Answer.RowCount(super.rows, matching);
    }
  }

  Answer.TallyCount tally(Question.Tally question) throws IOException {
    return all(() -> new Tallied(question)).count();
  }

  private final class Tallied extends Rows {
    private final String column;
    private final Map<String, Long> byValue = new HashMap<>();
    private long missing;
    private boolean cut;

    Tallied(Question.Tally question) {
      super(List.of(question.column()), question.only());
      this.column = question.column();
    }

    @Override
    void meant(RowTest test, List<Optional<String>> values) {
      Optional<String> value = test.value(column, values);
      if (value.isEmpty()) {
        missing++;
      } else if (byValue.size() < MOST || byValue.containsKey(value.get())) {
        byValue.merge(value.get(), 1L, Long::sum);
      } else {
        cut = true;
      }
    }

    Answer.TallyCount count() {
      return new Answer.TallyCount(super.rows, byValue, missing, cut);
    }
  }

  /** Some values of a column. Each file is read to its end, so that one that is hurt is seen. */
  Answer.RowsSampled sample(Question.Sample question) throws IOException {
    Wanted wanted = new Wanted(List.of(question.column()), question.limit(), true);
    RowSink sink = (column, value) -> question.sink().accept(value);
    return all(() -> new Sampled(wanted, sink)).count();
  }

  /** Some rows. Each file is read to its end, so that one that is hurt is seen. */
  Answer.RowsSampled sample(Question.SampleRows question) throws IOException {
    Wanted wanted =
        new Wanted(question.columns(), question.rows(), question.rows() < question.looked());
    return all(() -> new Sampled(wanted, question.sink())).count();
  }

  /**
   * What a sample is of.
   *
   * @param most rows
   * @param some whether rows without any value are passed over
   */
  private record Wanted(List<String> columns, int most, boolean some) {}

  /** As many rows of each file as of any other, where they have so many. */
  private final class Sampled extends Rows {
    private final Wanted wanted;
    private final RowSink sink;
    private long taken;
    private long upTo;

    Sampled(Wanted wanted, RowSink sink) {
      super(wanted.columns(), Optional.empty());
      this.wanted = wanted;
      this.sink = sink;
    }

    @Override
    public void begins(VaultHeader header) {
      super.begins(header);
      upTo = taken + Math.ceilDiv(Math.max(0, wanted.most() - taken), Math.max(1, pass.left()));
    }

    @Override
    void meant(RowTest test, List<Optional<String>> values) {
      boolean has =
          !wanted.some()
              || wanted.columns().stream().anyMatch(c -> test.value(c, values).isPresent());
      if (!has || taken >= upTo) {
        return;
      }
      taken++;
      for (String column : wanted.columns()) {
        test.value(column, values)
            .map(v -> v.substring(0, Math.min(v.length(), LONGEST)))
            .ifPresent(v -> sink.accept(column, value(test.type(column), v)));
      }
      sink.end();
    }

    Answer.RowsSampled count() {
      return new Answer.RowsSampled(taken, Set.of());
    }
  }

  /** What becomes of the values of a column. */
  NavigableSet<String> each(String column, BiConsumer<String, NavigableSet<String>> into)
      throws IOException {
    return all(() -> new Gathered(column, into)).gathered;
  }

  private final class Gathered extends Rows {
    private final String column;
    private final BiConsumer<String, NavigableSet<String>> into;
    private final NavigableSet<String> gathered = new TreeSet<>();

    Gathered(String column, BiConsumer<String, NavigableSet<String>> into) {
      super(List.of(column), Optional.empty());
      this.column = column;
      this.into = into;
    }

    @Override
    void meant(RowTest test, List<Optional<String>> values) {
      test.value(column, values).ifPresent(v -> into.accept(v, gathered));
    }
  }
}
