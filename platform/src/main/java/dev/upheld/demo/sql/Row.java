package dev.upheld.demo.sql;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/**
 * A row to be made, known by its number alone. Everything a column needs is an SQL expression over
 * that number.
 *
 * @param sql the dialect
 * @param setting what all rows have in common
 * @param n the expression of the row's number, from 1
 */
public record Row(Dialect sql, Setting setting, String n) {
  /** 2^31 - 1, a prime: keeps every step of the hash within 63 bits, in any database. */
  private static final long PRIME = 2_147_483_647L;

  /** Row numbers beyond this would overflow the hash. */
  public static final long HIGHEST = 2_000_000_000L;

  /** The same table's or another's row of this number. */
  public Row at(String number) {
    return new Row(sql, setting, number);
  }

  /**
   * A number from 0 to 2^31 - 2 that looks random and depends on the row, the region and the salt
   * only: a quadratic polynomial modulo a prime, because arithmetic is the one hash both dialects
   * share.
   */
  public String hash(String salt) {
    SplittableRandom coefficients = coefficients(setting.region().id() + salt);
    long a = coefficients.nextLong(PRIME / 2, PRIME);
    long b = coefficients.nextLong(PRIME / 2, PRIME);
    long c = coefficients.nextLong(PRIME);
    return "((%1$s * %1$s %% %2$d * %3$d + %1$s * %4$d + %5$d) %% %2$d)"
        .formatted(n, PRIME, a, b, c);
  }

  private static SplittableRandom coefficients(String salt) {
    CRC32C crc = new CRC32C();
    crc.update(salt.getBytes(StandardCharsets.UTF_8));
    return new SplittableRandom(crc.getValue());
  }

  /** A number from 0 to {@code bound} - 1. */
  public String below(String salt, long bound) {
    return "(" + hash(salt) + " % " + bound + ")";
  }

  /** A condition that is true for so many of a hundred rows. */
  public String chance(String salt, int percent) {
    return "(" + hash(salt) + " % 100 < " + percent + ")";
  }

  /** One of the texts. */
  public String oneOf(String salt, List<String> texts) {
    return sql.pick(texts, below(salt, texts.size()));
  }

  /** So many digits, without a leading zero. */
  public String number(String salt, int digits) {
    long lowest = BigInteger.TEN.pow(digits - 1).longValueExact();
    return "(" + lowest + " + " + below(salt, 9 * lowest) + ")";
  }

  /** The parts joined; texts must be literals already. */
  public String text(String... parts) {
    return sql.concat(List.of(parts));
  }

  /** A text literal. */
  public String lit(String text) {
    return sql.literal(text);
  }

  /** Something no other row has, to derive a hash or a token from. */
  public String seed(String salt) {
    return text(n, lit("/" + setting.region().id() + "/" + salt));
  }

  /** A whole number of parents: the parent this row belongs to, all parents in turn. */
  public String oneOfParents(long parents) {
    return "(1 + (" + n + " * 7919) % " + parents + ")";
  }

  /** An age in seconds, evenly spread from {@code least} to {@code most}. */
  public String age(String salt, long least, long most) {
    return "(" + least + " + " + below(salt, Math.max(1, most - least)) + ")";
  }

  /** As {@link #age(String, long, long)}, from an hour on. */
  public String ageUpTo(String salt, long most) {
    return age(salt, Duration.ofHours(1).toSeconds(), most);
  }

  /** A part of an age, from none of it to almost all. */
  public String partOf(String age, String salt) {
    return sql.div("(" + age + " * " + below(salt, 1000) + ")", "1000");
  }

  /** The second so long before now. */
  public String ago(String age) {
    return "(" + setting.now().getEpochSecond() + " - " + age + ")";
  }

  /** The instant so long before now. */
  public String instantAgo(String age) {
    return sql.instant(ago(age));
  }

  /** The day so long before now. */
  public String dateAgo(String age) {
    return sql.date(ago(age));
  }

  /** {@code yes} where the condition holds, else null. */
  public String when(String condition, String yes) {
    return "CASE WHEN " + condition + " THEN " + yes + " END";
  }

  /** One or the other. */
  public String when(String condition, String yes, String no) {
    return "CASE WHEN " + condition + " THEN " + yes + " ELSE " + no + " END";
  }
}
