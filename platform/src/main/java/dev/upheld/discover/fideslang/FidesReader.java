package dev.upheld.discover.fideslang;

import dev.upheld.charter.shape.Said;
import dev.upheld.discover.fideslang.FidesFile.Category;
import dev.upheld.discover.fideslang.FidesFile.Collection;
import dev.upheld.discover.fideslang.FidesFile.Dataset;
import dev.upheld.discover.fideslang.FidesFile.Field;
import dev.upheld.discover.fideslang.FidesFile.Reference;
import dev.upheld.discover.fideslang.FidesFile.Remark;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.yaml.YamlLimits;
import dev.upheld.kernel.yaml.YamlNode.Mapping;
import dev.upheld.kernel.yaml.YamlNode.Scalar;
import dev.upheld.kernel.yaml.YamlResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the dataset format of fideslang, its present spelling (3.2) and the former ones. A key it
 * does not know is kept as a remark; what is there and of the wrong kind is a fault.
 */
public final class FidesReader {
  /** Large schemas have a dozen lines for each column. */
  public static final YamlLimits LIMITS = new YamlLimits(16 << 20, 64, 600_000, 100);

  /** Longer than any database allows. */
  private static final int LONGEST_NAME = 200;

  private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_.<>-]{1,200}");

  private static final Set<String> OF_DATASET =
      Set.of(
          "organization_fides_key",
          "tags",
          "meta",
          "data_qualifier",
          "data_uses",
          "data_purposes",
          "retention",
          "third_country_transfers",
          "joint_controller");
  private static final Set<String> OF_COLLECTION =
      Set.of("data_qualifier", "data_uses", "data_purposes", "retention", "meta");
  private static final Set<String> OF_FIELD =
      Set.of("data_qualifier", "data_uses", "data_purposes", "data_subjects", "retention");
  private static final Set<String> OF_META =
      Set.of(
          "resource_id",
          "after",
          "namespace",
          "redact",
          "erase_after",
          "skip_processing",
          "partitioning",
          "length",
          "return_all_elements",
          "read_only",
          "custom_request_field");

  private final List<Problem> faults = new ArrayList<>();

  private FidesReader() {}

  /** What a file gave. */
  public sealed interface Result {
    /** The file is sound. */
    record Sound(FidesFile file) implements Result {}

    /**
     * It is not; nothing of it may be used.
     *
     * @param faults at least one, each with its place
     */
    record Faulty(List<Problem> faults) implements Result {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads what {@link dev.upheld.kernel.yaml.YamlReader} made of a file; never throws. */
  public static Result read(YamlResult yaml) {
    return switch (yaml) {
      case YamlResult.Faulty faulty -> new Result.Faulty(faulty.problems());
      case YamlResult.Document document -> {
        FidesReader reader = new FidesReader();
        FidesFile file =
            document.root() instanceof Mapping root
                ? reader.file(new Taker(root, "", reader.faults))
                : reader.none(document.root().at());
        yield reader.faults.isEmpty() ? new Result.Sound(file) : new Result.Faulty(reader.faults);
      }
    };
  }

  private FidesFile none(Location at) {
    faults.add(
        Problem.at(
            at,
            FidesCode.NO_DATASET,
            "The file has no list of datasets.",
            "It begins with the line dataset: and lists datasets, each with fides_key and"
                + " collections; export it from the platform again."));
    return new FidesFile(List.of(), List.of());
  }

  private FidesFile file(Taker root) {
    if (!root.has("dataset")) {
      return none(root.at());
    }
    List<Dataset> datasets = new ArrayList<>();
    for (Taker one : root.mappings("dataset", "a list of datasets")) {
      dataset(one).ifPresent(datasets::add);
    }
    Map<String, Location> seen = new HashMap<>();
    datasets.forEach(d -> once(seen, "dataset", d.key(), d.at()));
    return new FidesFile(datasets, root.rest(Set.of("system", "policy", "organization")));
  }

  private void once(Map<String, Location> seen, String kind, String name, Location at) {
    Location other = seen.putIfAbsent(name, at);
    if (other != null && faults.size() < 100) {
      faults.add(
          Problem.at(
              at,
              FidesCode.DUPLICATE,
              "The %s %s is there already, in line %d."
                  .formatted(kind, Said.quote(name), other.line()),
              "Keep one of the two."));
    }
  }

  private Optional<Dataset> dataset(Taker taker) {
    Optional<String> key = taker.needed("fides_key", "dataset");
    Optional<String> description = described(taker.text("name"), taker.text("description"));
    List<Category> categories = categories(taker);
    List<String> subjects = texts(taker, "data_subjects");
    List<Collection> collections = new ArrayList<>();
    for (Taker one : taker.mappings("collections", "a list of collections")) {
      collection(one).ifPresent(collections::add);
    }
    Map<String, Location> seen = new HashMap<>();
    collections.forEach(c -> once(seen, "collection", c.name(), c.at()));
    List<Remark> remarks = new ArrayList<>();
    Optional<Taker> meta = meta(taker);
    Optional<Taker> space = meta.flatMap(m -> m.child("namespace"));
    Optional<String> schema = space.flatMap(s -> s.text("schema"));
    space.ifPresent(s -> remarks.addAll(s.rest(Set.of("database_name", "connection_type"))));
    meta.ifPresent(m -> remarks.addAll(m.rest(OF_META)));
    remarks.addAll(
        taker.rest(OF_DATASET).stream()
            .filter(r -> !r.text().equals("default_organization"))
            .toList());
    remarks.sort(Comparator.comparing(Remark::at));
    return key.map(
        k ->
            new Dataset(
                k, taker.at(), schema, description, categories, subjects, collections, remarks));
  }

  private static Optional<String> described(Optional<String> name, Optional<String> description) {
    return name.isPresent() && description.isPresent()
        ? Optional.of(name.get() + ": " + description.get())
        : name.or(() -> description);
  }

  /** The present spelling, or the former one. */
  private static Optional<Taker> meta(Taker taker) {
    return taker.has("fides_meta") ? taker.child("fides_meta") : taker.child("fidesops_meta");
  }

  private Optional<Collection> collection(Taker taker) {
    Optional<String> name = name(taker, "collection");
    Optional<String> description = taker.text("description");
    List<Category> categories = categories(taker);
    List<String> subjects = texts(taker, "data_subjects");
    List<Field> fields = fields(taker);
    List<Remark> remarks = new ArrayList<>();
    Optional<Taker> meta = meta(taker);
    Optional<String> masking = meta.flatMap(m -> masking(m, remarks));
    meta.ifPresent(
        m ->
            remarks.addAll(
                m.rest(OF_META).stream()
                    .filter(r -> !r.key().endsWith("skip_processing") || !isFalse(r.text()))
                    .toList()));
    remarks.addAll(taker.rest(OF_COLLECTION));
    remarks.sort(Comparator.comparing(Remark::at));
    return name.map(
        n ->
            new Collection(
                n, taker.at(), description, categories, subjects, masking, fields, remarks));
  }

  /** A name that a database could have. */
  private static Optional<String> name(Taker taker, String of) {
    Optional<String> name = taker.needed("name", of);
    boolean sound =
        name.filter(n -> n.length() > LONGEST_NAME || n.chars().anyMatch(Character::isISOControl))
            .isEmpty();
    if (!sound) {
      taker.fault(
          taker.at("name"),
          FidesCode.BAD_KEY,
          "No table or column has a name as long as this, or with control characters.",
          "Write the %s as the database calls it.".formatted(of));
    }
    return name.filter(n -> sound);
  }

  private static boolean isFalse(String text) {
    return text.equalsIgnoreCase("false");
  }

  private List<Field> fields(Taker taker) {
    List<Field> fields = new ArrayList<>();
    for (Taker one : taker.mappings("fields", "a list of fields")) {
      field(one).ifPresent(fields::add);
    }
    Map<String, Location> seen = new HashMap<>();
    fields.forEach(f -> once(seen, "field", f.name(), f.at()));
    return fields;
  }

  private Optional<Field> field(Taker taker) {
    Optional<String> name = name(taker, "field");
    Optional<String> description = taker.text("description");
    List<Category> categories = categories(taker);
    List<Field> parts = fields(taker);
    List<Remark> remarks = new ArrayList<>();
    Optional<Taker> meta = meta(taker);
    List<Reference> references =
        meta.map(m -> m.mappings("references", "a list of references")).orElse(List.of()).stream()
            .flatMap(r -> reference(r, remarks).stream())
            .toList();
    Optional<String> identity = meta.flatMap(m -> m.text("identity"));
    boolean key = meta.filter(m -> m.flag("primary_key")).isPresent();
    Optional<String> type = meta.flatMap(m -> m.text("data_type"));
    Optional<String> masking = meta.flatMap(m -> masking(m, remarks));
    meta.ifPresent(m -> remarks.addAll(m.rest(OF_META)));
    remarks.addAll(taker.rest(OF_FIELD));
    remarks.sort(Comparator.comparing(Remark::at));
    return name.map(
        n ->
            new Field(
                n,
                taker.at(),
                description,
                categories,
                identity,
                key,
                type,
                masking,
                references,
                parts,
                remarks));
  }

  private static Optional<String> masking(Taker meta, List<Remark> remarks) {
    Optional<Taker> override = meta.child("masking_strategy_override");
    Optional<String> strategy = override.flatMap(o -> o.needed("strategy", "override"));
    override.ifPresent(o -> remarks.addAll(o.rest(Set.of("configuration"))));
    return strategy;
  }

  private Optional<Reference> reference(Taker taker, List<Remark> remarks) {
    Optional<String> dataset = taker.needed("dataset", "reference");
    Optional<String> field = taker.needed("field", "reference");
    Optional<String> direction = taker.text("direction");
    remarks.addAll(taker.rest(Set.of()));
    if (field.filter(f -> f.indexOf('.') < 1 || f.endsWith(".")).isPresent()) {
      taker.fault(
          taker.at("field"),
          FidesCode.BAD_KEY,
          "%s names no field of a collection.".formatted(Said.quote(field.get())),
          "Write collection.field.");
      return Optional.empty();
    }
    return dataset.flatMap(d -> field.map(f -> new Reference(d, f, direction, taker.at())));
  }

  private static List<Category> categories(Taker taker) {
    List<Category> categories = new ArrayList<>();
    for (Scalar one : taker.texts("data_categories")) {
      if (KEY.matcher(one.text()).matches()) {
        categories.add(new Category(one.text(), one.at()));
      } else {
        taker.fault(
            one.at(),
            FidesCode.BAD_KEY,
            "%s is no key of a data category.".formatted(Said.quote(one.text())),
            "A key has words with dots between them, as user.contact.email.");
      }
    }
    return categories;
  }

  private static List<String> texts(Taker taker, String key) {
    return taker.texts(key).stream().map(Scalar::text).toList();
  }
}
