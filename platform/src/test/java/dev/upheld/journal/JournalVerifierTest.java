package dev.upheld.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.upheld.crypto.KeyHandover;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.crypto.VerifyingKey;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to an exported journal is found, and the right entry named. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JournalVerifierTest {
  private static final long SEED = Long.getLong("upheld.seed", new Random().nextLong());

  private final Store store = Stores.fresh();
  private final Journal journal =
      new Journal(store, InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z")));
  private final Random random = new Random(SEED);
  private SigningKeys keys;
  private Checkpoints checkpoints;
  private byte[] export;

  @BeforeAll
  void prepare(@TempDir Path folder) {
    keys = SigningKeys.in(folder.resolve("keys"));
    checkpoints = new Checkpoints(journal, keys, folder, InstantSource.system());
    append(7);
    checkpoints.write();
    append(5);
    checkpoints.rotateKey();
    append(6);
    checkpoints.write();
    append(4);
    export = Exports.of(journal, checkpoints, keys);
  }

  @AfterAll
  void close() {
    checkpoints.close();
    store.close();
  }

  private void append(int count) {
    journal.append(
        IntStream.range(0, count)
            .mapToObj(
                i -> {
                  Map<String, Object> facts = new HashMap<>();
                  facts.put("n" + random.nextInt(5), random.nextInt());
                  facts.put("words", "é\"\n".repeat(random.nextInt(9)));
                  return new Draft(
                      "kind." + "abc".charAt(random.nextInt(3)),
                      Optional.of(new ReferenceId(new UUID(random.nextLong(), i)))
                          .filter(r -> random.nextBoolean()),
                      facts);
                })
            .toList());
  }

  @Test
  void anUntouchedJournalIsIntactAndSealed() {
    Verification found = Exports.verify(export);

    assertThat(found.faults()).isEmpty();
    assertThat(found.entries()).isEqualTo(23);
    assertThat(found.sealed()).isEqualTo(19);
    assertThat(found.checkpoints()).isEqualTo(4);
    assertThat(found.keys()).hasSize(2);
    assertThat(Exports.verify(export, keys.all(), checkpoints.all()).checkpoints()).isEqualTo(8);
  }

  @Test
  void whoeverTrustsTheFirstKeyTrustsTheOneItVouchesFor(@TempDir Path elsewhere) {
    KeyHandover handover = keys.published().handovers().getFirst();
    VerifyingKey first =
        keys.all().stream().filter(k -> k.id().equals(handover.from())).findFirst().orElseThrow();
    assertThat(Exports.verify(export, List.of(first), checkpoints.all()).faults()).isEmpty();

    String line = JournalExport.handoverLine(handover);
    String text = new String(export, StandardCharsets.UTF_8);
    assertThat(text).contains(line);
    assertThat(kinds(text.replace(line + "\n", ""), first))
        .as("without the handover")
        .contains(JournalFault.Kind.UNKNOWN_KEY);

    KeyHandover forged =
        new KeyHandover(
            handover.from(), SigningKeys.in(elsewhere).current().verifying(), handover.signature());
    assertThat(kinds(text.replace(line, JournalExport.handoverLine(forged)), first))
        .as("a key of somebody else, with the signature over ours")
        .contains(JournalFault.Kind.HANDOVER);
  }

  /** Whoever copied the key before it was replaced signs with it for ever. */
  @Test
  void aReplacedKeyCountsOnlyForWhatCameBefore(@TempDir Path folder) throws IOException {
    Path stolen = folder.resolve("stolen");
    SigningKeys own = SigningKeys.in(folder.resolve("keys"));
    try (Store other = Stores.fresh()) {
      Journal two = new Journal(other, InstantSource.system());
      Checkpoints seals = new Checkpoints(two, own, folder, InstantSource.system());
      two.append(List.of(Draft.of("a.b", Map.of())));
      seals.write();
      copy(folder.resolve("keys"), stolen);
      seals.rotateKey();
      two.append(List.of(Draft.of("a.c", Map.of())));
      Checkpoint forged =
          Checkpoint.sign(two.head(), Instant.now(), SigningKeys.in(stolen).current());
      seals.close();
      byte[] file = Exports.of(two, seals, own);

      assertThat(Exports.verify(file, own.all(), seals.all()).faults()).isEmpty();
      assertThat(Exports.verify(file, own.all(), List.of(forged)).faults())
          .extracting(JournalFault::kind, JournalFault::sequence)
          .containsExactly(tuple(JournalFault.Kind.RETIRED_KEY, 3L));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectory(
        to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file, to.resolve(file.getFileName().toString()), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static List<JournalFault.Kind> kinds(String export, VerifyingKey key) {
    return Exports.verify(export.getBytes(StandardCharsets.UTF_8), List.of(key), List.of())
        .faults()
        .stream()
        .map(JournalFault::kind)
        .toList();
  }

  /** One bit of every byte of a small journal, and some of a larger one. */
  @Test
  void aChangeOfOneBitIsFoundInEveryByte(@TempDir Path folder) {
    byte[] small = small(folder);
    for (int at = 0; at < small.length; at++) {
      assertBitIsFound(small, at * 8 + random.nextInt(8));
    }
    for (int i = 0; i < 400; i++) {
      assertBitIsFound(export, random.nextInt(export.length * 8));
    }
    assertThat(Exports.verify(small).isIntact()).isTrue();
  }

  @Test
  @Tag("long")
  void everyChangeOfOneBitIsFound(@TempDir Path folder) {
    byte[] small = small(folder);
    for (int bit = 0; bit < small.length * 8; bit++) {
      assertBitIsFound(small, bit);
    }
  }

  private static void assertBitIsFound(byte[] file, int bit) {
    file[bit / 8] ^= (byte) (1 << bit % 8);
    assertThat(Exports.verify(file).isIntact()).as("bit %d, seed %d", bit, SEED).isFalse();
    file[bit / 8] ^= (byte) (1 << bit % 8);
  }

  private static byte[] small(Path folder) {
    SigningKeys own = SigningKeys.in(folder.resolve("keys"));
    try (Store other = Stores.fresh()) {
      Journal two = new Journal(other, InstantSource.system());
      Checkpoints seals = new Checkpoints(two, own, folder, InstantSource.system());
      two.append(List.of(Draft.of("a.b", Map.of("n", 1)), Draft.of("c.d", Map.of("s", "é"))));
      seals.write();
      two.append(List.of(Draft.of("e.f", Map.of())));
      seals.close();
      return Exports.of(two, seals, own);
    }
  }

  @Test
  void everyLineThatIsRemovedSwappedOrInsertedIsFound() {
    int lines = lines().size();
    for (int i = 0; i < lines; i++) {
      int line = i;
      assertFound("removed " + i, all -> without(all, line));
      assertFound("doubled " + i, all -> with(all, line, all.get(line)));
      for (int j = 0; j < i; j++) {
        int other = j;
        assertFound("swapped " + i + " " + j, all -> swapped(all, line, other));
        assertFound("inserted " + i + " at " + j, all -> with(all, other, all.get(line)));
      }
    }
  }

  /** Whoever can write the file can also mend its last line; the chain and the seals remain. */
  @Test
  void theEndOfTheFileIsNotWhatItRestsOn() {
    int lines = lines().size();
    for (int i = 0; i < lines - 1; i++) {
      int line = i;
      if (lines().get(i).startsWith("{\"entry\"")) {
        assertMendedIsFound("removed " + i, without(lines(), line), isLast(line));
        for (int j = 0; j < i; j++) {
          if (lines().get(j).startsWith("{\"entry\"")) {
            assertMendedIsFound("swapped", swapped(lines(), line, j), false);
          }
        }
      }
    }
  }

  /** Cutting off the newest entries cannot be seen without a checkpoint behind them. */
  private boolean isLast(int line) {
    return line == lines().size() - 2;
  }

  private void assertMendedIsFound(String what, List<String> changed, boolean unseen) {
    Verification found = Exports.verify(mended(changed));
    assertThat(found.isIntact()).as(what + " seed " + SEED).isEqualTo(unseen);
  }

  @Test
  void namesTheEntryThatWasChanged() {
    List<String> all = lines();
    int line = entryLine(9);
    all.set(line, all.get(line).replaceFirst("kind\\.[abc]", "kind.z"));

    assertThat(Exports.verify(mended(all)).faults())
        .containsExactly(new JournalFault(JournalFault.Kind.CHANGED, 9, line + 1));
  }

  @Test
  void namesTheGapTheForkAndTheLineOutOfOrder() {
    assertThat(kinds(without(lines(), entryLine(9)))).containsExactly("DROPPED 10");
    assertThat(kinds(swapped(lines(), entryLine(9), entryLine(10))))
        .containsExactly("DROPPED 10", "REPEATED 9", "DROPPED 11");
    List<String> forked = rewritten(lines(), entryLine(9), entryLine(9));
    assertThat(kinds(forked)).containsExactly("UNCHAINED 10");
  }

  /** A forger who computes all hashes anew from entry 5 on is caught by the seal at 7. */
  @Test
  void aRewrittenChainBreaksTheSeals() {
    List<String> forged = rewritten(lines(), entryLine(5), lines().size() - 2);

    assertThat(kinds(forged)).contains("CHECKPOINT 7").doesNotContain("CHANGED 5", "UNCHAINED 6");
  }

  /** And if the file's own seals are dropped, by those that the verifier kept. */
  @Test
  void checkpointsThatTheVerifierHoldsFindRewritingAndTruncation() {
    List<Checkpoint> held = checkpoints.all();
    List<String> unsealed =
        new ArrayList<>(
            rewritten(lines(), entryLine(5), lines().size() - 2).stream()
                .filter(l -> !l.startsWith("{\"checkpoint\""))
                .toList());
    assertThat(Exports.verify(mended(unsealed)).faults()).isEmpty();
    assertThat(Exports.verify(mended(unsealed)).sealed()).isZero();
    assertThat(Exports.verify(mended(unsealed), keys.all(), held).faults())
        .anyMatch(f -> f.kind() == JournalFault.Kind.CHECKPOINT && f.sequence() == 7);

    List<String> cut = new ArrayList<>(lines().subList(0, entryLine(9)));
    cut.add("");
    assertThat(Exports.verify(mended(cut)).faults()).isEmpty();
    assertThat(Exports.verify(mended(cut), keys.all(), held).faults())
        .extracting(JournalFault::kind)
        .containsOnly(JournalFault.Kind.TRUNCATED);
  }

  @Test
  void trustsOnlyTheKeysItWasGiven() {
    Verification found = Exports.verify(export, List.of(keys.current().verifying()), List.of());

    assertThat(found.faults())
        .extracting(JournalFault::kind)
        .containsOnly(JournalFault.Kind.UNKNOWN_KEY);
  }

  @Test
  void aJournalCutOffInTheDatabaseIsSeenInItsExport() {
    byte[] whole = Exports.of(journal, checkpoints, keys);
    try (Store empty = Stores.fresh()) {
      Journal cut = new Journal(empty, InstantSource.system());
      assertThat(Exports.verify(Exports.of(cut, checkpoints, keys)).faults())
          .extracting(JournalFault::kind)
          .containsOnly(JournalFault.Kind.TRUNCATED);
    }
    assertThat(Exports.verify(whole).isIntact()).isTrue();
  }

  @Test
  void anyFileAtAllIsRefusedInPeace() {
    for (int i = 0; i < 2000; i++) {
      byte[] noise = new byte[random.nextInt(300)];
      random.nextBytes(noise);
      assertThat(Exports.verify(noise).isIntact()).as("seed %d", SEED).isFalse();
      byte[] cut = java.util.Arrays.copyOf(export, random.nextInt(export.length));
      assertThat(Exports.verify(cut).isIntact()).as("seed %d", SEED).isFalse();
    }
    assertThat(Exports.verify(new byte[3 << 20]).isIntact()).isFalse();
  }

  private List<String> lines() {
    return new ArrayList<>(new String(export, StandardCharsets.UTF_8).lines().toList());
  }

  private int entryLine(int sequence) {
    List<String> all = lines();
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).contains("\"sequence\":" + sequence + "},\"hash\""))
        .findFirst()
        .orElseThrow();
  }

  private List<String> kinds(List<String> changed) {
    return Exports.verify(mended(changed)).faults().stream()
        .map(f -> f.kind() + " " + f.sequence())
        .toList();
  }

  private void assertFound(String what, UnaryOperator<List<String>> change) {
    List<String> changed = change.apply(lines());
    assertThat(Exports.verify(bytes(changed)).isIntact()).as(what).isFalse();
  }

  private static List<String> without(List<String> all, int line) {
    all.remove(line);
    return all;
  }

  private static List<String> with(List<String> all, int line, String inserted) {
    all.add(line, inserted);
    return all;
  }

  private static List<String> swapped(List<String> all, int one, int other) {
    Collections.swap(all, one, other);
    return all;
  }

  private static byte[] bytes(List<String> all) {
    return (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Another kind for the first of these entries, and all hashes of the lines up to the last made
   * new.
   */
  private static List<String> rewritten(List<String> all, int from, int to) {
    all.set(from, all.get(from).replaceFirst("kind\\.[abc]", "kind.z"));
    String hash = null;
    for (int i = from; i <= to; i++) {
      String line = all.get(i);
      if (line.startsWith("{\"entry\"")) {
        String entry = line.substring(9, line.length() - 75);
        if (hash != null) {
          entry =
              entry.replaceFirst("\"previous\":\"[0-9a-f]{64}\"", "\"previous\":\"" + hash + "\"");
        }
        hash = sha256(entry);
        all.set(i, "{\"entry\":" + entry + ",\"hash\":\"" + hash + "\"}");
      }
    }
    return all;
  }

  /** With a last line that fits what is there. */
  private static byte[] mended(List<String> changed) {
    List<String> all = new ArrayList<>(changed.subList(0, changed.size() - 1));
    long entries = all.stream().filter(l -> l.startsWith("{\"entry\"")).count();
    long seals = all.stream().filter(l -> l.startsWith("{\"checkpoint\"")).count();
    String sum = sha256(String.join("\n", all) + "\n");
    all.add(
        "{\"end\":{\"checkpoints\":%d,\"entries\":%d,\"sha256\":\"%s\"}}"
            .formatted(seals, entries, sum));
    return bytes(all);
  }

  private static String sha256(String text) {
    return Hash.ofText(text).toString();
  }
}
