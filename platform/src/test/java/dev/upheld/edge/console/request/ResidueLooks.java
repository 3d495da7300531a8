package dev.upheld.edge.console.request;

import dev.upheld.edge.console.view.ResiduePage;
import dev.upheld.edge.console.view.ResiduePage.Run;
import dev.upheld.edge.console.view.View;
import dev.upheld.engine.residue.Finding;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.engine.residue.SystemResidue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches for erased people as their page can look. */
final class ResidueLooks {
  private static final Instant NIGHT = Instant.parse("2026-11-22T00:30:00Z");

  private ResidueLooks() {}

  /** By name. */
  static Map<String, View> all() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("residue-none", new ResiduePage(List.of(), Optional.empty(), ""));
    views.put("residue-left", page(report(2, true)));
    views.put("residue-unseen", page(report(0, true)));
    views.put("residue-clear", page(report(0, false)));
    return views;
  }

  private static ResiduePage page(ResidueReport report) {
    return new ResiduePage(
        List.of(
            run(0, report.left(), report.isWhole(), true),
            run(1, 1, true, false),
            run(2, 0, true, false)),
        Optional.of(report),
        "/residue/receipt?began=" + NIGHT);
  }

  private static Run run(int days, long left, boolean whole, boolean here) {
    Instant began = NIGHT.minus(Duration.ofDays(days));
    return new Run(began, began.plusSeconds(740), left, whole, "/residue?began=" + began, here);
  }

  private static ResidueReport report(long left, boolean blind) {
    return new ResidueReport(
        NIGHT,
        NIGHT.plusSeconds(740),
        1_284,
        Optional.of(LocalDate.of(2027, 2, 18)),
        List.of(
            new SystemResidue(
                "eu-main",
                214,
                1_930,
                48_201_554,
                blind
                    ? List.of("public.campaign_export: the account may not read recipients")
                    : List.of(),
                List.of(),
                left == 0 ? List.of() : findings(left)),
            new SystemResidue("us-main", 198, 1_804, 9_120_310, List.of(), List.of(), List.of()),
            new SystemResidue(
                "hosted",
                0,
                0,
                0,
                List.of(),
                List.of("holds what customers are responsible for: theirs to erase, not searched"),
                List.of())));
  }

  private static List<Finding> findings(long left) {
    return List.of(
        new Finding(
            "public.invoice",
            "billing_name",
            0,
            41,
            Optional.of(LocalDate.of(2034, 12, 31)),
            List.of("Code de commerce Art. L123-22 (accounting records)"),
            0,
            0),
        new Finding("public.account", "email", 0, 0, Optional.empty(), List.of(), 3, 1),
        new Finding("public.campaign_log", "line", left, 0, Optional.empty(), List.of(), 0, 0));
  }
}
