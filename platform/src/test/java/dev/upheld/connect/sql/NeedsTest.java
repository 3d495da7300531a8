package dev.upheld.connect.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.datamap.TableName;
import dev.upheld.probe.memory.TestPlace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedsTest {

  @Test
  void partsOfColumnsNeedTheirColumns() {
    var place =
        TestPlace.place("account", "accounts")
            .field("email", "email")
            .field("profile->contact.email", "email")
            .field("value[name=email]", "email")
            .technical("settings->theme")
            .build();
    assertThat(Needs.of(List.of(place)).get(TableName.parse("account")))
        .isEqualTo(Set.of("email", "profile", "value", "name", "settings"));
  }
}
