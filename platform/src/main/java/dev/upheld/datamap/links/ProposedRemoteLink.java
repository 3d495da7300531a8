package dev.upheld.datamap.links;

import dev.upheld.datamap.Link;
import java.util.List;

/**
 * A column here and a column of another system probably name the same people.
 *
 * @param confidence from 0 to 1
 * @param reasons why, in words, the weightiest first; never a value from a database
 */
public record ProposedRemoteLink(
    IdentityColumn from,
    String system,
    IdentityColumn to,
    Link.Kind kind,
    double confidence,
    List<String> reasons) {
  public ProposedRemoteLink {
    reasons = List.copyOf(reasons);
  }
}
