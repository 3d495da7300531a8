package dev.upheld.engine.drill;

import dev.upheld.connect.Description.Column;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Inside;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Values for columns, by their type; texts carry the token of whom they are invented for.
 *
 * @param person whether the row is the person's
 */
record Values(Invented who, boolean person, Instant now, RandomGenerator random) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A value that says nothing but whose it is; empty where the type has none that we know. */
  Optional<String> plain(Column column) {
    return switch (column.type()) {
      case TEXT -> Optional.of(who.text(person, longest(column)));
      case WHOLE, DECIMAL -> Optional.of("0");
      case BOOLEAN -> Optional.of("false");
      case DATE -> Optional.of(MOMENT.format(now).substring(0, 10));
      case TIMESTAMP, TIMESTAMP_WITH_ZONE -> Optional.of(MOMENT.format(now));
      case ADDRESS -> Optional.of(Invented.ADDRESS);
      case JSON -> Optional.of("{\"drill\": \"" + said() + "\"}");
      case ARRAY -> Optional.of("{}");
      case UUID -> Optional.of(uuid());
      case BYTES -> Optional.of(said());
      case OTHER -> Optional.empty();
    };
  }

  private String said() {
    return person ? who.token() : who.aside();
  }

  /** Of a kind of its own, from chance. */
  private String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  static int longest(Column column) {
    return column.length().orElse(Integer.MAX_VALUE);
  }

  /** A mail address. */
  String mail(Column column) {
    return who.mail(person, longest(column));
  }

  /** One that no other row has, for a column that tells rows apart; empty where none is known. */
  Optional<String> apart(Column column) {
    return switch (column.type()) {
      case WHOLE, DECIMAL -> Optional.of(String.valueOf(far(column)));
      case TEXT, UUID, BYTES -> plain(column);
      default -> Optional.empty();
    };
  }

  /** The same where a check wants it above zero; empty where there is no other. */
  Optional<String> above(Column column) {
    return switch (column.type()) {
      case WHOLE, DECIMAL -> Optional.of(String.valueOf(Math.abs(far(column))));
      default -> Optional.empty();
    };
  }

  /** Below zero, where counters of applications never come. */
  private long far(Column column) {
    String type = column.sqlType().toLowerCase(Locale.ROOT);
    long most =
        type.startsWith("tinyint")
            ? 100L
            : type.startsWith("smallint")
                ? 30_000L
                : type.startsWith("bigint") ? 4_000_000_000_000_000L : 2_000_000_000L;
    long number = most / 2 + random.nextLong(most / 2);
    return type.contains("unsigned") ? number : -number;
  }

  /** A clock's value, as the data map reads it. */
  String moment(dev.upheld.datamap.Clock.Reading reading, Column column) {
    return switch (reading) {
      case EPOCH_SECONDS -> String.valueOf(now.getEpochSecond());
      case EPOCH_MILLIS -> String.valueOf(now.toEpochMilli());
      case NATIVE -> plain(column).orElseGet(() -> MOMENT.format(now));
    };
  }

  /** A document that has each of the fields; of the column's fields none is the whole. */
  String document(List<Field> parts) {
    Map<Boolean, List<Inside.Path>> paths =
        parts.stream()
            .flatMap(f -> f.inside().stream())
            .filter(Inside.Path.class::isInstance)
            .map(Inside.Path.class::cast)
            .collect(Collectors.groupingBy(p -> true));
    if (paths.isEmpty()) {
      return "{\"drill\": \"" + said() + "\"}";
    }
    return object(paths.getOrDefault(true, List.of()).stream().map(Inside.Path::steps).toList());
  }

  /** Nested as the steps lead; a step that any key meets gets one. */
  private String object(List<List<Inside.Step>> ways) {
    if (ways.isEmpty() || ways.stream().anyMatch(List::isEmpty)) {
      return "\"" + said() + "\"";
    }
    List<List<Inside.Step>> lists =
        ways.stream().filter(w -> w.getFirst() instanceof Inside.Step.Each).toList();
    if (!lists.isEmpty()) {
      return "[" + object(lists.stream().map(w -> w.subList(1, w.size())).toList()) + "]";
    }
    return ways.stream().collect(Collectors.groupingBy(w -> key(w.getFirst()))).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            e ->
                e.getKey()
                    + ": "
                    + object(e.getValue().stream().map(w -> w.subList(1, w.size())).toList()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String key(Inside.Step step) {
    String name = step instanceof Inside.Step.Key(String named) ? named : "drill";
    return "\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
