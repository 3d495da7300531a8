package dev.upheld.connect.postgres;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Formats of password hashes that are surely salted and slow, tested so that PostgreSQL is quick
 * about it: the shape by a pattern that does not count, the lengths apart. Everything else travels
 * to the exact test.
 */
final class PostgresPasswords {
  private static final String ARGON2 =
      "^[$]argon2(?:id|i|d)[$]v=(?:16|19)[$]m=[1-9][0-9]{3,8},t=[1-9][0-9]{0,8},p=[1-9][0-9]?"
          + "[$][A-Za-z0-9+/]+[$][A-Za-z0-9+/]+$";
  private static final String SCRYPT =
      "^[$]scrypt[$]ln=1[0-9],r=[1-9][0-9]?,p=[1-9][0-9]?[$][A-Za-z0-9+/]+[$][A-Za-z0-9+/]+$";
  private static final String DJANGO =
      "^pbkdf2_sha(?:1|256|384|512)[$][1-9][0-9]{3,8}[$][A-Za-z0-9]+[$][A-Za-z0-9+/]+=*$";
  private static final String SHA_CRYPT =
      "^[$][56][$](?:rounds=[1-9][0-9]{3,8}[$])?[./A-Za-z0-9]+[$][./A-Za-z0-9]+$";

  private PostgresPasswords() {}

  /** False for a value that surely is a good hash, null for null, else true. */
  static Condition notSurelyHashed(Field<String> text) {
    Field<String> behindMark = DSL.field("substr({0}, 9)", String.class, text);
    return DSL.condition(
        """
        case when {0} like '$2%' then not {1} \
        when {0} like '{bcrypt}$2%' then not {2} \
        when {0} like '$argon2%' then not {3} \
        when {0} like '$scrypt$%' then not {4} \
        when {0} like 'pbkdf2_sha%' then not {5} \
        when {0} like '$5$%' then not {6} \
        when {0} like '$6$%' then not {7} \
        else {0} is not null end""",
        text,
        DSL.field(bcrypt(text)),
        DSL.field(bcrypt(behindMark)),
        DSL.field(parts(text, ARGON2, new Lengths(5, 11, 128), new Lengths(6, 22, 512))),
        DSL.field(parts(text, SCRYPT, new Lengths(4, 4, 256), new Lengths(5, 20, 512))),
        DSL.field(parts(text, DJANGO, new Lengths(3, 4, 256), new Lengths(4, 20, 512))),
        DSL.field(shaCrypt(text, 43)),
        DSL.field(shaCrypt(text, 86)));
  }

  /** How long the n-th part between dollar signs may be. */
  private record Lengths(int part, int least, int most) {}

  private static Condition bcrypt(Field<String> text) {
    return DSL.condition(
        """
        ({0} like '$2_$__$%' and {0} not like '$2_$__$%$%' and octet_length({0}) = 60 \
        and substr({0}, 3, 1) in ('a', 'b', 'x', 'y') and substr({0}, 5, 2) in ('04', '05', \
        '06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16', '17', '18', '19', '20', \
        '21', '22', '23', '24', '25', '26', '27', '28', '29', '30', '31') and {0} !~ {1})""",
        text, DSL.inline("[^$./A-Za-z0-9]"));
  }

  private static Condition parts(Field<String> text, String shape, Lengths salt, Lengths hash) {
    return DSL.condition(
        "({0} ~ {1} and length(split_part({0}, '$', {2})) between {3} and {4}"
            + " and length(split_part({0}, '$', {5})) between {6} and {7})",
        text,
        DSL.inline(shape),
        DSL.inline(salt.part()),
        DSL.inline(salt.least()),
        DSL.inline(salt.most()),
        DSL.inline(hash.part()),
        DSL.inline(hash.least()),
        DSL.inline(hash.most()));
  }

  private static Condition shaCrypt(Field<String> text, int hash) {
    return DSL.condition(
        "({0} ~ {1} and substr({0}, length({0}) - {2}, 1) = '$' and length(split_part({0}, '$',"
            + " case when {0} like '$_$rounds=%' then 4 else 3 end)) between 1 and 16)",
        text, DSL.inline(SHA_CRYPT), DSL.inline(hash));
  }
}
