package dev.upheld.datamap.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataMapFolderTest {
  private static final Names NAMES =
      new Names(
          Set.of("accounts"),
          Set.of("customers"),
          Set.of("email"),
          Set.of(),
          Set.of("collected"),
          Set.of("shop"));

  private static final String SYSTEMS = "systems: {shop-db: {kind: partner}}\n";
  private static final String MAP =
      "system: shop-db\nplaces: {account: {activity: accounts}}\nignore: {country: no people}\n";

  @TempDir Path root;

  private DataMapFolder.Result read() {
    return DataMapFolder.read(root, References.machine(), NAMES);
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @Test
  void aWorkspaceWithoutSystemsIsSound() {
    assertThat(read().faults()).isEmpty();
    assertThat(read().map().systems()).isEmpty();
  }

  @Test
  void readsSystemsAndTheirMaps() throws IOException {
    write("systems.yaml", SYSTEMS);
    write("datamap/shop-db.yaml", MAP);
    write("datamap/.hidden", "x");
    DataMapFolder.Result result = read();
    assertThat(result.faults()).isEmpty();
    assertThat(result.map().systems()).containsOnlyKeys("shop-db");
    assertThat(result.map().places().get("shop-db")).containsOnlyKeys("account");
    assertThat(result.map().ignored().get("shop-db")).hasSize(1);
  }

  @Test
  void tellsTheFaultsOfAllFilesAtOnce() throws IOException {
    write("systems.yaml", SYSTEMS);
    write("datamap/shop-db.yaml", "system: other\nplaces: {account: {activity: acounts}}\n");
    write("datamap/shop.yaml", MAP);
    write("datamap/notes.txt", "x");
    write("datamap/broken.yaml", "{");
    assertThat(read().faults())
        .extracting(p -> p.where().orElseThrow().file() + " " + p.code().code())
        .containsExactlyInAnyOrder(
            "datamap/broken.yaml unknown-system",
            "datamap/broken.yaml yaml-syntax",
            "datamap/notes.txt misnamed-data-map",
            "datamap/shop-db.yaml misnamed-data-map",
            "datamap/shop-db.yaml unknown-map-activity",
            "datamap/shop.yaml unknown-system",
            "datamap/shop.yaml misnamed-data-map");
  }

  @Test
  void aBrokenListOfSystemsIsToldOnce() throws IOException {
    write("systems.yaml", "systems: {shop-db: {kind: 1}}\n");
    write("datamap/shop-db.yaml", MAP);
    assertThat(read().faults())
        .extracting(p -> p.where().orElseThrow().file())
        .containsOnly("systems.yaml");
  }
}
