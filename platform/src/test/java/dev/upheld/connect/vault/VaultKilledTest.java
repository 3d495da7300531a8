package dev.upheld.connect.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Session;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.TestFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A process killed between any two steps of ending archived rows: none comes or goes by that. */
class VaultKilledTest {
  private static final String OLD = "2020-01-01 10:00:00";
  private static final String YOUNG = "2026-01-01 10:00:00";
  private static final List<String> STAYING = List.of("2", "5", "6");

  @Test
  void fewMoments() throws IOException {
    killed(3);
  }

  @Test
  @Tag("long")
  void aHundredMoments() throws IOException {
    killed(100);
  }

  private static void killed(int times) throws IOException {
    Long one = Long.getLong("upheld.seed");
    long first = one == null ? System.nanoTime() : one;
    for (int i = 0; i < (one == null ? times : 1); i++) {
      try {
        once(new Random(first + i));
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("with -Dupheld.seed=" + (first + i) + ": " + e.getMessage(), e);
      }
    }
  }

  private static void once(Random random) throws IOException {
    AtomicInteger moments = new AtomicInteger();
    VaultKilledMain.run(filled(), UUID.randomUUID(), moments::incrementAndGet);
    Path folder = filled();
    UUID run = UUID.randomUUID();
    int at = 1 + random.nextInt(moments.get());
    try (ChildJvm child =
        ChildJvm.start(
            Map.of(),
            "64m",
            VaultKilledMain.class,
            folder.toString(),
            String.valueOf(at),
            run.toString())) {
      child.await(VaultKilledMain.STOPPED);
      child.kill();
    }
    List<String> after = ids(folder);
    assertThat(after)
        .containsAll(STAYING)
        .doesNotHaveDuplicates()
        .isSubsetOf("1", "2", "3", "4", "5", "6");
    Answered<Answer.DueCount> counted = counted(folder);
    assertThat(counted.sight().isFull()).isTrue();
    assertThat(counted.answer().rows()).isEqualTo(after.size());
    assertThat(counted.answer().past()).isEqualTo(after.size() - STAYING.size());
    try (VaultActs acts = Vault.of(VaultKilledMain.system(folder)).acts(VaultKilledMain.place())) {
      assertThat(acts.remembered(run).gone()).isEqualTo(6 - after.size());
      assertThat(acts.remembered(UUID.randomUUID()).gone()).isZero();
    }

    VaultActs.Fates rest = VaultKilledMain.run(folder, UUID.randomUUID(), () -> {});
    assertThat(rest.gone()).isEqualTo(after.size() - STAYING.size());
    assertThat(ids(folder)).containsExactlyInAnyOrderElementsOf(STAYING);
    try (Stream<Path> left = Files.list(folder.resolve("contract"))) {
      assertThat(left.map(p -> p.getFileName().toString()).filter(n -> !n.equals(".turn")))
          .filteredOn(n -> !n.endsWith(".note"))
          .hasSize(4)
          .allMatch(n -> n.endsWith(".rows") || n.endsWith(".idx"));
    }
    assertThat(VaultKilledMain.run(folder, UUID.randomUUID(), () -> {}).files()).isZero();
  }

  /** One file all of whose rows go, one of which some do, and one that stays. */
  private static Path filled() throws IOException {
    Path folder = TestFolders.create("killed-vault");
    VaultKilledMain.written(folder, List.of(List.of("1", OLD), List.of("3", OLD))).publish();
    VaultKilledMain.written(folder, List.of(List.of("4", OLD), List.of("2", YOUNG))).publish();
    VaultKilledMain.written(folder, List.of(List.of("5", "-"), List.of("6", YOUNG))).publish();
    return folder;
  }

  private static List<String> ids(Path folder) {
    List<String> ids = new ArrayList<>();
    Vault.of(VaultKilledMain.system(folder))
        .rows(VaultKilledMain.table())
        .read(Map.of(), (_, values) -> ids.add(values.getFirst().orElseThrow()));
    return ids;
  }

  private static Answered<Answer.DueCount> counted(Path folder) {
    var system = VaultKilledMain.system(folder);
    try (Session session = new VaultConnector().open(system, system.access().orElseThrow())) {
      return session.ask(VaultKilledMain.over(), Progress.SILENT);
    }
  }

  @Test
  void rowsOfAPersonAreFoundByTheIndex() throws IOException {
    Path folder = filled();
    List<String> ids = new ArrayList<>();
    long read =
        Vault.of(VaultKilledMain.system(folder))
            .rows(VaultKilledMain.table())
            .read(
                Map.of("customers", List.of("c2", "nobody")),
                (_, values) -> ids.add(values.getFirst().orElseThrow()));
    assertThat(read).isEqualTo(1);
    assertThat(ids).containsExactly("2");
  }

  @Test
  void anUnconfirmedCopyCannotBeRead() throws IOException {
    Path folder = TestFolders.create("unconfirmed");
    var written = VaultKilledMain.written(folder, List.of(List.of("1", OLD)));
    Vault vault = Vault.of(VaultKilledMain.system(folder));
    assertThat(vault.rows(VaultKilledMain.table()).unconfirmed()).isEqualTo(1);
    assertThat(ids(folder)).isEmpty();
    // the key of the archive alone opens nothing of it
    List<VaultHeader> all = vault.unconfirmed(VaultKilledMain.table());
    assertThat(all).hasSize(1);
    String other = VaultKilledMain.written(folder, List.of(List.of("2", OLD))).wrapped();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> vault.confirm(VaultKilledMain.place(), all.getFirst(), other))
        .hasMessageContaining("its key does not open");
    written.publish();
    assertThat(ids(folder)).containsExactly("1");
  }
}
