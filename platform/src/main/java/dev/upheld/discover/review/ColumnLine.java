package dev.upheld.discover.review;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.FieldName;
import java.util.List;
import java.util.Optional;

/**
 * What a data map says of one column, and why.
 *
 * @param word what it holds, in the charter's word; empty unless it stands under fields
 * @param end what happens to it in the end; empty when not decided
 * @param reason what is thought of it and why, as the file says it; empty text for nothing
 * @param confidence of a machine, 0 to 1; empty where a person wrote the line
 * @param suggested the charter's words that fit what is thought, the likeliest first
 */
public record ColumnLine(
    String name,
    Standing standing,
    Optional<String> word,
    Optional<EndAction> end,
    String reason,
    Optional<Double> confidence,
    List<String> suggested) {
  /** From here on a proposal may be accepted without being looked at one by one. */
  public static final double CERTAIN = 0.9;

  public ColumnLine {
    suggested = List.copyOf(suggested);
  }

  /** Where the map speaks of a column. */
  public enum Standing {
    /** It holds personal data. */
    FIELD,
    /** It holds none. */
    TECHNICAL,
    /** Nobody has decided. */
    UNDECIDED,
    /** It is only used: by a clock, a link, a subject. */
    USED
  }

  /** The column of the table; the name may be that of a part of it. */
  public String column() {
    return FieldName.read(name) instanceof FieldName.Read.Sound(FieldName read)
        ? read.column()
        : name;
  }

  /** Whether anything is left to decide. */
  public boolean isOpen() {
    return standing == Standing.UNDECIDED || standing == Standing.USED;
  }

  /** Whether what is proposed may be accepted with others: one thing only, and surely. */
  public boolean isCertain() {
    boolean sure = confidence.isEmpty() ? !isOpen() : confidence.get() >= CERTAIN;
    return sure
        && switch (standing) {
          case FIELD, TECHNICAL -> true;
          case UNDECIDED ->
              looksTechnical() || (suggested.size() == 1 && !reason.startsWith("may be"));
          case USED -> false;
        };
  }

  /** Whether a column nobody has decided on looks harmless. */
  public boolean looksTechnical() {
    return reason.startsWith("does not look personal");
  }
}
