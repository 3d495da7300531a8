package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.links.ProposedRemoteLink;
import dev.upheld.discover.Discovered.Kind;
import dev.upheld.discover.Discovered.Note;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.Survey.SeenTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is new, gone and changed, in sentences. */
final class Notes {
  private final Survey survey;
  private final Known known;
  private final List<Note> notes = new ArrayList<>();

  private Notes(Survey survey, Known known) {
    this.survey = survey;
    this.known = known;
  }

  static List<Note> of(
      Survey survey, Known known, MapEdit.Additions additions, Elsewhere.Found elsewhere) {
    Notes notes = new Notes(survey, known);
    additions.places().forEach(notes::place);
    additions.tables().forEach(g -> notes.add(Kind.NEW, g.key(), Notes.text(g)));
    additions
        .columns()
        .forEach(
            (id, guesses) ->
                guesses.forEach(g -> notes.add(Kind.NEW, id + "." + g.key(), text(g))));
    elsewhere.links().forEach(notes::link);
    notes.gone();
    notes.changed();
    notes.notes.addAll(elsewhere.remarks());
    return notes.notes;
  }

  /** Of a place there is, whose lines are a person's: told, and left to them. */
  private void link(ProposedRemoteLink link) {
    Place place = known.places().get(link.from().place());
    String column = link.from().column();
    boolean said =
        place == null
            || !survey
                .description()
                .table(place.table())
                .filter(t -> t.name().equals(link.from().table()))
                .isPresent()
            || place.elsewhere().stream()
                .anyMatch(
                    l -> l.system().equals(link.system()) && l.columns().equals(List.of(column)));
    if (place != null && !said) {
      add(
          Kind.LINK,
          place.id() + "." + column,
          PlaceWriter.target(link) + ", " + PlaceWriter.why(link));
    }
  }

  private static String text(Guess guess) {
    String value = guess.value();
    return value.substring(1, value.length() - 1);
  }

  private void add(Kind kind, String where, String what) {
    notes.add(new Note(kind, where, what));
  }

  private void place(ProposedPlace place) {
    int columns = place.fields().size() + place.undecided().size() + place.technical().size();
    add(
        Kind.NEW,
        place.id(),
        "%d columns: %d personal, %d to decide, %d technical; activity %s"
            .formatted(
                columns,
                place.fields().size(),
                place.undecided().size(),
                place.technical().size(),
                place.activity().value()));
  }

  private void gone() {
    Description live = survey.description();
    for (Place place : known.places().values()) {
      Optional<Description.Table> table = live.table(place.table());
      if (table.isEmpty()) {
        add(Kind.GONE, place.id(), "the table " + place.table() + " is not there, or not visible");
        continue;
      }
      Stream.concat(known.columns(List.of(place)).stream(), linking(place))
          .distinct()
          .filter(c -> table.get().column(c).isEmpty())
          .sorted()
          .forEach(c -> add(Kind.GONE, place.id() + "." + c, "the column is not there any more"));
    }
    for (TableName table : known.tables().keySet()) {
      if (live.table(table).isEmpty()) {
        add(Kind.GONE, table.toString(), "the table is not there, or not visible");
      }
    }
  }

  /** Columns that carry links; their lines lead nowhere without them. */
  private static Stream<String> linking(Place place) {
    return Stream.concat(
            place.links().stream().map(Link::columns),
            place.elsewhere().stream().map(RemoteLink::columns))
        .flatMap(List::stream);
  }

  private void changed() {
    for (SeenTable seen : survey.tables()) {
      List<Place> places = known.of(seen.table(), survey.description());
      for (Place place : places) {
        personal(seen)
            .filter(c -> place.technical().contains(c.name()))
            .forEach(c -> doubt(place.id() + "." + c.name(), "technical", c));
      }
      if (known.ignores(seen.table(), survey.description())) {
        personal(seen)
            .forEach(c -> doubt(seen.table().name() + "." + c.name(), "in an ignored table", c));
      }
    }
  }

  private static Stream<SeenColumn> personal(SeenTable seen) {
    return seen.columns().stream().filter(c -> c.is(Nature.PERSONAL));
  }

  private void doubt(String where, String says, SeenColumn column) {
    add(
        Kind.CHANGED,
        where,
        "the map says it is %s, but it looks like %s: %s"
            .formatted(
                says,
                column.judgement().term().orElse("personal data"),
                String.join("; ", column.judgement().reasons().stream().limit(3).toList())));
  }
}
