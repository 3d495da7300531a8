package dev.upheld.connect.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description;
import dev.upheld.connect.Join;
import dev.upheld.connect.Question;
import dev.upheld.connect.RowSink;
import dev.upheld.connect.Session;
import dev.upheld.connect.Value;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an archive of files answers, beside the same rows in memory. */
class VaultQuestionsTest {
  private static final TableName TABLE = VaultKilledMain.table();
  private static final List<String> COLUMNS =
      List.of("id", "mail", "country", "paid", "number", "ended_at");
  private static final List<Description.Type> TYPES =
      List.of(
          Description.Type.WHOLE,
          Description.Type.TEXT,
          Description.Type.TEXT,
          Description.Type.BOOLEAN,
          Description.Type.DECIMAL,
          Description.Type.TIMESTAMP);
  private static final List<String> MAILS =
      List.of(
          "a@x.example", " A@X.example", "b@x.example", "nothing", "4929 1234 5678 9012 x", "é");

  @TempDir Path folder;
  private final List<List<Optional<String>>> rows = new ArrayList<>();
  private SystemEntry system = VaultKilledMain.system(Path.of("."));

  @BeforeEach
  void fills() {
    system = VaultKilledMain.system(folder);
    Random random = new Random(11);
    for (int file = 0; file < 5; file++) {
      List<List<Optional<String>>> some =
          IntStream.range(0, 1 + random.nextInt(40)).mapToObj(_ -> row(random)).toList();
      publish(COLUMNS, TYPES, some);
      rows.addAll(some);
    }
  }

  private List<Optional<String>> row(Random random) {
    return Stream.of(
            "" + random.nextInt(1000),
            MAILS.get(random.nextInt(MAILS.size())),
            List.of("FR", "DE", "US").get(random.nextInt(3)),
            random.nextBoolean() ? "t" : "false",
            random.nextBoolean() ? random.nextInt(9) + ".50" : "" + random.nextInt(9),
            "2026-0" + (1 + random.nextInt(9)) + "-10 10:00:00")
        .map(v -> random.nextInt(5) == 0 ? Optional.<String>empty() : Optional.of(v))
        .toList();
  }

  private void publish(
      List<String> columns, List<Description.Type> types, List<List<Optional<String>>> some) {
    VaultHeader header =
        new VaultHeader(
            UUID.randomUUID(),
            TABLE.name(),
            new VaultHeader.From("shop", "rule", "act"),
            IntStream.range(0, columns.size())
                .mapToObj(i -> new VaultHeader.Column(columns.get(i), types.get(i)))
                .toList(),
            List.of("id"),
            ZoneOffset.UTC,
            Optional.empty());
    Draft draft = Vault.of(system).begin(place(), header);
    some.forEach(draft::row);
    draft.finish().publish();
  }

  /** Of rows that may have any columns beside these. */
  private static Place place() {
    return new Place(
        "contract",
        TABLE,
        Set.of("contracts"),
        Optional.of("archive"),
        List.of("id"),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Map.of(),
        Set.of("id", "ended_at"),
        Location.wholeFile("datamap/vault.yaml"));
  }

  private Session open() {
    return new VaultConnector().open(system, system.access().orElseThrow());
  }

  private <A extends Answer> Answered<A> ask(Question<A> question) {
    try (Session session = open()) {
      return session.ask(question, Progress.SILENT);
    }
  }

  private <A extends Answer> A answer(Question<A> question) {
    Answered<A> answered = ask(question);
    assertThat(answered.sight().isFull()).isTrue();
    assertThat(answered.sight().beside()).isEmpty();
    return answered.answer();
  }

  private Stream<Optional<String>> column(String column) {
    return rows.stream().map(r -> r.get(COLUMNS.indexOf(column)));
  }

  private Stream<List<Optional<String>>> where(String column, Predicate<Optional<String>> test) {
    return rows.stream().filter(r -> test.test(r.get(COLUMNS.indexOf(column))));
  }

  private static Question.FindValues find(Coarse coarse, Predicate<Value> hit, String... columns) {
    return new Question.FindValues(TABLE, List.of(columns), coarse, Optional.empty(), hit);
  }

  @Test
  void valuesAreFound() {
    Answer.ValueCount found =
        answer(
            find(Coarse.ANYTHING, v -> v.equals(new Value.Text("a@x.example")), "mail", "country"));
    long mails = column("mail").filter(Optional.of("a@x.example")::equals).count();
    assertThat(mails).isPositive();
    assertThat(found.rows()).isEqualTo(rows.size());
    assertThat(found.candidates())
        .isEqualTo(
            Stream.concat(column("mail"), column("country")).filter(Optional::isPresent).count());
    assertThat(found.hits()).isEqualTo(mails);
    assertThat(found.hitsByColumn()).isEqualTo(Map.of("mail", mails));
  }

  @Test
  void onlyCandidatesOfAPatternAreCounted() {
    long signs = column("mail").filter(v -> v.filter(m -> m.contains("@")).isPresent()).count();
    long cards = column("mail").filter(v -> v.filter(m -> m.contains("4929")).isPresent()).count();
    assertThat(answer(find(Coarse.IDENTIFYING, _ -> true, "mail", "country", "number")).hits())
        .isEqualTo(signs + cards);
    assertThat(answer(find(Coarse.CARD_LIKE, _ -> true, "mail", "id", "ended_at")).candidates())
        .isEqualTo(cards);
  }

  @Test
  void numbersArriveAsNumbers() {
    Set<Class<?>> kinds = new java.util.HashSet<>();
    answer(find(Coarse.ANYTHING, v -> kinds.add(v.getClass()), "id"));
    assertThat(kinds).containsExactly(Value.Whole.class);
    long whole = column("number").filter(v -> v.filter(n -> !n.contains(".")).isPresent()).count();
    assertThat(answer(find(Coarse.ANYTHING, v -> v instanceof Value.Whole, "number")).hits())
        .isEqualTo(whole);
  }

  @Test
  void conditionsAreTestedAsInDatabases() {
    Instant now = Instant.now();
    check(new Condition.IsNull("mail", false), where("mail", Optional::isEmpty));
    check(new Condition.IsNull("mail", true), where("mail", Optional::isPresent));
    check(new Condition.IsTrue("paid", false), where("paid", Optional.of("t")::equals));
    check(new Condition.IsTrue("paid", true), where("paid", p -> !p.equals(Optional.of("t"))));
    check(
        new Condition.In("country", List.of("FR", "DE"), false),
        where("country", c -> c.filter(Set.of("FR", "DE")::contains).isPresent()));
    check(
        new Condition.In("country", List.of("FR", "DE"), true),
        where("country", c -> c.filter(Set.of("FR", "DE")::contains).isEmpty()));
    check(
        new Condition.NotYet(VaultKilledMain.ENDED),
        where(
            "ended_at",
            e -> e.filter(t -> Instant.parse(t.replace(' ', 'T') + "Z").isAfter(now)).isPresent()));
    check(
        new Condition.All(
            List.of(new Condition.IsNull("mail", true), new Condition.IsTrue("paid", false))),
        where("paid", Optional.of("t")::equals).filter(r -> r.get(1).isPresent()));
    Clock other = new Clock.Latest(List.of(VaultKilledMain.ENDED));
    assertThatThrownBy(() -> check(new Condition.NotYet(other), Stream.of()))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> check(new Condition.IsTrue("mail", false), Stream.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageNotContaining("example");
  }

  private void check(Condition condition, Stream<?> expected) {
    long matching = expected.count();
    assertThat(answer(new Question.CountWhere(TABLE, Optional.empty(), condition)))
        .isEqualTo(new Answer.RowCount(rows.size(), matching));
    Condition all = new Condition.All(List.of());
    assertThat(answer(new Question.CountWhere(TABLE, Optional.of(condition), all)))
        .isEqualTo(new Answer.RowCount(matching, matching));
  }

  @Test
  void valuesAreTallied() {
    Answer.TallyCount tally =
        answer(new Question.Tally(TABLE, List.of(), "country", Optional.empty()));
    Map<String, Long> expected =
        column("country")
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(c -> c, Collectors.counting()));
    assertThat(tally)
        .isEqualTo(
            new Answer.TallyCount(
                rows.size(), expected, column("country").filter(Optional::isEmpty).count(), false));
    Join join = new Join(List.of("id"), new TableName(Optional.empty(), "other"), List.of("id"));
    assertThatThrownBy(
            () -> ask(new Question.Tally(TABLE, List.of(join), "country", Optional.empty())))
        .hasMessageContaining("Keep the column as a field");
  }

  @Test
  void tooManyValuesAreCut() {
    publish(
        COLUMNS,
        TYPES,
        IntStream.range(0, 1100)
            .mapToObj(
                i ->
                    Stream.of("" + i, "m", "c" + i, "t", "1", "2026-01-01 10:00:00")
                        .map(Optional::of)
                        .toList())
            .toList());
    Answer.TallyCount tally =
        answer(new Question.Tally(TABLE, List.of(), "country", Optional.empty()));
    assertThat(tally.cut()).isTrue();
    assertThat(tally.byValue()).hasSize(1000);
  }

  @Test
  void printsAreDistinctAndInOrderWhateverTheSlices() throws IOException {
    for (boolean folded : new boolean[] {false, true}) {
      List<String> expected =
          column("mail")
              .flatMap(Optional::stream)
              .map(v -> folded ? v.strip().toLowerCase(Locale.ROOT) : v)
              .map(VaultQuestionsTest::md5)
              .collect(Collectors.toCollection(TreeSet::new))
              .stream()
              .toList();
      for (long slice : new long[] {1, 7, 1000}) {
        List<String> seen = new ArrayList<>();
        VaultPass pass = new VaultPass(Vault.of(system), TABLE, () -> {});
        Answer.RowCount count =
            new VaultPrints(slice)
                .fingerprint(pass, new Question.Fingerprint(TABLE, "mail", folded, seen::add));
        assertThat(seen).isEqualTo(expected);
        assertThat(count.rows()).isEqualTo(expected.size());
      }
    }
    List<String> first = new ArrayList<>();
    answer(
        Question.Fingerprint.folded(
            TABLE,
            "mail",
            hash -> {
              first.add(hash);
              return false;
            }));
    assertThat(first).hasSize(1);
  }

  private static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void sharedValuesAreCounted() {
    Set<String> mails = column("mail").flatMap(Optional::stream).collect(Collectors.toSet());
    Set<String> countries = column("country").flatMap(Optional::stream).collect(Collectors.toSet());
    assertThat(answer(new Question.SharedValues(TABLE, "mail", TABLE, "mail")))
        .isEqualTo(new Answer.SharedCount(mails.size(), mails.size(), mails.size()));
    assertThat(answer(new Question.SharedValues(TABLE, "mail", TABLE, "country")))
        .isEqualTo(new Answer.SharedCount(mails.size(), countries.size(), 0));
  }

  @Test
  void samplesComeFromAllFiles() {
    List<Value> values = new ArrayList<>();
    assertThat(answer(new Question.Sample(TABLE, "mail", 7, values::add)).rows())
        .isEqualTo(values.size());
    assertThat(values).hasSizeBetween(1, 7);
    long present = column("mail").filter(Optional::isPresent).count();
    values.clear();
    answer(new Question.Sample(TABLE, "mail", 100_000, values::add));
    assertThat(values).hasSize((int) present);

    Map<String, Long> seen = new TreeMap<>();
    long[] ends = {0};
    RowSink sink =
        new RowSink() {
          @Override
          public void accept(String column, Value value) {
            seen.merge(column, 1L, Long::sum);
          }

          @Override
          public void end() {
            ends[0]++;
          }
        };
    Answer.RowsSampled sampled =
        answer(new Question.SampleRows(TABLE, List.of("mail", "country"), 9000, 9000, sink));
    assertThat(sampled.rows()).isEqualTo(rows.size()).isEqualTo(ends[0]);
    assertThat(seen).containsEntry("mail", present);
  }

  @Test
  void aColumnThatNoFileHasIsSaidAndOneThatSomeHaveIsNothingInTheOthers() {
    assertThatThrownBy(() -> ask(find(Coarse.ANYTHING, _ -> true, "pasword")))
        .hasMessageContaining("pasword");
    assertThatThrownBy(() -> check(new Condition.In("stat", List.of("x"), false), Stream.of()))
        .hasMessageContaining("stat");
    List<Optional<String>> one = row(new Random(1));
    publish(COLUMNS.subList(0, 1), TYPES.subList(0, 1), List.of(one.subList(0, 1)));
    assertThat(answer(find(Coarse.ANYTHING, _ -> true, "mail")).rows()).isEqualTo(rows.size() + 1);
  }

  @Test
  void aFileThatIsHurtIsNeverTakenForEmpty() throws IOException {
    Path hurt;
    try (Stream<Path> all = Files.walk(folder)) {
      hurt = all.filter(p -> p.toString().endsWith(".rows")).sorted().findFirst().orElseThrow();
    }
    byte[] whole = Files.readAllBytes(hurt);
    byte[] changed = whole.clone();
    changed[changed.length - 5] ^= 1;
    for (byte @Nullable [] bytes :
        new byte[][] {changed, Arrays.copyOf(whole, whole.length - 20), {}, null}) {
      Files.delete(hurt);
      if (bytes != null) {
        Files.write(hurt, Objects.requireNonNull(bytes));
      }
      for (Question<?> question : questions()) {
        assertThat(ask(question).sight().isFull()).as("%s", question).isFalse();
      }
      Files.write(hurt, whole);
    }
    questions().forEach(question -> assertThat(ask(question).sight().isFull()).isTrue());
  }

  private static List<Question<?>> questions() {
    return List.of(
        find(Coarse.ANYTHING, _ -> true, "mail"),
        new Question.CountWhere(TABLE, Optional.empty(), new Condition.All(List.of())),
        new Question.Tally(TABLE, List.of(), "country", Optional.empty()),
        new Question.Sample(TABLE, "mail", 1, _ -> {}),
        new Question.SampleRows(TABLE, List.of("mail"), 1, 1, (_, _) -> {}),
        new Question.Fingerprint(TABLE, "mail", _ -> true),
        new Question.SharedValues(TABLE, "mail", TABLE, "country"));
  }

  @Test
  void aTableWithoutAnyFileIsEmptyOnlyWhereTheFolderShowsThatItIsTheArchive(@TempDir Path other)
      throws IOException {
    system = VaultKilledMain.system(other);
    Question<Answer.ValueCount> question = find(Coarse.ANYTHING, _ -> true, "mail");
    assertThat(ask(question).sight().beside()).singleElement().asString().contains(Vault.MARK);
    try (Session session = open()) {
      assertThat(session.describe(List.of(place())).blind()).hasSize(1);
      assertThat(session.checkup(List.of()).missing()).hasSize(1);
    }
    Files.createDirectory(other.resolve("lost+found"));
    assertThat(ask(question).sight().beside()).hasSize(1);

    Files.createFile(other.resolve(Vault.MARK));
    assertThat(answer(question).rows()).isZero();
    try (Session session = open()) {
      Description live = session.describe(List.of(place()));
      assertThat(live.blind()).isEmpty();
      assertThat(live.tables()).hasSize(1);
      assertThat(live.table(TABLE).orElseThrow().column("ended_at")).isPresent();
      Files.createFile(other.resolve("notes.txt"));
      assertThat(session.describe(List.of()).blind()).hasSize(1);
    }
    Files.delete(other.resolve("notes.txt"));
    Files.delete(other.resolve("lost+found"));
    Files.delete(other.resolve(Vault.MARK));
    Files.delete(other);
    assertThatThrownBy(this::open).hasMessageContaining("is not there");
    Files.createDirectory(other);
  }

  @Test
  void aLookThatIsStoppedEnds() {
    try (Session session = open()) {
      List<Value> seen = new ArrayList<>();
      Question<?> question =
          find(
              Coarse.ANYTHING,
              v -> {
                session.cancel();
                return seen.add(v);
              },
              "id");
      assertThatThrownBy(() -> session.ask(question, Progress.SILENT))
          .hasMessageContaining("was stopped");
      assertThat(seen).hasSizeBetween(1, 40); // of one file alone
    }
  }

  @Test
  void whoCannotOpenTheFolderIsNoReader() throws IOException {
    Files.setPosixFilePermissions(
        folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    assertThat(answer(new Question.Readers(TABLE)))
        .isEqualTo(new Answer.ReaderFacts(List.of(), List.of()));
    Files.setPosixFilePermissions(
        folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-x---"));
    assertThat(answer(new Question.Readers(TABLE)).hidden()).hasSize(1);
    assertThat(answer(new Question.Transport())).isEqualTo(Answer.TransportFacts.ofFolder());
  }
}
