package dev.upheld.law;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How long law or guidance wants some data kept, at least or at most.
 *
 * @param reference its article; its key names the norm: {@code FR-LCEN-1}
 * @param bound whether the period is a least or a most
 * @param period the period, or the shorter end of a range
 * @param upTo the longer end of a range: "6 to 12 months"
 * @param from the event it runs from, in a charter's words: {@code contract-end}
 * @param phase where the data belongs meanwhile
 * @param data words and vocabulary terms of the data it is about
 * @param purposes words of the purposes it is about
 * @param limits what the data may be used for meanwhile; empty when the norm does not say
 * @param note what else to heed
 */
public record RetentionNorm(
    LawReference reference,
    Bound bound,
    Sourced<Span> period,
    Optional<Sourced<Span>> upTo,
    String from,
    Phase phase,
    Set<String> data,
    Set<String> purposes,
    Set<String> limits,
    Optional<String> note) {
  public RetentionNorm {
    data = Set.copyOf(data);
    purposes = Set.copyOf(purposes);
    limits = Set.copyOf(limits);
  }

  /** Least or most. */
  public enum Bound {
    /** Must be kept at least so long; data under it survives an erasure. */
    MIN("min"),
    /** Must not be kept longer. */
    MAX("max");

    private final String id;

    Bound(String id) {
      this.id = id;
    }

    /** As written in packs. */
    public String id() {
      return id;
    }
  }

  /** Where data is while a period runs. */
  public enum Phase {
    /** In everyday use. */
    ACTIVE("active"),
    /** In the restricted archive: few readers, each access with its reason. */
    INTERMEDIATE("intermediate"),
    /** The norm does not say. */
    ANY("any");

    private final String id;

    Phase(String id) {
      this.id = id;
    }

    /** As written in packs. */
    public String id() {
      return id;
    }
  }

  /** Its name: {@code FR-LCEN-1}. */
  public String key() {
    return reference.key();
  }

  /** Law or guidance. */
  public LawKind kind() {
    return reference.kind();
  }

  /** A duty to keep that beats erasure: law, a least period, read in a source. */
  public boolean beatsErasure() {
    return bound == Bound.MIN && kind() == LawKind.LAW && period.mayBind();
  }

  /**
   * Whether the norm is about any of these words: a vocabulary term ({@code pd:IPAddress}) must be
   * the same, of a name like {@code bill-services} each word is tried.
   */
  public boolean touches(Collection<String> words) {
    Set<String> wanted =
        words.stream()
            .map(w -> w.toLowerCase(Locale.ROOT))
            .flatMap(w -> Arrays.stream((w + " " + w.replaceAll("[-_ ]+", " ")).split(" ", -1)))
            .collect(Collectors.toSet());
    return data.stream().anyMatch(d -> wanted.contains(d.toLowerCase(Locale.ROOT)))
        || purposes.stream().anyMatch(p -> wanted.contains(p.toLowerCase(Locale.ROOT)));
  }
}
