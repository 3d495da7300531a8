package dev.upheld.discover;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.TableName;
import dev.upheld.discover.AnnotatedSurvey.Pointer;
import dev.upheld.discover.AnnotatedSurvey.Source;
import dev.upheld.discover.Imported.Kind;
import dev.upheld.discover.Imported.Told;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.discover.fideslang.FidesFile.Category;
import dev.upheld.discover.fideslang.FidesFile.Field;
import dev.upheld.discover.fideslang.FidesFile.Remark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Adds to proposed places what only their annotations say. Used once. */
final class AnnotatedPlaces {
  /** What the catalogue of the database says better. */
  private static final Set<String> OF_THE_SCHEMA =
      Set.of("fides_meta.length", "fidesops_meta.length");

  private static final String OPEN = "whose data it is: a person must say";

  private final AnnotatedSurvey annotated;
  private final CharterSense sense;
  private final Annotations annotations;
  private final Set<String> datasets = new HashSet<>();
  private final List<Told> told = new ArrayList<>();

  private final Set<TableName> fresh;
  private final Set<TableName> there;

  /**
   * @param fresh tables that become places
   * @param there tables that are places already
   */
  AnnotatedPlaces(
      AnnotatedSurvey annotated,
      Annotations annotations,
      Set<TableName> fresh,
      Set<TableName> there) {
    this.annotated = annotated;
    this.sense = annotations.sense();
    this.annotations = annotations;
    this.fresh = Set.copyOf(fresh);
    this.there = Set.copyOf(there);
  }

  static TableName table(ProposedPlace place) {
    return place.named().orElse(new TableName(Optional.empty(), place.id()));
  }

  /** In the order in which places were annotated. */
  List<Told> told() {
    return told;
  }

  /** Whether a place took over what is said of the dataset itself. */
  boolean has(String dataset) {
    return datasets.contains(dataset);
  }

  ProposedPlace annotated(ProposedPlace place) {
    Source source = annotated.source(table(place));
    told.add(new Told(Kind.PROPOSED, source.collection().at(), place.id(), summary(place)));
    Optional<Guess> subject = place.subject().or(() -> subject(place, source));
    List<Guess> fields = place.fields().stream().map(f -> ended(f, place, source)).toList();
    source.collection().fields().forEach(f -> remarks(place.id() + "." + f.name(), f));
    return new ProposedPlace(
        place.id(),
        place.named(),
        notes(place, source, subject.isPresent()),
        place.activity(),
        place.key(),
        subject,
        place.clocks().stream().map(AnnotatedPlaces::byName).toList(),
        place.links(),
        fields,
        place.undecided(),
        place.technical());
  }

  private static String summary(ProposedPlace place) {
    return "%d columns: %d personal, %d to decide, %d technical; activity %s"
        .formatted(
            place.fields().size() + place.undecided().size() + place.technical().size(),
            place.fields().size(),
            place.undecided().size(),
            place.technical().size(),
            place.activity().value());
  }

  /** The file says no type of a moment. */
  private static Guess byName(Guess clock) {
    return clock.value().startsWith("{")
        ? clock
        : new Guess(clock.key(), clock.value(), "0.60: its name says so; its type is not known");
  }

  /** People are looked up by an identity; of which group, the file or the activity says. */
  private Optional<Guess> subject(ProposedPlace place, Source source) {
    Optional<Field> identity =
        source.collection().fields().stream()
            .filter(f -> f.identity().isPresent() && Yaml.canName(f.name()))
            .findFirst();
    Optional<String> group =
        Stream.of(source.collection().subjects(), source.dataset().subjects())
            .filter(s -> !s.isEmpty())
            .findFirst()
            .flatMap(s -> sense.subject(Concepts.people(Concepts.stems(s))))
            .or(() -> sense.onlySubject(place.activity().value()));
    return identity.flatMap(
        f ->
            group.map(
                g ->
                    new Guess(
                        g,
                        Yaml.scalar(f.name()),
                        "people are looked up by it, " + Annotations.place(f.at()))));
  }

  private Guess ended(Guess field, ProposedPlace place, Source source) {
    Optional<String> strategy =
        source.collection().fields().stream()
            .flatMap(f -> Optional.ofNullable(Annotations.fields(f).get(field.key())).stream())
            .flatMap(f -> f.masking().stream())
            .findFirst()
            .or(source.collection()::masking);
    Optional<EndAction> end = strategy.flatMap(annotations.categories()::end);
    if (strategy.isPresent() && end.isEmpty()) {
      told.add(
          new Told(
              Kind.COMMENT,
              source.collection().at(),
              place.id() + "." + field.key(),
              "masked by " + Annotations.brief(strategy.get()) + ", which is not known here"));
    }
    return end.map(
            e ->
                new Guess(
                    field.key(),
                    field.value().replaceFirst("(, end: [a-z]+)?\\}$", ", end: " + e.id() + "}"),
                    field.why()))
        .orElse(field);
  }

  private void remarks(String where, Field field) {
    field.categories().stream()
        .filter(c -> annotations.categories().of(c.key()).known().filter(c.key()::equals).isEmpty())
        .forEach(
            c ->
                told.add(
                    new Told(
                        Kind.COMMENT,
                        c.at(),
                        where,
                        "the category " + c.key() + " is not known here")));
    if (field.identity().isPresent() && annotations.isCalledTechnical(field)) {
      told.add(
          new Told(
              Kind.COMMENT,
              field.at(),
              where,
              "the file calls it technical, but people are looked up by it: taken for personal"));
    }
    field.remarks().stream()
        .filter(r -> !OF_THE_SCHEMA.contains(r.key()))
        .forEach(r -> comment(where, r));
    if (!Yaml.canName(field.name())) {
      told.add(
          new Told(
              Kind.LEFT,
              field.at(),
              where,
              "a data map cannot name this column; rename it, or it stays unknown"));
    }
    field.fields().forEach(part -> remarks(where + "." + part.name(), part));
  }

  private void comment(String where, Remark remark) {
    told.add(new Told(Kind.COMMENT, remark.at(), where, text(remark)));
  }

  private static String text(Remark remark) {
    return (remark.known() ? "" : "not a key of the format: ")
        + Annotations.brief(remark.key())
        + ": "
        + Annotations.brief(remark.text());
  }

  private List<String> notes(ProposedPlace place, Source source, boolean subjectFound) {
    List<String> notes = new ArrayList<>();
    notes.add(
        "%s: collection %s of the dataset %s"
            .formatted(
                Annotations.place(source.collection().at()),
                Annotations.brief(source.collection().name()),
                source.dataset().key()));
    if (datasets.add(source.dataset().key())) {
      source
          .dataset()
          .description()
          .map(d -> "the dataset: " + Annotations.brief(d))
          .ifPresent(notes::add);
      said("the dataset is about ", source.dataset().subjects()).ifPresent(notes::add);
      for (Remark remark : source.dataset().remarks()) {
        comment(source.dataset().key(), remark);
        notes.add("the dataset, line " + remark.at().line() + ": " + text(remark));
      }
    }
    source.collection().description().map(Annotations::brief).ifPresent(notes::add);
    said("it is about ", source.collection().subjects()).ifPresent(notes::add);
    source
        .collection()
        .masking()
        .map(m -> "masked by " + Annotations.brief(m))
        .ifPresent(notes::add);
    for (Remark remark : source.collection().remarks()) {
      comment(place.id(), remark);
      notes.add("line " + remark.at().line() + ": " + text(remark));
    }
    parted(place, source, notes);
    pointing(place, notes);
    place.notes().stream().filter(n -> !subjectFound || !n.equals(OPEN)).forEach(notes::add);
    return notes;
  }

  private static Optional<String> said(String lead, List<String> words) {
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of(lead + Annotations.brief(String.join(", ", words)));
  }

  /** A column that stands there in parts has no line of its own; nor have parts beyond a number. */
  private void parted(ProposedPlace place, Source source, List<String> notes) {
    Set<String> lines =
        Stream.of(place.fields(), place.undecided(), place.technical())
            .flatMap(List::stream)
            .map(Guess::key)
            .collect(Collectors.toSet());
    for (Field field : source.collection().fields()) {
      Set<String> called = Annotations.fields(field).keySet();
      boolean whole = lines.contains(FieldName.whole(field.name()).toString());
      if (!whole && called.stream().anyMatch(lines::contains)) {
        boolean all = called.stream().skip(1).allMatch(lines::contains);
        List<Category> inherited = source.inherited();
        notes.add(
            Annotations.brief(field.name())
                + ": "
                + (all && isFlat(field)
                    ? annotations.alone(field, inherited)
                    : annotations.why(field, inherited)));
      }
    }
  }

  private static boolean isFlat(Field field) {
    return field.fields().stream().allMatch(part -> part.fields().isEmpty());
  }

  /** References that became no link stay readable at the place. */
  private void pointing(ProposedPlace place, List<String> notes) {
    for (Pointer pointer : annotated.pointers(table(place))) {
      boolean linked =
          pointer
              .target()
              .filter(t -> fresh.contains(t) || (there.contains(t) && !pointer.turned()))
              .isPresent();
      if (!linked) {
        told.add(
            new Told(
                Kind.COMMENT,
                pointer.reference().at(),
                place.id(),
                pointer.what() + ", which is no column of a place here"));
        notes.add("line " + pointer.reference().at().line() + ": " + pointer.what());
      }
    }
  }
}
