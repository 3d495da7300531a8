package dev.upheld.connect.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Clues;
import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Value;
import dev.upheld.connect.vault.Draft;
import dev.upheld.connect.vault.Vault;
import dev.upheld.connect.vault.VaultConnector;
import dev.upheld.connect.vault.VaultHeader;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.values.CardNumber;
import dev.upheld.datamap.values.Iban;
import dev.upheld.datamap.values.Mark;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Progress;
import dev.upheld.kernel.Secret;
import dev.upheld.probe.memory.TestPlace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the contract of databases asks of their coarse patterns, of those over files. */
class VaultValuesTest {
  private static final long SEED = 20261122;

  private static boolean isCard(Value value) {
    CardNumber.Sighting seen =
        value instanceof Value.Whole(var number)
            ? CardNumber.inWhole(number)
            : CardNumber.inText(Clues.text(value));
    return seen != CardNumber.Sighting.NONE;
  }

  private static boolean isIban(Value value) {
    return Iban.isIn(Clues.text(value));
  }

  private static boolean isIdentifying(Value value) {
    return value instanceof Value.Whole ? isCard(value) : !Mark.in(Clues.text(value)).isEmpty();
  }

  @TempDir Path folder;

  private void keep(Description.Type type, Stream<String> values) {
    VaultHeader header =
        new VaultHeader(
            UUID.randomUUID(),
            "kept",
            new VaultHeader.From("shop", "rule", "act"),
            List.of(new VaultHeader.Column("v", type)),
            List.of("v"),
            ZoneOffset.UTC,
            Optional.empty());
    Draft draft = Vault.of(system()).begin(TestPlace.place("kept", "kept").build(), header);
    values.forEach(v -> draft.row(List.of(Optional.of(v))));
    draft.finish().publish();
  }

  private SystemEntry system() {
    return new SystemEntry(
        "vault",
        Optional.of(
            new Endpoint(
                SystemEntry.VAULT,
                "",
                0,
                folder.toString(),
                "",
                Secret.of("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="),
                Map.of(),
                Duration.ofMinutes(1))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ZoneOffset.UTC,
        Location.wholeFile("systems.yaml"));
  }

  private long hits(Coarse coarse, Predicate<Value> exact) {
    SystemEntry system = system();
    try (Session session = new VaultConnector().open(system, system.access().orElseThrow())) {
      return session
          .ask(
              new Question.FindValues(
                  TestPlace.place("kept", "kept").build().table(),
                  List.of("v"),
                  coarse,
                  Optional.empty(),
                  exact),
              Progress.SILENT)
          .answer()
          .hits();
    }
  }

  private void losesNothing(Coarse coarse, Predicate<Value> exact) {
    long all = hits(Coarse.ANYTHING, exact);
    assertThat(all).as("%s", coarse).isPositive();
    assertThat(hits(coarse, exact)).as("%s", coarse).isEqualTo(all);
  }

  @Test
  void losesNoText() {
    keep(Description.Type.TEXT, new NastyValues(SEED).texts().stream());
    losesNothing(Coarse.CARD_LIKE, VaultValuesTest::isCard);
    losesNothing(Coarse.IBAN_LIKE, VaultValuesTest::isIban);
    losesNothing(Coarse.IDENTIFYING, VaultValuesTest::isIdentifying);
  }

  @Test
  void losesNoNumber() {
    for (Description.Type type : List.of(Description.Type.WHOLE, Description.Type.DECIMAL)) {
      keep(type, new NastyValues(SEED).numbers().stream().map(String::valueOf));
    }
    losesNothing(Coarse.CARD_LIKE, VaultValuesTest::isCard);
    losesNothing(Coarse.IDENTIFYING, VaultValuesTest::isIdentifying);
  }

  @Test
  void knowsEveryCharacterThatMayStandInACardNumber() {
    keep(
        Description.Type.TEXT,
        IntStream.rangeClosed(1, 0x1FFFF)
            .filter(c -> Character.isValidCodePoint(c) && (c < 0xD800 || c > 0xDFFF))
            .filter(c -> Character.getType(c) != Character.OTHER_LETTER && Character.isDefined(c))
            .mapToObj(c -> "4539" + Character.toString(c) + "148803436467"));
    losesNothing(Coarse.CARD_LIKE, VaultValuesTest::isCard);
    losesNothing(Coarse.IDENTIFYING, VaultValuesTest::isIdentifying);
  }
}
