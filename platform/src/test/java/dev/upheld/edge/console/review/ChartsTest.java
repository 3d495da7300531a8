package dev.upheld.edge.console.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.edge.console.view.ReviewTable;
import org.junit.jupiter.api.Test;

class ChartsTest {

  @Test
  void aTableSaysWhereTheDatabaseDiffersFromItAndNotFromOthers() {
    assertThat(ReviewLooks.all().get("map-review-table"))
        .isInstanceOfSatisfying(
            ReviewTable.class,
            table ->
                assertThat(table.differs())
                    .containsExactly(
                        "The column marketing_note of customer is not in the data map."));
  }
}
