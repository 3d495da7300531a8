package dev.upheld.discover.fideslang;

import dev.upheld.kernel.Location;
import java.util.List;
import java.util.Optional;

/**
 * A file of annotated datasets, as it was written. Whatever the data map has no words for stands in
 * the remarks, so that nothing of the file is lost.
 *
 * @param remarks what the file says beside its datasets
 */
public record FidesFile(List<Dataset> datasets, List<Remark> remarks) {
  public FidesFile {
    datasets = List.copyOf(datasets);
    remarks = List.copyOf(remarks);
  }

  /**
   * A database, or a schema of one.
   *
   * @param schema the schema its tables stand in, where the file says so
   * @param categories of everything in it
   * @param subjects groups of people it is about
   */
  public record Dataset(
      String key,
      Location at,
      Optional<String> schema,
      Optional<String> description,
      List<Category> categories,
      List<String> subjects,
      List<Collection> collections,
      List<Remark> remarks) {
    public Dataset {
      categories = List.copyOf(categories);
      subjects = List.copyOf(subjects);
      collections = List.copyOf(collections);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A table.
   *
   * @param masking the strategy for all of its rows, where one is given: {@code delete}
   */
  public record Collection(
      String name,
      Location at,
      Optional<String> description,
      List<Category> categories,
      List<String> subjects,
      Optional<String> masking,
      List<Field> fields,
      List<Remark> remarks) {
    public Collection {
      categories = List.copyOf(categories);
      subjects = List.copyOf(subjects);
      fields = List.copyOf(fields);
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * A column, or a part of one.
   *
   * @param categories its own; those of its collection and dataset hold as well
   * @param identity what people are looked up by: {@code email}
   * @param key whether it is part of the primary key
   * @param type as the file says: {@code string}, {@code object[]}
   * @param masking the strategy for it, where one is given
   * @param fields its parts
   */
  public record Field(
      String name,
      Location at,
      Optional<String> description,
      List<Category> categories,
      Optional<String> identity,
      boolean key,
      Optional<String> type,
      Optional<String> masking,
      List<Reference> references,
      List<Field> fields,
      List<Remark> remarks) {
    public Field {
      categories = List.copyOf(categories);
      references = List.copyOf(references);
      fields = List.copyOf(fields);
      remarks = List.copyOf(remarks);
    }
  }

  /** A key of the taxonomy of data categories. */
  public record Category(String key, Location at) {}

  /**
   * A field that holds the same as this one.
   *
   * @param field {@code collection.field}, with more parts where it lies in a column
   * @param direction {@code from} where rows here are found by rows there, {@code to} the other way
   *     round
   */
  public record Reference(String dataset, String field, Optional<String> direction, Location at) {}

  /**
   * Something the data map has no words for.
   *
   * @param key where it stands, as {@code fides_meta.length}
   * @param text its value on one line
   * @param known whether the format has such a key
   */
  public record Remark(Location at, String key, String text, boolean known) {}
}
