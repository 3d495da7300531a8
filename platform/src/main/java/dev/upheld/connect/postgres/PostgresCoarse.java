package dev.upheld.connect.postgres;

import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description;
import dev.upheld.connect.sql.CardLike;
import dev.upheld.connect.sql.Col;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;

/**
 * Coarse patterns as PostgreSQL runs them fastest. A regular expression costs microseconds there
 * once it counts ({@code {53}}), a LIKE or a plain class a fraction of one; so cheap tests come
 * first, and CASE keeps them first.
 *
 * @param major version of the server; 16 brought {@code pg_input_is_valid}
 */
record PostgresCoarse(int major) {
  private static final Pattern PRECISION = Pattern.compile("numeric\\((\\d+),.*");
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String HALF =
      "^(?:(?:" + OCTET + "[.]){2}0[.]0|(?!2002:)(?:[0-9a-fA-F]{1,4}:){1,3}:)$";

  private static final String DIGITS = CardLike.digits(PostgresCoarse::escape);
  private static final String GAPS = CardLike.gaps(PostgresCoarse::escape);
  private static final String CARD_SHORTEST = "[" + DIGITS + GAPS + "]{12}|&nbsp;|\\\\u";
  private static final String CARD =
      "[D](?:(?:[G]|&nbsp;|\\\\u[0-9A-Fa-f]{4})*[D]){11}".replace("D", DIGITS).replace("G", GAPS);

  private static final String CARD_GROUPED = CardLike.grouped(DIGITS, GAPS);

  /** The same over bytes as {@code encode(..., 'escape')} writes them: UTF-8 in octal. */
  private static final String CARD_IN_BYTES =
      "(?:D)(?:(?:[ ._\\x01-\\x08\\x0E-\\x1B\\x7F-]|&nbsp;|\\\\\\\\u[0-9A-Fa-f]{4}|\\\\[0-7]{3})*(?:D)){11}"
          .replace(
              "D",
              "[0-9]|\\\\331\\\\2[45][0-7]|\\\\333\\\\2[67][0-7]|\\\\340\\\\24[57]\\\\2[456][0-7]"
                  + "|\\\\340\\\\271\\\\2[23][0-7]|\\\\357\\\\274\\\\2[23][0-7]");

  private static final int IBAN_FEWEST = 15;
  private static final String IBAN_COUNTRY_AND_CHECK = "[A-Za-z][A-Za-z]G[0-9]G[0-9]";
  private static final String IBAN_SHAPE = IBAN_COUNTRY_AND_CHECK + "(?:G[A-Za-z0-9]){11}";
  private static final String IBAN_GAP = "[ .\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000-]?";
  private static final String IBAN_START = IBAN_COUNTRY_AND_CHECK.replace("G", IBAN_GAP);
  private static final String IBAN =
      "(?:^|[^A-Za-z0-9]|[Ii][Bb][Aa][Nn])" + IBAN_SHAPE.replace("G", IBAN_GAP);
  private static final String IBAN_IN_BYTES =
      IBAN_SHAPE.replace("G", "(?:[ .-]|(?:\\\\[0-7]{3}){2,3})?");

  private static final String MAIL_IN_BYTES =
      "[0-9A-Za-z!#$%&'*+/=?^_`{|}~.-]@[0-9A-Za-z-]+[.][0-9A-Za-z-]";

  private static String escape(int c) {
    return String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08X" : "\\u%04X", c);
  }

  /**
   * False or null for a value that surely is fine.
   *
   * @param text the column as text
   */
  Condition of(Coarse coarse, Col column, Field<String> text) {
    return switch (coarse) {
      case ANYTHING -> column.field().isNotNull();
      case NOT_HALF_IP -> notHalfIp(column, text);
      case NOT_PASSWORD_HASH -> notPasswordHash(column, text);
      case CARD_LIKE -> cardLike(column, text);
      case IBAN_LIKE -> ibanLike(column, text);
      case IDENTIFYING -> identifying(column, text);
    };
  }

  private Condition identifying(Col column, Field<String> text) {
    return switch (column.type()) {
      case TEXT, JSON, ARRAY, OTHER, BYTES ->
          DSL.or(mailLike(column, text), ibanLike(column, text), cardLike(column, text));
      case WHOLE, DECIMAL -> cardLike(column, text);
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS, UUID -> no();
    };
  }

  /** A sign, as it is or as links and JSON may write it. */
  private static Condition mailLike(Col column, Field<String> text) {
    return column.type() == Description.Type.BYTES
        ? DSL.condition("encode({0}, 'escape') ~ {1}", column.field(), DSL.inline(MAIL_IN_BYTES))
        : DSL.or(
            Stream.of("@", "%40", "\\u0040")
                .map(sign -> DSL.condition("strpos({0}, {1}) > 0", text, DSL.inline(sign)))
                .toList());
  }

  private Condition notHalfIp(Col column, Field<String> text) {
    Field<Object> value = column.field();
    return switch (column.type()) {
      case TEXT -> major >= 16 ? notHalfText(text) : notHalfTextByPattern(text);
      case ADDRESS ->
          DSL.condition(
              "case family({0}) when 4 then ({0} & inet '0.0.255.255') <> inet '0.0.0.0'"
                  + " else ({0} & inet '0:0:0:ffff:ffff:ffff:ffff:ffff') <> inet '::'"
                  + " or ({0} & inet 'ffff::') = inet '2002::' end",
              value);
      case WHOLE ->
          DSL.condition(
              "not (cast({0} as bigint) between -2147483648 and 4294967295"
                  + " and cast({0} as bigint) & 65535 = 0)",
              value);
      case DECIMAL ->
          DSL.condition(
              "not ({0} between -2147483648 and 4294967295 and {0} = trunc({0})"
                  + " and mod(cast({0} as numeric), 65536) = 0)",
              DSL.field("cast({0} as {1})", value, decimal(column)));
      case BYTES -> notHalfBytes(value);
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, JSON, UUID, ARRAY, OTHER ->
          value.isNotNull();
    };
  }

  /**
   * Money has no arithmetic of its own; floating point numbers keep theirs, to lose no fraction.
   */
  private static QueryPart decimal(Col column) {
    return DSL.sql(column.base().startsWith("float") ? column.base() : "numeric");
  }

  /** Surely half is what the server itself reads as an address, in an unmistakable spelling. */
  private static Condition notHalfText(Field<String> text) {
    return DSL.condition(
        "case when {0} like '%.%.0.0' then {0} like '%:%' or {0} like '0%' or {0} like '%.0_%.0.0'"
            + " or not pg_input_is_valid({0}, 'inet')"
            + " when {0} like '%::' then {0} like '%:%:%:%:%:%' or {0} like '%2002:%'"
            + " or not pg_input_is_valid({0}, 'inet')"
            + " else {0} is not null end",
        text);
  }

  private static Condition notHalfTextByPattern(Field<String> text) {
    return DSL.condition(
        "case when {0} like '%.0.0' or {0} like '%::' then {0} !~ {1} else {0} is not null end",
        text, DSL.inline(HALF));
  }

  /**
   * Sixteen bytes may also be text padded with zeros; so only such as hold no hexadecimal digit
   * among the six that count are surely an address.
   */
  private static Condition notHalfBytes(Field<Object> value) {
    return DSL.condition(
        "case octet_length({0}) when 4 then substr({0}, 3) <> decode('0000', 'hex')"
            + " when 16 then substr({0}, 7) <> decode('00000000000000000000', 'hex')"
            + " or get_byte({0}, 0) not between 32 and 63"
            + " or substr({0}, 1, 2) = decode('2002', 'hex')"
            + " or encode(substr({0}, 1, 6), 'hex') ~ '^(?:..)*(?:3[0-9]|[46][1-6])'"
            + " else {0} is not null end",
        value);
  }

  private static Condition notPasswordHash(Col column, Field<String> text) {
    return switch (column.type()) {
      case TEXT -> PostgresPasswords.notSurelyHashed(text);
      case WHOLE,
          DECIMAL,
          BOOLEAN,
          DATE,
          TIMESTAMP,
          TIMESTAMP_WITH_ZONE,
          ADDRESS,
          BYTES,
          JSON,
          UUID,
          ARRAY,
          OTHER ->
          column.field().isNotNull();
    };
  }

  private static Condition cardLike(Col column, Field<String> text) {
    return switch (column.type()) {
      case TEXT, JSON, ARRAY, OTHER, UUID, ADDRESS ->
          longEnough(column, text, CardLike.FEWEST, cardInText(text));
      case WHOLE -> longNumber(column);
      case DECIMAL -> precision(column) < CardLike.FEWEST ? no() : cardInText(text);
      case BYTES ->
          DSL.condition("encode({0}, 'escape') ~ {1}", column.field(), DSL.inline(CARD_IN_BYTES));
      // their text never has twelve digits without a colon
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> no();
    };
  }

  private static Condition longNumber(Col column) {
    return column.base().equals("int8") ? CardLike.amongWholes(column.field()) : no();
  }

  private static Condition cardInText(Field<String> text) {
    return inSteps(text, CARD_SHORTEST, CARD, CARD_GROUPED);
  }

  /** A pattern is only tried on what the cheaper ones before it have let through. */
  private static Condition inSteps(Field<String> text, String... patterns) {
    return DSL.and(
        Arrays.stream(patterns).map(p -> DSL.condition("{0} ~ {1}", text, DSL.inline(p))).toList());
  }

  /**
   * Most columns of text hold words too short to contain it. The size of a text is known without
   * reading it, a regular expression costs a microsecond before its first character.
   */
  private static Condition longEnough(Col column, Field<String> text, int fewest, Condition then) {
    return column.type() == Description.Type.TEXT
        ? DSL.condition("(octet_length({0}) >= {1} and {2})", text, DSL.inline(fewest), then)
        : then;
  }

  /** Digits that a numeric column can hold; many where it says nothing. */
  private static int precision(Col column) {
    Matcher matcher = PRECISION.matcher(column.column().sqlType());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
  }

  private static Condition ibanLike(Col column, Field<String> text) {
    return switch (column.type()) {
      case TEXT, JSON, ARRAY, OTHER, UUID ->
          longEnough(column, text, IBAN_FEWEST, inSteps(text, IBAN_START, IBAN));
      case BYTES ->
          DSL.condition("encode({0}, 'escape') ~ {1}", column.field(), DSL.inline(IBAN_IN_BYTES));
      // no letters there, or none next to digits
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS -> no();
    };
  }

  private static Condition no() {
    return DSL.condition("false");
  }
}
