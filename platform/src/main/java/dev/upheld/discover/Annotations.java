package dev.upheld.discover;

import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Inside;
import dev.upheld.datamap.Inside.Step;
import dev.upheld.datamap.classify.Judgement;
import dev.upheld.datamap.classify.NameWords;
import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.classify.PartJudgement;
import dev.upheld.discover.Survey.SeenColumn;
import dev.upheld.discover.fideslang.Categories;
import dev.upheld.discover.fideslang.Categories.Meaning;
import dev.upheld.discover.fideslang.Categories.Sense;
import dev.upheld.discover.fideslang.FidesFile.Category;
import dev.upheld.discover.fideslang.FidesFile.Field;
import dev.upheld.kernel.Location;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a file of annotated datasets says of columns, as if it had been seen in the database. */
record Annotations(Categories categories, CharterSense sense) {
  /** Scores that {@link SeenColumn#confidence} makes 0.95, 0.80 and, of harmless ones, 0.95 of. */
  private static final double SURE = 4.694;

  private static final double LIKELY = 3.136;
  private static final double HARMLESS = -1.194;
  private static final double EVEN = 1.75;

  private static final int LONGEST = 400;

  /** Names with such a word tell of something else than a moment. */
  private static final Set<String> NO_MOMENT =
      Set.of(
          "is", "has", "was", "can", "by", "id", "count", "flag", "status", "reason", "ip", "email",
          "name", "number", "total", "amount", "price", "user", "type", "code", "data", "tag");

  /**
   * A field within a column, with no fields within it.
   *
   * @param inherited the categories of what it lies in
   */
  private record Leaf(Inside.Path path, Field field, List<Category> inherited) {}

  private static List<Leaf> leaves(Field column) {
    List<Leaf> leaves = new ArrayList<>();
    List<Step> begin = isList(column) ? List.of(new Step.Each()) : List.of();
    column.fields().forEach(part -> leaves(part, begin, List.of(), leaves));
    return leaves;
  }

  private static void leaves(
      Field part, List<Step> above, List<Category> inherited, List<Leaf> into) {
    List<Step> steps = new ArrayList<>(above);
    steps.add(new Step.Key(part.name()));
    if (isList(part)) {
      steps.add(new Step.Each());
    }
    if (part.fields().isEmpty()) {
      into.add(new Leaf(new Inside.Path(steps), part, inherited));
    }
    List<Category> below = effective(part, inherited);
    part.fields().forEach(p -> leaves(p, steps, below, into));
  }

  private static boolean isList(Field field) {
    return field.type().filter(t -> t.endsWith("[]")).isPresent();
  }

  /** The fields of a column by what a data map calls them: itself, and its parts. */
  static Map<String, Field> fields(Field column) {
    Map<String, Field> named = new LinkedHashMap<>();
    named.put(FieldName.whole(column.name()).toString(), column);
    for (Leaf leaf : leaves(column)) {
      named.put(new FieldName(column.name(), Optional.of(leaf.path())).toString(), leaf.field());
    }
    return named;
  }

  /** A category and what it means. */
  private record Said(Category category, Meaning meaning) {}

  /**
   * A column.
   *
   * @param inherited categories of its table or database, for a column without its own
   */
  SeenColumn column(Field field, List<Category> inherited) {
    Judgement judgement = judgement(field, inherited);
    Description.Type type = type(field);
    return new SeenColumn(
        new Column(
            field.name(),
            type,
            field.type().orElse("unknown"),
            Optional.empty(),
            true,
            Optional.empty(),
            true),
        Optional.empty(),
        judgement,
        Optional.empty(),
        new Parts(
            leaves(field).stream()
                .map(l -> new PartJudgement(l.path(), judgement(l.field(), l.inherited()), 0))
                .toList(),
            Optional.empty()));
  }

  private static Description.Type type(Field field) {
    String type = field.type().orElse("");
    if (type.endsWith("[]")) {
      return Description.Type.ARRAY;
    }
    if (!field.fields().isEmpty() || type.equals("object")) {
      return Description.Type.JSON;
    }
    return switch (type) {
      case "integer" -> Description.Type.WHOLE;
      case "float" -> Description.Type.DECIMAL;
      case "boolean" -> Description.Type.BOOLEAN;
      default ->
          mayBeMoment(field)
              ? Description.Type.TIMESTAMP
              : type.isEmpty() ? Description.Type.OTHER : Description.Type.TEXT;
    };
  }

  /** The format has no type for moments; it leaves them out, or calls them text. */
  private static boolean mayBeMoment(Field field) {
    return field.identity().isEmpty()
        && field.references().isEmpty()
        && !field.key()
        && Collections.disjoint(NameWords.of(field.name()).inOrder(), NO_MOMENT);
  }

  private Judgement judgement(Field field, List<Category> inherited) {
    List<Category> effective = effective(field, inherited);
    String why = why(field, inherited);
    if (effective.isEmpty() && field.identity().isEmpty()) {
      return ofParts(field, why);
    }
    List<Said> said = meant(effective);
    boolean personal = said.stream().anyMatch(s -> s.meaning().sense() == Sense.PERSONAL);
    if (personal || field.identity().isPresent()) {
      return personal(field, said, why);
    }
    boolean harmless =
        said.stream().allMatch(s -> s.meaning().sense() == Sense.TECHNICAL)
            && parts(field).stream().noneMatch(p -> p.is(Nature.PERSONAL));
    return harmless
        ? new Judgement(Nature.NOT_PERSONAL, Optional.empty(), HARMLESS, List.of(why))
        : new Judgement(Nature.UNSURE, Optional.empty(), EVEN, List.of(why));
  }

  /** Without a word of its own, a column is what its parts are. */
  private Judgement ofParts(Field field, String why) {
    List<SeenColumn> parts = parts(field);
    Set<Optional<String>> terms =
        parts.stream()
            .filter(p -> p.is(Nature.PERSONAL))
            .map(p -> p.judgement().term())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!terms.isEmpty()) {
      boolean one = terms.size() == 1 && parts.stream().allMatch(p -> p.is(Nature.PERSONAL));
      Optional<String> term = one ? terms.iterator().next() : Optional.empty();
      return new Judgement(Nature.PERSONAL, term, SURE, List.of(why));
    }
    boolean harmless = !parts.isEmpty() && parts.stream().allMatch(p -> p.is(Nature.NOT_PERSONAL));
    return harmless
        ? new Judgement(Nature.NOT_PERSONAL, Optional.empty(), HARMLESS, List.of(why))
        : new Judgement(Nature.UNSURE, Optional.empty(), EVEN, List.of(why));
  }

  private List<SeenColumn> parts(Field field) {
    return field.fields().stream().map(part -> column(part, List.of())).toList();
  }

  private Judgement personal(Field field, List<Said> said, String why) {
    List<Said> telling =
        said.stream()
            .filter(s -> s.meaning().sense() == Sense.PERSONAL && !s.meaning().terms().isEmpty())
            .toList();
    if (telling.isEmpty()) {
      Optional<String> term = field.identity().map(categories::identity);
      return new Judgement(Nature.PERSONAL, term, SURE, List.of(why));
    }
    Set<String> terms = new LinkedHashSet<>();
    double score = SURE;
    for (Said one : telling) {
      String term = term(one.meaning());
      terms.add(term);
      boolean own = one.meaning().terms().indexOf(term) < one.meaning().own();
      score = own ? score : LIKELY;
    }
    Optional<String> term =
        terms.size() == 1 ? Optional.of(terms.iterator().next()) : Optional.empty();
    return new Judgement(Nature.PERSONAL, term, score, List.of(why));
  }

  /** The first of a category's terms that the charter has a word for. */
  private String term(Meaning meaning) {
    return meaning.terms().stream()
        .filter(t -> !sense.words(t, Optional.empty()).words().isEmpty())
        .findFirst()
        .orElse(meaning.terms().getFirst());
  }

  /** Charter words that any of the terms of a column's categories stands for. */
  Set<String> words(Field field, List<Category> inherited) {
    Set<String> words = new LinkedHashSet<>();
    for (Said said : meant(effective(field, inherited))) {
      said.meaning().terms().forEach(t -> words.addAll(sense.words(t, Optional.empty()).words()));
    }
    field
        .identity()
        .map(categories::identity)
        .ifPresent(t -> words.addAll(sense.words(t, Optional.empty()).words()));
    return words;
  }

  private static List<Category> effective(Field field, List<Category> inherited) {
    return field.categories().isEmpty() ? inherited : field.categories();
  }

  /** Without those that another is a kind of. */
  private List<Said> meant(List<Category> effective) {
    return effective.stream()
        .filter(c -> effective.stream().noneMatch(o -> o.key().startsWith(c.key() + ".")))
        .map(c -> new Said(c, categories.of(c.key())))
        .toList();
  }

  /** Whether the file's category of a column says that it is about nobody. */
  boolean isCalledTechnical(Field field) {
    return !field.categories().isEmpty()
        && field.categories().stream()
            .allMatch(c -> categories.of(c.key()).sense() == Sense.TECHNICAL);
  }

  /** What stands in the file of a column, for whoever reviews the line. */
  String why(Field field, List<Category> inherited) {
    String alone = alone(field, inherited);
    return field.fields().isEmpty()
        ? alone
        : alone
            + "; with the parts "
            + field.fields().stream()
                .map(part -> part.name() + " (" + why(part, List.of()) + ")")
                .collect(Collectors.joining(", "));
  }

  /** The same without what is said of its parts. */
  String alone(Field field, List<Category> inherited) {
    List<String> said = new ArrayList<>();
    List<Category> effective = effective(field, inherited);
    said.add(
        effective.isEmpty()
            ? "named in %s without a category".formatted(place(field.at()))
            : "annotated in %s as %s"
                .formatted(
                    place(effective.getFirst().at()),
                    effective.stream().map(this::named).collect(Collectors.joining(" and "))));
    field.identity().ifPresent(i -> said.add("people are looked up by it as " + brief(i)));
    field.masking().ifPresent(m -> said.add("masked by " + brief(m)));
    field.type().ifPresent(t -> said.add("data_type " + brief(t)));
    field
        .remarks()
        .forEach(r -> said.add(r.key().replace("fides_meta.", "") + " " + brief(r.text())));
    field.description().map(d -> '"' + brief(d) + '"').ifPresent(said::add);
    return String.join("; ", said);
  }

  private String named(Category category) {
    Optional<String> known = categories.of(category.key()).known();
    return known.filter(category.key()::equals).isPresent()
        ? category.key()
        : category.key()
            + known.map(k -> " (not known here, taken for " + k + ")").orElse(" (not known here)");
  }

  /** {@code shop.yml line 12}. */
  static String place(Location at) {
    Path name = Path.of(at.file()).getFileName();
    return (name == null ? at.file() : name.toString()) + " line " + at.line();
  }

  /** A text as it may stand in a comment. */
  static String brief(String text) {
    String line = Yaml.comment(text).strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) > LONGEST
        ? line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…"
        : line;
  }
}
