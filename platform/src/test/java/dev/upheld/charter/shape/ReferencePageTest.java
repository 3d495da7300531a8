package dev.upheld.charter.shape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencePageTest {

  @Test
  void everyKeyEveryWordAndEveryRuleIsOnThePage() {
    String page = ReferencePage.write("garden.yaml", Samples.garden());
    assertThat(page)
        .startsWith("# garden.yaml\n")
        .contains("| `name` | text | yes | What people call it. |")
        .contains(
            "| `beds` | mapping, key a word of small letters, digits and hyphens,"
                + " value: [bed](#bed) |  | The beds by name. |")
        .contains("- `soil: clay`: heavy")
        .contains("## bed")
        .contains("Exactly one of `plant`, `parts`.")
        .contains("Where `kind` is `raised`, `height` is required.")
        .contains("`open` needs `since`.");
    assertThat(page.split("## bed\n", -1)).hasSize(2);
  }
}
