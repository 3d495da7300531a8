package dev.upheld.discover;

import static dev.upheld.probe.memory.TestPlace.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.connect.Description;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.discover.Discovered.Note;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NotesTest {

  private static Description.Table table(String name, String... columns) {
    return new Description.Table(
        TableName.parse(name),
        true,
        Description.TableKind.TABLE,
        List.of(columns).stream()
            .map(
                c ->
                    new Description.Column(
                        c,
                        Description.Type.TEXT,
                        "text",
                        Optional.empty(),
                        true,
                        Optional.empty(),
                        true))
            .toList(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        1,
        Sight.full());
  }

  @Test
  void columnsThatCarryLinksAndAreGoneAreTold() {
    Place account =
        place("account", "accounts")
            .field("email", "email")
            .link("owner", "person", "id")
            .elsewhere("partner_code", "partner", "person", "code")
            .elsewhere("email", "partner", "person", "mail")
            .build();
    Survey survey =
        new Survey(
            new Description("Memory 1", List.of(table("account", "id")), List.of()),
            List.of(),
            List.of(),
            0);
    List<Note> notes =
        Notes.of(
            survey,
            new Known(Map.of("account", account), Map.of(), Map.of(), Set.of()),
            new MapEdit.Additions(List.of(), List.of(), Map.of()),
            Elsewhere.Found.nothing());
    assertThat(notes)
        .allMatch(n -> n.kind() == Discovered.Kind.GONE)
        .extracting(Note::where)
        .containsExactly("account.email", "account.owner", "account.partner_code");
  }
}
