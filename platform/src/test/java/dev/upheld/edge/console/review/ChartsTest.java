package dev.upheld.edge.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.edge.console.view.ReviewTable;
import org.junit.jupiter.api.Test;

class ChartsTest {

  @Test
  void aTableSaysWhereTheDatabaseDiffersFromItAndNotFromOthers() {
    ReviewTable table = (ReviewTable) ReviewLooks.all().get("map-review-table");
    assertThat(table).isNotNull();
    assertThat(table.differs())
        .containsExactly("The column marketing_note of customer is not in the data map.");
  }
}
