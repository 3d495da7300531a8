package dev.upheld.app.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import dev.upheld.testing.ChildJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** However much data there is, a package takes the memory of a few rows. */
class CopyZipTest {
  private static final String DONE = "rows";
  private static final int ROWS = 200_000;

  @Test
  void aLargeResultFitsASmallHeap() throws IOException {
    try (ChildJvm child = ChildJvm.start(Map.of(), "24m", Large.class)) {
      assertThat(child.await(DONE)).contains("rows 200000, shown 50");
    }
  }

  /** Writes 200 MB of rows, twice, with 24 MB of heap. */
  static final class Large {
    private Large() {}

    public static void main(String[] arguments) throws IOException {
      Place place =
          new Place(
              "event",
              TableName.parse("event"),
              Set.of("accounts"),
              Optional.empty(),
              List.of("id"),
              Map.of(),
              Map.of(),
              List.of(),
              Map.of(),
              Map.of(),
              Map.of(),
              Optional.empty(),
              Map.of(),
              Set.of(),
              new Location("map.yaml", 1, 1));
      CopyZip zip = new CopyZip(OutputStream.nullOutputStream());
      String text = "x".repeat(1_000);
      for (int time = 0; time < zip.times(); time++) {
        zip.place("main", place, List.of("id", "text"));
        for (int row = 0; row < ROWS; row++) {
          zip.row(List.of(Optional.of(String.valueOf(row)), Optional.of(row + text)));
        }
      }
      var table = zip.tables().getFirst();
      zip.finish(new byte[0]);
      System.out.println("rows " + table.total() + ", shown " + table.rows().size());
    }
  }
}
