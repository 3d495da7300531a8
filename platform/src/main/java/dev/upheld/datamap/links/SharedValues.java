package dev.upheld.datamap.links;

import java.util.Optional;

/** What two columns of different systems have in common, as far as it can be told. */
@FunctionalInterface
public interface SharedValues {

  /** Nothing is known of any values. */
  SharedValues UNKNOWN = (here, there) -> Optional.empty();

  /**
   * What was seen.
   *
   * @param share of the distinct values of the smaller one that are in the other, from 0 to 1
   * @param compared how many that was measured by
   * @param common how many of those are in both
   * @param small whether most of the common ones are small whole numbers, which are everywhere
   */
  record Seen(double share, long compared, long common, boolean small) {}

  /** Empty where they cannot be compared, or are too few to conclude anything. */
  Optional<Seen> of(IdentityColumn here, IdentityColumn there);
}
