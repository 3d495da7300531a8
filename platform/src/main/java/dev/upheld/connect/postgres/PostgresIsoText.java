package dev.upheld.connect.postgres;

import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Reads ISO 8601 text as an instant, and anything else as null instead of an error. A text without
 * offset is read in the zone; a text without time of day stands for the whole day and is read as
 * its last moment.
 *
 * @param major version of the server; 16 brought {@code pg_input_is_valid}
 */
record PostgresIsoText(int major) {
  private static final String DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final String TIME = "[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]+)?)?";
  private static final String OFFSET = " ?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)";

  /** Every day there is from year 1 on, leap years minded. */
  private static final String REAL_DAY =
      "(?!0000)(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
          + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
          + "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)";

  private static final String REAL_TIME =
      "[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:[.][0-9]{1,9})?)?";
  private static final String REAL_OFFSET = " ?(?:Z|[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)";

  Field<?> instant(Field<String> text, ZoneId zone) {
    return DSL.field(
        "case when {1} then (cast(cast({0} as date) + 1 as timestamp) at time zone {4})"
            + " - interval '1 microsecond'"
            + " when {2} then cast({0} as timestamp) at time zone {4}"
            + " when {3} then cast({0} as timestamptz) end",
        text,
        valid(text, DAY, REAL_DAY, "date"),
        valid(text, DAY + TIME, REAL_DAY + REAL_TIME, "timestamp"),
        valid(text, DAY + TIME + OFFSET, REAL_DAY + REAL_TIME + REAL_OFFSET, "timestamptz"),
        DSL.inline(zone.getId()));
  }

  private Field<?> valid(Field<String> text, String shape, String exact, String type) {
    if (major < 16) {
      return DSL.field("{0} ~ {1}", text, DSL.inline("^(?:" + exact + ")$"));
    }
    return DSL.field(
        "({0} ~ {1} and pg_input_is_valid({0}, {2}))",
        text, DSL.inline("^" + shape + "$"), DSL.inline(type));
  }
}
