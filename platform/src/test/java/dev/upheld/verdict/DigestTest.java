package dev.upheld.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.kernel.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DigestTest {

  @Test
  void titleLineAndOrderDoNotMatter() {
    Promise one = holdOnly("Only these.", 3, List.of("email", "name", "phone"));
    Promise two = holdOnly("Nothing but these.", 7, List.of("phone", "email", "name"));
    assertThat(Digest.of(one)).isEqualTo(Digest.of(two)).matches("[0-9a-f]{64}");
  }

  @Test
  void everyWordMatters() {
    Promise one = holdOnly("Only these.", 3, List.of("email", "name"));
    assertThat(Digest.of(one))
        .isNotEqualTo(Digest.of(holdOnly("Only these.", 3, List.of("email"))));
    assertThat(Digest.of(one)).isNotEqualTo(Digest.of(one, "binding"));
  }

  @Test
  void structureCannotBeImitatedByText() {
    assertThat(Digest.of(List.of("a", "b"))).isNotEqualTo(Digest.of(List.of("a,1'b")));
    assertThat(Digest.of(Map.of("a", "b"))).isNotEqualTo(Digest.of(Map.of("a:1'b", "")));
    assertThat(Digest.of(Optional.empty())).isNotEqualTo(Digest.of(Optional.of("")));
  }

  /** The digest of one statement, pinned: it must be the same on every machine and in every run. */
  @Test
  void stableAcrossRuns() {
    assertThat(Digest.of(Map.of("b", Set.of(2, 1), "a", List.of(Outcome.CLEAN))))
        .isEqualTo(Digest.of(Map.of("a", List.of(Outcome.CLEAN), "b", Set.of(1, 2))))
        .isEqualTo("0eee60945eb58bfcc86656c4aa22caf6a5d1628976ad5c68b0d6a6703091ffcb");
  }

  private static Promise holdOnly(String sentence, int line, List<String> words) {
    Header header =
        new Header(
            new PromiseId("nimbus", "accounts", "hold-only"),
            List.of("CC-1" + line),
            Optional.of("accounts"),
            sentence,
            List.of(),
            Way.PROBE,
            new Location("charter.yaml", line, 5),
            Optional.empty());
    return new Promise.HoldOnly(header, new LinkedHashSet<>(words));
  }
}
