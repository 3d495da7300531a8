package dev.upheld.discover;

import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.AnnotatedSurvey.Pointer;
import dev.upheld.discover.AnnotatedSurvey.Source;
import dev.upheld.discover.Imported.Kind;
import dev.upheld.discover.Imported.Told;
import dev.upheld.discover.ProposedPlace.Guess;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.Survey.SeenTable;
import dev.upheld.discover.fideslang.FidesFile.Category;
import dev.upheld.discover.fideslang.FidesFile.Dataset;
import dev.upheld.discover.fideslang.FidesFile.Field;
import dev.upheld.discover.fideslang.FidesFile.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Annotated tables that become no new place: known ones, and those about nobody. Used once. */
final class AnnotatedRest {
  private final Workspace workspace;
  private final AnnotatedSurvey annotated;
  private final Annotations annotations;
  private final Known known;
  private final String before;
  private final List<Told> told = new ArrayList<>();

  /**
   * @param before the data map's text: what stands there as a comment need not be told again
   */
  AnnotatedRest(
      Workspace workspace,
      AnnotatedSurvey annotated,
      Annotations annotations,
      Known known,
      String before) {
    this.workspace = workspace;
    this.annotated = annotated;
    this.annotations = annotations;
    this.known = known;
    this.before = before;
  }

  List<Told> told() {
    return told;
  }

  /** A table nobody has decided on yet, with all that is said of its columns. */
  Guess harmless(SeenTable seen, Source source) {
    Map<String, List<String>> byCategory = new LinkedHashMap<>();
    for (Field field : source.collection().fields()) {
      String said =
          categories(field, source).stream()
              .map(Category::key)
              .collect(Collectors.joining(" and "));
      byCategory
          .computeIfAbsent(said.isEmpty() ? "without a category" : said, k -> new ArrayList<>())
          .add(field.name());
    }
    List<String> parts = new ArrayList<>();
    byCategory.forEach((said, names) -> parts.add(said + ": " + String.join(", ", names)));
    source.collection().fields().stream().flatMap(f -> more(f).stream()).forEach(parts::add);
    source.collection().description().ifPresent(d -> parts.add('"' + Annotations.brief(d) + '"'));
    for (Remark remark : source.collection().remarks()) {
      parts.add(Annotations.brief(remark.key()) + " " + Annotations.brief(remark.text()));
    }
    String unsure =
        seen.columns().stream().allMatch(c -> c.is(Nature.NOT_PERSONAL))
            ? "annotated in %s as holding nothing personal"
            : "named in %s, may hold personal data";
    String text = unsure.formatted(Annotations.place(source.collection().at()));
    return new Guess(
        Yaml.table(seen.table().name()),
        Yaml.quoted(text + (parts.isEmpty() ? "" : "; " + String.join("; ", parts))),
        "");
  }

  /** What is said of a column beside its category. */
  private static Optional<String> more(Field field) {
    List<String> said = new ArrayList<>();
    field.references().forEach(r -> said.add("points at " + r.field() + " of " + r.dataset()));
    field.type().ifPresent(t -> said.add("data_type " + t));
    field.masking().ifPresent(m -> said.add("masked by " + m));
    field.remarks().forEach(r -> said.add(r.key() + " " + r.text()));
    field.description().ifPresent(said::add);
    field.fields().forEach(part -> said.add("part " + part.name()));
    return said.isEmpty()
        ? Optional.empty()
        : Optional.of(field.name() + " (" + Annotations.brief(String.join(", ", said)) + ")");
  }

  /** What a dataset says beside its collections, where no new place could take it as a comment. */
  void dataset(Dataset dataset) {
    dataset.remarks().forEach(r -> left(dataset.key(), r));
  }

  private void left(String where, Remark remark) {
    String text = Annotations.brief(remark.key()) + ": " + Annotations.brief(remark.text());
    if (!before.contains(text)) {
      told.add(new Told(Kind.LEFT, remark.at(), where, text));
    }
  }

  private static List<Category> categories(Field field, Source source) {
    return field.categories().isEmpty() ? source.inherited() : field.categories();
  }

  /** New columns of a table the map speaks of, by place; what differs is told. */
  Map<String, List<Guess>> there(SeenTable seen, Source source, Survey survey) {
    List<Place> places = known.of(seen.table(), survey.description());
    if (places.isEmpty()) {
      closed(seen, source);
      return Map.of();
    }
    Place place = places.getFirst();
    Set<FieldName> said = known.names(places);
    PlaceWriter writer = new PlaceWriter(annotations.sense(), Neighbours.NONE);
    List<Guess> fresh = new ArrayList<>();
    for (SeenColumn column : seen.columns()) {
      Field field = field(source, column.name());
      if (!Yaml.canName(column.name())) {
        tell(Kind.LEFT, field, place.id() + "." + field.name(), why(field, source));
        continue;
      }
      Discovery.fresh(column, said).stream()
          .map(c -> writer.open(c, place.activities().stream().findFirst()))
          .forEach(fresh::add);
      if (said.contains(FieldName.whole(column.name()))) {
        compare(places, column, field, source);
      } else {
        column.partLines().forEach(part -> compareWord(places, part, field));
      }
    }
    source.collection().remarks().forEach(r -> left(place.id(), r));
    annotated.pointers(seen.table().name()).forEach(p -> pointing(place, p));
    return fresh.isEmpty() ? Map.of() : Map.of(place.id(), fresh);
  }

  /** A link of a place that is there is for a person to add. */
  private void pointing(Place place, Pointer pointer) {
    boolean there =
        place.links().stream().anyMatch(l -> l.columns().contains(pointer.path()))
            || place.key().contains(pointer.path())
            || before.contains(pointer.what());
    if (!there) {
      told.add(new Told(Kind.LEFT, pointer.reference().at(), place.id(), pointer.what()));
    }
  }

  private static Field field(Source source, String name) {
    return source.collection().fields().stream()
        .filter(f -> f.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String why(Field field, Source source) {
    return annotations.why(field, source.inherited());
  }

  private void tell(Kind kind, Field field, String where, String what) {
    told.add(new Told(kind, field.at(), where, what));
  }

  /** Under ignore or undecided. */
  private void closed(SeenTable seen, Source source) {
    TableName table = seen.table().name();
    boolean ignored = known.ignored().contains(table);
    List<String> personal =
        seen.columns().stream().filter(c -> c.is(Nature.PERSONAL)).map(SeenColumn::name).toList();
    if (!personal.isEmpty()) {
      told.add(
          new Told(
              Kind.DIFFERS,
              source.collection().at(),
              table.toString(),
              "the map has it under %s, but the file says that these are personal: %s"
                      .formatted(ignored ? "ignore" : "undecided", String.join(", ", personal))
                  + "; take it out there and import again"));
    }
  }

  private void compare(List<Place> places, SeenColumn column, Field field, Source source) {
    String why = why(field, source);
    if (before.contains(Yaml.comment(why)) || before.contains(inText(why))) {
      return;
    }
    String where = places.getFirst().id() + "." + column.name();
    String called = column.called().toString();
    Optional<String> word =
        places.stream()
            .flatMap(p -> Optional.ofNullable(p.fields().get(called)).stream())
            .map(f -> f.word())
            .findFirst();
    boolean technical = places.stream().anyMatch(p -> p.technical().contains(column.name()));
    boolean same =
        word.isPresent()
            ? annotations.words(field, source.inherited()).contains(word.get())
            : technical && column.is(Nature.NOT_PERSONAL);
    if (!same) {
      String says =
          word.map(w -> w + " (" + workspace.terms().getOrDefault(w, "") + ")")
              .orElse(technical ? "technical" : "undecided");
      tell(Kind.DIFFERS, field, where, "the map says %s, the file: %s".formatted(says, why));
    } else if (!field.remarks().isEmpty() || field.masking().isPresent()) {
      tell(Kind.LEFT, field, where, why);
    }
  }

  /** A part that the map has a word for. */
  private void compareWord(List<Place> places, SeenColumn part, Field field) {
    String called = part.called().toString();
    Optional<String> word =
        places.stream()
            .flatMap(p -> Optional.ofNullable(p.fields().get(called)).stream())
            .map(f -> f.word())
            .findFirst();
    List<String> words =
        part.judgement()
            .term()
            .map(t -> annotations.sense().words(t, Optional.empty()).words())
            .orElse(List.of());
    if (word.isPresent() && !words.contains(word.get())) {
      String what = String.join("; ", part.judgement().reasons());
      tell(
          Kind.DIFFERS,
          field,
          places.getFirst().id() + "." + called,
          "the map says %s, the file: %s".formatted(word.get(), what));
    }
  }

  /** As it stands within a quoted text. */
  private static String inText(String why) {
    String quoted = Yaml.quoted(why);
    return quoted.substring(1, quoted.length() - 1);
  }
}
