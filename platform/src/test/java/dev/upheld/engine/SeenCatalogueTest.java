package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Structure;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.testing.Databases;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue that one session read serves the next as well, as long as nothing in it changed.
 */
class SeenCatalogueTest {
  @TempDir Path folder;

  private ShopFixture shop;
  private SystemEntry system;
  private Structure structure;

  @BeforeEach
  void planned() {
    shop = new ShopFixture(Databases.postgres().freshDatabase(), folder);
    shop.remembers();
    system = shop.workspace().map().systems().values().iterator().next();
    structure = read();
  }

  private Structure read() {
    try (ActSession session = ShopFixture.open(system)) {
      return session.structure();
    }
  }

  @Test
  void servesAgainAsLongAsNothingChanged() {
    assertThat(read()).isSameAs(structure);
    shop.database()
        .execute(
            "analyze", "insert into customer (id, email, name) values (77, 'z@z.example', 'Z')");
    assertThat(read()).as("rows and statistics are no change").isSameAs(structure);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table newcomer (id int primary key, who int references customer on delete cascade)",
        "alter table customer add column nickname text",
        "alter table customer alter column email drop not null",
        "alter table customer add constraint short check (length(email) < 500)",
        "create index on customer (email)",
        "create trigger nosy after delete on customer execute function suppress_redundant_updates_trigger()",
        "revoke select on customer from public",
        "alter table customer enable row level security",
        "create policy mine on customer using (true)",
        "create schema annex",
        "drop table upheld_act"
      })
  void isReadAnewAfterAnyChange(String change) {
    shop.database().execute(change);
    assertThat(read()).isNotSameAs(structure);
  }
}
