package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.TableKind;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.links.ProposedLink;
import dev.upheld.datamap.links.ProposedRemoteLink;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.discover.Survey.SeenTable;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes places of the tables the data map does not speak of yet. Used once. */
final class Proposer {
  /** How sure an activity is that only those speak for who point at the table. */
  private static final double BY_POINTING = 0.5;

  private final Survey survey;
  private final CharterSense sense;
  private final Known known;
  private final Map<TableName, Draft> drafts = new LinkedHashMap<>();
  private final Map<TableName, Place> mapped = new LinkedHashMap<>();
  private final List<ProposedLink> links;
  private final List<ProposedRemoteLink> elsewhere;

  /**
   * @param links among the tables of the system
   * @param elsewhere from its tables to other systems
   */
  Proposer(
      Survey survey,
      List<ProposedLink> links,
      List<ProposedRemoteLink> elsewhere,
      CharterSense sense,
      Known known) {
    this.survey = survey;
    this.links = List.copyOf(links);
    this.elsewhere = List.copyOf(elsewhere);
    this.sense = sense;
    this.known = known;
    for (SeenTable seen : survey.tables()) {
      known.of(seen.table(), survey.description()).stream()
          .findFirst()
          .ifPresent(place -> mapped.put(seen.table().name(), place));
    }
  }

  /** The places, in the order of the catalogue. */
  List<ProposedPlace> places() {
    choose();
    for (Draft draft : drafts.values()) {
      links.stream()
          .filter(l -> l.from().equals(draft.seen.table().name()) && leads(l))
          .forEach(draft.links::add);
      elsewhere.stream()
          .filter(l -> l.from().table().equals(draft.seen.table().name()))
          .forEach(draft.elsewhere::add);
    }
    drafts.values().forEach(this::understand);
    drafts.values().forEach(this::asThosePointingHere);
    PlaceWriter writer = new PlaceWriter(sense, new Neighbours(drafts, mapped));
    return drafts.values().stream().map(writer::write).toList();
  }

  /** Tables with personal columns, tables of people, and tables whose rows go with those. */
  private void choose() {
    Set<TableName> wanted = new HashSet<>(mapped.keySet());
    for (SeenTable seen : survey.tables()) {
      if (isFresh(seen) && (seen.isPersonal() || isOfPeople(seen))) {
        wanted.add(seen.table().name());
      }
    }
    elsewhere.forEach(l -> wanted.add(l.from().table()));
    boolean grew = true;
    while (grew) {
      List<TableName> more =
          links.stream()
              .filter(l -> l.kind() == Link.Kind.OWNS && wanted.contains(l.to()))
              .map(ProposedLink::from)
              .toList();
      grew = wanted.addAll(more);
    }
    Set<String> ids = new LinkedHashSet<>(known.places().keySet());
    for (SeenTable seen : survey.tables()) {
      if (isFresh(seen) && wanted.contains(seen.table().name())) {
        drafts.put(seen.table().name(), new Draft(seen, id(seen.table(), ids)));
      }
    }
  }

  private boolean isOfPeople(SeenTable seen) {
    return sense.subject(Concepts.peopleOfTable(seen.table().name().name())).isPresent();
  }

  /** Not in the map, a table with rows of its own, and of a name the map can write. */
  private boolean isFresh(SeenTable seen) {
    return seen.table().kind() == TableKind.TABLE
        && !known.mentions(seen.table(), survey.description());
  }

  private static String id(Description.Table table, Set<String> taken) {
    String whole =
        table.inDefaultSchema()
            ? table.name().name()
            : table.name().schema().map(s -> s + "-").orElse("") + table.name().name();
    String word = whole.matches("[A-Za-z_][A-Za-z0-9_-]*") ? whole : wordOf(whole);
    String id = word;
    for (int n = 2; !taken.add(id); n++) {
      id = word + "-" + n;
    }
    return id;
  }

  private static String wordOf(String name) {
    String word =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]+", "-").replaceAll("^-+|-+$", "");
    if (word.isEmpty()) {
      return "table";
    }
    return Character.isDigit(word.charAt(0)) ? "table-" + word : word;
  }

  private boolean leads(ProposedLink link) {
    return drafts.containsKey(link.to()) || mapped.containsKey(link.to());
  }

  /** Parents first, since much is theirs; a circle is cut where it closes. */
  private void understand(Draft draft) {
    if (draft.visited) {
      return;
    }
    draft.visited = true;
    Set<String> parents = new LinkedHashSet<>();
    for (ProposedLink link : owning(draft)) {
      Optional.ofNullable(drafts.get(link.to())).ifPresent(this::understand);
      parents.addAll(activitiesOf(link.to()));
    }
    String table = draft.seen.table().name().name();
    draft.activity = ActivityChoice.of(table, draft.terms(), parents, sense);
    draft.subject = subject(draft);
  }

  /** An address that only customers point at is there for what the customers are. */
  private void asThosePointingHere(Draft draft) {
    if (draft.activity.activity().isPresent()) {
      return;
    }
    Set<String> theirs = new LinkedHashSet<>();
    for (ProposedLink link : links) {
      if (link.to().equals(draft.seen.table().name()) && link.kind() == Link.Kind.SHARED) {
        theirs.addAll(activitiesOf(link.from()));
      }
    }
    if (theirs.size() == 1) {
      draft.activity =
          new ActivityChoice(
              Optional.of(theirs.iterator().next()),
              BY_POINTING,
              "rows of that activity point here");
    }
  }

  private static List<ProposedLink> owning(Draft draft) {
    return draft.links.stream()
        .filter(l -> l.kind() == Link.Kind.OWNS && !l.to().equals(l.from()))
        .toList();
  }

  private Set<String> activitiesOf(TableName table) {
    Draft draft = drafts.get(table);
    if (draft != null) {
      return draft.activity.activity().map(Set::of).orElse(Set.of());
    }
    return Optional.ofNullable(mapped.get(table)).map(Place::activities).orElse(Set.of());
  }

  private Optional<Guess> subject(Draft draft) {
    Optional<String> own = sense.subject(Concepts.peopleOfTable(draft.seen.table().name().name()));
    if (own.isPresent() && draft.key().size() == 1) {
      return person(own.get(), draft.key().getFirst(), "the table's name is one of them");
    }
    for (ProposedLink link : owning(draft)) {
      Optional<Guess> theirs = subjectOf(link.to());
      if (theirs.isPresent()
          && link.toColumns().size() == 1
          && theirs.get().value().equals(link.toColumns().getFirst())) {
        return person(
            theirs.get().key(), link.fromColumns().getFirst(), "it points at " + link.to().name());
      }
    }
    Optional<String> only = draft.activity.activity().flatMap(sense::onlySubject);
    return only.flatMap(
        group ->
            draft.seen.columns().stream()
                .filter(c -> c.judgement().term().filter("pd:UID"::equals).isPresent())
                .findFirst()
                .flatMap(c -> person(group, c.name(), "it tells them apart")));
  }

  private static Optional<Guess> person(String group, String column, String why) {
    return Optional.of(new Guess(group, column, why)).filter(g -> Yaml.canName(column));
  }

  private Optional<Guess> subjectOf(TableName table) {
    Draft draft = drafts.get(table);
    if (draft != null) {
      return draft.subject;
    }
    return Optional.ofNullable(mapped.get(table)).map(Place::subjects).stream()
        .flatMap(s -> s.entrySet().stream())
        .findFirst()
        .map(e -> new Guess(e.getKey(), e.getValue(), ""));
  }
}
