package dev.upheld.discover;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.discover.Survey.SeenColumn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns drafts into lines of a data map. */
final class PlaceWriter {
  private static final Set<String> IDENTITY =
      Set.of(
          "pd:EmailAddress",
          "pd:Username",
          "pd:TelephoneNumber",
          "pd:OfficialID",
          "pd:UID",
          "pd:BankAccount");

  private final CharterSense sense;
  private final Neighbours neighbours;
  private final ClockWriter clocks;

  PlaceWriter(CharterSense sense, Neighbours neighbours) {
    this.sense = sense;
    this.neighbours = neighbours;
    this.clocks = new ClockWriter(sense, neighbours);
  }

  ProposedPlace write(Draft draft) {
    List<Guess> fields = new ArrayList<>();
    List<Guess> undecided = new ArrayList<>();
    List<Guess> technical = new ArrayList<>();
    for (SeenColumn column : draft.seen.columns()) {
      if (!Yaml.canName(column.name())) {
        continue; // told as unseen
      }
      Optional<Guess> field = field(draft, column);
      if (field.isPresent()) {
        fields.add(field.get());
      } else if (column.is(Nature.NOT_PERSONAL)) {
        technical.add(new Guess(column.name(), "", why(column)));
      } else {
        undecided.add(open(column, draft.activity.activity()));
      }
    }
    return new ProposedPlace(
        draft.id,
        named(draft),
        notes(draft),
        activity(draft.activity),
        key(draft, fields, technical),
        draft.subject.map(g -> new Guess(g.key(), Yaml.scalar(g.value()), g.why())),
        clocks.of(draft),
        links(draft),
        fields,
        undecided,
        technical);
  }

  private static Optional<TableName> named(Draft draft) {
    TableName table = draft.seen.table().name();
    boolean byDefault = draft.seen.table().inDefaultSchema();
    if (byDefault && draft.id.equals(table.name())) {
      return Optional.empty();
    }
    return Optional.of(byDefault ? new TableName(Optional.empty(), table.name()) : table);
  }

  private static Guess activity(ActivityChoice choice) {
    return choice.activity().isPresent()
        ? new Guess(
            "activity", choice.activity().get(), number(choice.confidence()) + ": " + choice.why())
        : new Guess("activity", "undecided", "a person must say which: " + choice.why());
  }

  /** The reader takes a column id for the key where the place speaks of it. */
  private static List<String> key(Draft draft, List<Guess> fields, List<Guess> technical) {
    boolean usual =
        draft.key().equals(List.of("id"))
            && Stream.concat(fields.stream(), technical.stream())
                .anyMatch(g -> g.key().equals("id"));
    return usual || !draft.key().stream().allMatch(Yaml::canName) ? List.of() : draft.key();
  }

  private static List<String> notes(Draft draft) {
    List<String> identity =
        draft.seen.columns().stream()
            .filter(c -> c.is(Nature.PERSONAL))
            .filter(c -> c.judgement().term().filter(IDENTITY::contains).isPresent())
            .map(SeenColumn::name)
            .toList();
    List<String> notes = new ArrayList<>();
    if (!identity.isEmpty()) {
      notes.add("people can be found in it by: " + String.join(", ", identity));
    }
    if (draft.subject.isEmpty()) {
      notes.add("whose data it is: a person must say");
    }
    return notes;
  }

  private Optional<Guess> field(Draft draft, SeenColumn column) {
    Optional<String> activity = draft.activity.activity();
    Optional<CharterSense.Found> found =
        Optional.of(column)
            .filter(c -> c.is(Nature.PERSONAL))
            .flatMap(c -> c.judgement().term())
            .map(term -> sense.words(term, activity))
            .filter(f -> f.words().size() == 1);
    return found.map(
        f -> {
          String end =
              activity.flatMap(sense::end).map(EndAction::id).map(e -> ", end: " + e).orElse("");
          return new Guess(
              column.name(), "{data: " + f.words().getFirst() + end + "}", why(column));
        });
  }

  /** A column a person must decide on; what is thought of it is its text. */
  Guess open(SeenColumn column, Optional<String> activity) {
    String term = column.judgement().term().orElse("personal data");
    String may = column.is(Nature.PERSONAL) ? "" : "may be ";
    String what =
        column.is(Nature.NOT_PERSONAL)
            ? "does not look personal, " + why(column)
            : may + term + ", " + why(column);
    return new Guess(column.name(), Yaml.quoted(what + missing(column, activity)), "");
  }

  private String missing(SeenColumn column, Optional<String> activity) {
    if (column.is(Nature.NOT_PERSONAL) || column.judgement().term().isEmpty()) {
      return "";
    }
    List<String> words = sense.words(column.judgement().term().get(), activity).words();
    return switch (words.size()) {
      case 0 -> "; the charter has no word for it";
      case 1 -> "; the charter's word is " + words.getFirst();
      default -> "; the charter has " + String.join(" and ", words);
    };
  }

  private static String why(SeenColumn column) {
    String reasons = String.join("; ", column.judgement().reasons().stream().limit(2).toList());
    return number(column.confidence()) + (reasons.isEmpty() ? "" : ": " + reasons);
  }

  static String number(double confidence) {
    return String.format(Locale.ROOT, "%.2f", confidence);
  }

  /** Keyed by column; with empty keys, as items of a list, where columns point together. */
  private List<Guess> links(Draft draft) {
    List<ProposedLink> links =
        draft.links.stream()
            .filter(l -> l.fromColumns().stream().allMatch(Yaml::canName))
            .filter(l -> l.toColumns().stream().allMatch(Yaml::canName))
            .toList();
    Set<String> columns = new HashSet<>();
    boolean keyed =
        links.stream()
            .allMatch(l -> l.fromColumns().size() == 1 && columns.add(l.fromColumns().getFirst()));
    return links.stream()
        .map(
            l ->
                new Guess(
                    keyed ? l.fromColumns().getFirst() : "",
                    keyed ? keyed(l) : listed(l),
                    number(Math.min(1, l.confidence())) + ": " + String.join("; ", l.reasons())))
        .toList();
  }

  private String keyed(ProposedLink link) {
    String to = neighbours.idOf(link.to()) + "." + Yaml.part(link.toColumns().getFirst());
    return "{to: " + Yaml.scalar(to) + ", kind: " + kind(link) + "}";
  }

  private String listed(ProposedLink link) {
    return "{via: %s, to: %s, key: %s, kind: %s}"
        .formatted(
            Yaml.list(link.fromColumns()),
            Yaml.scalar(neighbours.idOf(link.to())),
            Yaml.list(link.toColumns()),
            kind(link));
  }

  private static String kind(ProposedLink link) {
    return link.kind().name().toLowerCase(Locale.ROOT);
  }
}
