package dev.upheld.connect.mariadb;

import dev.upheld.connect.Coarse;
import dev.upheld.connect.Description;
import dev.upheld.connect.sql.CardLike;
import dev.upheld.connect.sql.Col;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Coarse patterns as MariaDB runs them: PCRE, compiled once for a statement. Text is compared by an
 * exact collation, since others would take {@code A} for {@code a}. What is repeated is repeated
 * possessively: without ways back there is no limit of ways back to run into, which the server
 * would report as "does not match".
 */
final class MariaDbCoarse {
  private static final Pattern PRECISION = Pattern.compile("decimal\\((\\d+),.*");

  private static final String DIGITS = CardLike.digits(MariaDbCoarse::escape);
  private static final String GAP_CLASS = CardLike.gaps(MariaDbCoarse::escape);
  private static final String DIGIT = "[" + DIGITS + "]";
  private static final String GAPS = "(?:[" + GAP_CLASS + "]|&nbsp;|\\\\u[0-9A-Fa-f]{4})*+";
  private static final String CARD = DIGIT + "(?:" + GAPS + DIGIT + "){11}";
  private static final String CARD_GROUPED = CardLike.grouped(DIGITS, GAP_CLASS);

  /** Digits beyond ASCII, in the bytes of UTF-8. */
  private static final String FAR_DIGITS =
      "\\xD9[\\xA0-\\xA9]|\\xDB[\\xB0-\\xB9]|\\xE0[\\xA5\\xA7][\\xA6-\\xAF]"
          + "|\\xE0\\xB9[\\x90-\\x99]|\\xEF\\xBC[\\x90-\\x99]";

  private static final String BYTE_GAPS =
      "(?:(?!"
          + FAR_DIGITS
          + ")[ ._\\x00-\\x08\\x0E-\\x1B\\x7F-\\xFF-]|&nbsp;|\\\\u[0-9A-Fa-f]{4})*+";
  private static final String CARD_IN_BYTES =
      "(?:[0-9]|" + FAR_DIGITS + ")(?:" + BYTE_GAPS + "(?:[0-9]|" + FAR_DIGITS + ")){11}";

  private static final int IBAN_FEWEST = 15;
  private static final String IBAN_SHAPE = "[A-Za-z][A-Za-z]S[0-9]S[0-9](?:S[A-Za-z0-9]){11}";
  private static final String IBAN =
      "(?:^|[^A-Za-z0-9]|[Ii][Bb][Aa][Nn])"
          + IBAN_SHAPE.replace(
              "S", "[ .\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{202F}\\x{205F}\\x{3000}-]?");
  private static final String IBAN_IN_BYTES =
      IBAN_SHAPE.replace("S", "(?:[ .-]|[\\x80-\\xFF]{2,3})?");

  private static final String MAIL_IN_BYTES =
      "[0-9A-Za-z!#$%&'*+/=?^_`{|}~.-]@[0-9A-Za-z-]{1,253}+[.][0-9A-Za-z-]";

  private static final String HASHED =
      "^(?:(?:[{]bcrypt[}])?[$]2[abxy][$](?:0[4-9]|[12][0-9]|3[01])[$][./A-Za-z0-9]{53}"
          + "|[$]argon2(?:id|i|d)[$]v=(?:16|19)[$]m=[1-9][0-9]{3,8},t=[1-9][0-9]{0,8}"
          + ",p=[1-9][0-9]?[$][A-Za-z0-9+/]{11,128}[$][A-Za-z0-9+/]{22,512}"
          + "|[$]scrypt[$]ln=1[0-9],r=[1-9][0-9]?,p=[1-9][0-9]?"
          + "[$][A-Za-z0-9+/]{4,256}[$][A-Za-z0-9+/]{20,512}"
          + "|pbkdf2_sha(?:1|256|384|512)[$][1-9][0-9]{3,8}"
          + "[$][A-Za-z0-9]{4,256}[$][A-Za-z0-9+/]{20,500}={0,2}"
          + "|[$]5[$](?:rounds=[1-9][0-9]{3,8}[$])?[./A-Za-z0-9]{1,16}[$][./A-Za-z0-9]{43}"
          + "|[$]6[$](?:rounds=[1-9][0-9]{3,8}[$])?[./A-Za-z0-9]{1,16}[$][./A-Za-z0-9]{86})\\z";

  private MariaDbCoarse() {}

  private static String escape(int c) {
    return String.format(Locale.ROOT, "\\x{%X}", c);
  }

  /**
   * False or null for a value that surely is fine.
   *
   * @param text the column as text under an exact collation
   */
  static Condition of(Coarse coarse, Col column, Field<String> text) {
    return switch (coarse) {
      case ANYTHING -> column.field().isNotNull();
      case NOT_HALF_IP -> notHalfIp(column, text);
      case NOT_PASSWORD_HASH -> notPasswordHash(column, text);
      case CARD_LIKE -> cardLike(column, text);
      case IBAN_LIKE -> ibanLike(column, text);
      case IDENTIFYING -> identifying(column, text);
    };
  }

  private static Condition identifying(Col column, Field<String> text) {
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
        ? DSL.condition("{0} rlike {1}", column.field(), DSL.inline(MAIL_IN_BYTES))
        : DSL.or(
            Stream.of("@", "%40", "\\u0040")
                .map(sign -> DSL.condition("instr({0}, {1}) > 0", text, DSL.inline(sign)))
                .toList());
  }

  private static Condition notHalfIp(Col column, Field<String> text) {
    Field<Object> value = column.field();
    return switch (column.type()) {
      case TEXT ->
          DSL.condition(
              "case when {0} like '%.0.0' then not is_ipv4({0})"
                  + " when {0} like '%::' then {0} like '%:%:%:%:%:%' or {0} like '%2002:%'"
                  + " or not is_ipv6({0}) else {0} is not null end",
              text);
      // the server writes an address in one way only
      case ADDRESS ->
          DSL.condition(
              "case when {0} like '%.%.0.0' then {0} like '%:%' and {0} not like '::ffff:%'"
                  + " when {0} like '%::' then {0} like '%:%:%:%:%:%' or {0} like '2002:%'"
                  + " else {0} is not null end",
              text);
      case WHOLE ->
          DSL.condition("not ({0} between -2147483648 and 4294967295 and {0} & 65535 = 0)", value);
      case DECIMAL ->
          DSL.condition(
              "not ({0} between -2147483648 and 4294967295 and {0} = truncate({0}, 0)"
                  + " and mod({0}, 65536) = 0)",
              value);
      case BYTES -> notHalfBytes(value);
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, JSON, UUID, ARRAY, OTHER ->
          value.isNotNull();
    };
  }

  /**
   * Sixteen bytes may also be text padded with zeros; so only such as hold no hexadecimal digit
   * among the six that count are surely an address.
   */
  private static Condition notHalfBytes(Field<Object> value) {
    return DSL.condition(
        "case length({0}) when 4 then right({0}, 2) <> x'0000'"
            + " when 16 then right({0}, 10) <> x'00000000000000000000'"
            + " or ord(left({0}, 1)) not between 32 and 63 or left({0}, 2) = x'2002'"
            + " or hex(left({0}, 6)) rlike '^(?:..)*(?:3[0-9]|[46][1-6])'"
            + " else {0} is not null end",
        value);
  }

  private static Condition notPasswordHash(Col column, Field<String> text) {
    return switch (column.type()) {
      case TEXT -> DSL.condition("{0} not rlike {1}", text, DSL.inline(HASHED));
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
          longEnough(column, CardLike.FEWEST, text, CARD, CARD_GROUPED);
      case WHOLE -> column.base().equals("bigint") ? CardLike.amongWholes(column.field()) : no();
      case DECIMAL ->
          precision(column) < CardLike.FEWEST
              ? no()
              : DSL.condition("{0} rlike {1}", text, DSL.inline(CARD));
      case BYTES -> DSL.condition("{0} rlike {1}", column.field(), DSL.inline(CARD_IN_BYTES));
      // their text never has twelve digits without a colon
      case BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE -> no();
    };
  }

  /**
   * Most columns of text hold words too short to contain it; a character has at least one octet in
   * every character set.
   */
  private static Condition longEnough(
      Col column, int fewest, Field<String> text, String... patterns) {
    Condition all = DSL.condition("octet_length({0}) >= {1}", column.field(), DSL.inline(fewest));
    for (String pattern : patterns) {
      all = all.and(DSL.condition("{0} rlike {1}", text, DSL.inline(pattern)));
    }
    return all;
  }

  /** Digits that a decimal column can hold; many where it says nothing. */
  private static int precision(Col column) {
    Matcher matcher = PRECISION.matcher(column.column().sqlType());
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : Integer.MAX_VALUE;
  }

  private static Condition ibanLike(Col column, Field<String> text) {
    return switch (column.type()) {
      case TEXT, JSON, ARRAY, OTHER, UUID -> longEnough(column, IBAN_FEWEST, text, IBAN);
      case BYTES -> DSL.condition("{0} rlike {1}", column.field(), DSL.inline(IBAN_IN_BYTES));
      // no letters there, or none next to digits
      case WHOLE, DECIMAL, BOOLEAN, DATE, TIMESTAMP, TIMESTAMP_WITH_ZONE, ADDRESS -> no();
    };
  }

  private static Condition no() {
    return DSL.condition("false");
  }
}
