package dev.upheld.edge.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Files are found at the address of their content, and nowhere else. */
class AssetsTest {
  private final Assets assets = Assets.load();

  @Test
  void anAddressHoldsTheHashAndFindsTheFile() {
    String address = assets.address("console.css");
    assertThat(address).matches("/assets/[0-9a-f]{16}/console\\.css");
    Assets.Asset asset = assets.find(address).orElseThrow();
    assertThat(asset.type()).isEqualTo("text/css; charset=utf-8");
    assertThat(new String(asset.bytes(), StandardCharsets.UTF_8)).contains("--paper");
  }

  @Test
  void otherPathsFindNothing() {
    String hash = assets.address("console.css").substring("/assets/".length()).substring(0, 16);
    assertThat(assets.find("/assets/0000000000000000/console.css")).isEmpty();
    assertThat(assets.find("/assets/" + hash + "/../console.css")).isEmpty();
    assertThat(assets.find("/assets/" + hash + "/words_en.properties")).isEmpty();
    assertThatThrownBy(() -> assets.address("words_en.properties"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsAskedOfAThirdParty() {
    for (String file : new String[] {"console.css", "console.js", "mark.svg"}) {
      byte[] bytes = assets.find(assets.address(file)).orElseThrow().bytes();
      assertThat(new String(bytes, StandardCharsets.UTF_8).replace("http://www.w3.org/", ""))
          .doesNotContain("http:", "https:", "@import", "url(");
    }
  }
}
