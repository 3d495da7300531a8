package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise.Form;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Description.Table;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Place;
import dev.upheld.probe.Scene;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which columns single people out, so that a value found on both sides joins the rows. Browsers,
 * countries, pages or half addresses are shared by many and join nobody.
 */
record Identifiers(Scene scene) {
  /** Of the Data Privacy Vocabulary: what one person has and hardly anybody else. */
  private static final Set<String> TERMS =
      Set.of(
          "pd:Authenticating",
          "pd:BankAccount",
          "pd:EmailAddress",
          "pd:FinancialAccountNumber",
          "pd:Identifying",
          "pd:IPAddress",
          "pd:MACAddress",
          "pd:Name",
          "pd:OfficialID",
          "pd:PaymentCardNumber",
          "pd:TelephoneNumber",
          "pd:UID",
          "pd:Username",
          "pd:UserIdentifier");

  /** Columns of the place whose values can be compared with any other text. */
  List<Column> of(Place place, Table table) {
    Set<String> keys = new HashSet<>(place.key());
    keys.addAll(place.subjects().values());
    return table.columns().stream()
        .filter(c -> isComparable(c) && (singlesOut(place, table, c) || isKey(keys, c)))
        .toList();
  }

  /** Row numbers are the same everywhere and compared only where their names agree. */
  private static boolean isKey(Set<String> keys, Column column) {
    return keys.contains(column.name());
  }

  private boolean singlesOut(Place place, Table table, Column column) {
    Optional<Field> field = place.field(column.name());
    return field
        .flatMap(f -> Optional.ofNullable(scene.assignment().terms().get(f.word())))
        .or(() -> field.flatMap(f -> ColumnSample.judgeUnseen(table, column).term()))
        .filter(TERMS::contains)
        .filter(term -> !isHalved(field.orElseThrow().word()))
        .isPresent();
  }

  /** Parts of columns that single people out, or of which nobody can say that they do not. */
  List<String> inside(Place place) {
    return place.fields().values().stream()
        .filter(f -> !f.isWhole())
        .filter(
            f ->
                Optional.ofNullable(scene.assignment().terms().get(f.word()))
                        .map(TERMS::contains)
                        .orElse(true)
                    && !isHalved(f.word()))
        .map(f -> f.name().toString())
        .sorted()
        .toList();
  }

  private boolean isHalved(String word) {
    return scene.promises().stream()
        .anyMatch(
            p ->
                p instanceof Form form
                    && form.word().equals(word)
                    && form.form() instanceof ValueForm.HalfIp);
  }

  /** Whether equal values mean something without regard to the columns' names. */
  static boolean isComparable(Column column) {
    return switch (column.type()) {
      case TEXT, UUID, ADDRESS -> true;
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> false;
      case BYTES, JSON, ARRAY, OTHER -> false;
    };
  }
}
