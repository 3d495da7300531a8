package dev.upheld.edge.console.proof;

import dev.upheld.edge.console.view.WorkList.Difference;
import dev.upheld.edge.console.view.WorkList.Differs;
import dev.upheld.edge.console.view.WorkList.Holds;
import dev.upheld.edge.console.view.WorkList.Proposal;
import dev.upheld.probe.Drift;
import dev.upheld.probe.keep.DriftItem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** From drift as it is kept to what the work list shows. */
final class Differences {
  private Differences() {}

  static Differs of(DriftItem item) {
    String table = item.system() + " / " + item.table();
    return new Differs(
        table + item.column().map(c -> "." + c).orElse(""),
        Difference.valueOf(item.kind().name()),
        Holds.valueOf(item.nature().name()),
        item.sentence(),
        item.since(),
        proposal(item.kind()),
        href(item));
  }

  private static Proposal proposal(Drift.Kind kind) {
    return switch (kind) {
      case NEW_TABLE, NEW_COLUMN, CHANGED_CONTENT -> Proposal.DECIDE;
      case GONE_TABLE, GONE_COLUMN, GONE_LINK -> Proposal.TAKE_OUT;
      case NEW_LINK -> Proposal.LINK;
    };
  }

  private static String href(DriftItem item) {
    return "/map/review?system="
        + encoded(item.system())
        + "&table="
        + encoded(item.table())
        + item.column().map(c -> "#column-" + encoded(c)).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
