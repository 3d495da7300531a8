package dev.upheld.connect.vault;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Question;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.NavigableSet;

/**
 * Compares distinct values of archived columns by their hashes. Of these only a slice is in memory
 * at a time, so that a large archive is read several times instead.
 */
final class VaultPrints {
  /** Hashes in memory at once, about. */
  private static final long SLICE = 200_000;

  /** As many as four hexadecimal digits tell apart. */
  private static final int MOST = 1 << 16;

  private final long slice;

  VaultPrints() {
    this(SLICE);
  }

  /** With other slices. */
  VaultPrints(long slice) {
    this.slice = slice;
  }

  Answer.RowCount fingerprint(VaultPass pass, Question.Fingerprint question) throws IOException {
    int slices = slices(pass.rows());
    long seen = 0;
    for (int i = 0; i < slices; i++) {
      for (String hash : hashes(pass, question.column(), new Part(i, slices, question.folded()))) {
        seen++;
        if (!question.sink().test(hash)) {
          return new Answer.RowCount(seen, seen);
        }
      }
    }
    return new Answer.RowCount(seen, seen);
  }

  Answer.SharedCount shared(VaultPass left, VaultPass right, Question.SharedValues question)
      throws IOException {
    int slices = slices(left.rows() + right.rows());
    long ours = 0;
    long theirs = 0;
    long both = 0;
    for (int i = 0; i < slices; i++) {
      Part part = new Part(i, slices, false);
      NavigableSet<String> here = hashes(left, question.leftColumn(), part);
      NavigableSet<String> there = hashes(right, question.rightColumn(), part);
      ours += here.size();
      theirs += there.size();
      both += here.stream().filter(there::contains).count();
    }
    return new Answer.SharedCount(ours, theirs, both);
  }

  private int slices(long rows) {
    return Math.clamp(Math.ceilDiv(rows, slice), 1, MOST);
  }

  /**
   * A slice of all hashes, of which the first has the least.
   *
   * @param folded whether texts are taken in small letters and without blanks around
   */
  private record Part(int number, int of, boolean folded) {
    boolean has(String hash) {
      return (long) Integer.parseInt(hash, 0, 4, 16) * of / MOST == number;
    }

    String text(String value) {
      return folded ? value.strip().toLowerCase(Locale.ROOT) : value;
    }
  }

  private static NavigableSet<String> hashes(VaultPass pass, String column, Part part)
      throws IOException {
    MessageDigest md5 = md5();
    VaultValues values = new VaultValues(pass, Instant.EPOCH);
    return values.each(
        column,
        (value, hashes) -> {
          byte[] hash = md5.digest(part.text(value).getBytes(StandardCharsets.UTF_8));
          String hex = HexFormat.of().formatHex(hash);
          if (part.has(hex)) {
            hashes.add(hex);
          }
        });
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
