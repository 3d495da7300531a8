package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.partner.PartnerAccess;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Systems that are partners with a file. */
class PartnerSystemsTest {
  private static final Names NAMES =
      new Names(Set.of("billing"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

  @TempDir Path root;

  private SystemsReader.Result read(String system) {
    String yaml = "systems:\n  pay: {" + system + "}\n";
    return SystemsReader.read(
        root,
        YamlReader.read("systems.yaml", yaml.getBytes(StandardCharsets.UTF_8)),
        References.machine().overlaid(Map.of("STRIPE_KEY", " sk_test_1\n")),
        NAMES);
  }

  private SystemEntry sound(String system) {
    SystemsReader.Result result = read(system);
    assertThat(result.faults()).isEmpty();
    return Objects.requireNonNull(result.systems().get("pay"));
  }

  private void fault(String system, String code, int column) {
    assertThat(read(system).faults())
        .singleElement()
        .satisfies(
            (Problem p) -> {
              assertThat(p.code().code()).isEqualTo(code);
              assertThat(p.where().orElseThrow().line()).isEqualTo(2);
              assertThat(p.where().orElseThrow().column()).isEqualTo(column);
            });
  }

  @Test
  void aPartnerWithAKeyCanBeCalled() {
    SystemEntry entry = sound("kind: stripe, key: \"env:STRIPE_KEY\", activity: billing");
    PartnerAccess access = entry.partner().orElseThrow();

    assertThat(entry.access()).isEmpty();
    assertThat(access.key().orElseThrow().reveal()).isEqualTo("sk_test_1");
    assertThat(access.address()).hasToString("https://api.stripe.com");
    assertThat(access.activities()).containsExactly("billing");
    assertThat(entry.toString()).doesNotContain("sk_test");
  }

  @Test
  void withoutAKeyItIsOnlyDeclared() {
    assertThat(sound("kind: stripe, country: IE").partner()).isEmpty();
  }

  @Test
  void aKeyThatIsNotAtHandIsNoFaultButAReason() {
    PartnerAccess access = sound("kind: stripe, key: \"env:NOT_SET\"").partner().orElseThrow();

    assertThat(access.key()).isEmpty();
    assertThat(access.unreachable().orElseThrow().what()).contains("NOT_SET (key) is not set");
  }

  @Test
  void faultsAreToldAtTheirPlace() {
    fault("kind: stripes", "unknown-system-kind", 15);
    fault("kind: stripes, key: \"env:K\"", "unknown-partner", 15);
    fault("kind: payfriend, key: \"env:STRIPE_KEY\"", "unknown-partner", 15);
    fault("kind: stripe, key: \"env:STRIPE_KEY\", activity: support", "unknown-map-activity", 56);
    fault(
        "kind: stripe, key: \"env:STRIPE_KEY\", address: \"http://pay.example\"",
        "partner-address",
        55);
    fault("kind: stripe, key: sk_live_1", "malformed", 28);
  }
}
