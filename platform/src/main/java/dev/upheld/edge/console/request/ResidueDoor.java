package dev.upheld.edge.console.request;

import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.edge.console.view.ResiduePage;
import dev.upheld.edge.console.view.ResiduePage.Run;
import dev.upheld.engine.residue.ResidueReport;
import dev.upheld.register.ResiduePasses;
import dev.upheld.register.ResiduePasses.Ended;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * What is left of people who were erased, as the nightly searches saw it. Open to whoever sees
 * promises: it holds figures and places, and nobody's data.
 */
@Controller
public final class ResidueDoor {
  private static final String HERE = "/residue";
  private static final int SHOWN = 30;

  private final ResiduePasses passes;

  public ResidueDoor(ResiduePasses passes) {
    this.passes = passes;
  }

  /** The newest search, or the one that began then. */
  @GetMapping(HERE)
  @Needs(Permission.PROMISES_READ)
  public ResiduePage page(@Nullable String began) {
    List<Ended> last = passes.last(SHOWN);
    Optional<Ended> chosen = chosen(last, began);
    return new ResiduePage(
        last.stream().map(run -> run(run, chosen)).toList(),
        chosen.map(run -> ResidueReport.kept(run.report())),
        chosen.map(run -> HERE + "/receipt?began=" + run.began()).orElse(""));
  }

  private static Optional<Ended> chosen(List<Ended> last, @Nullable String began) {
    if (began == null || began.isBlank()) {
      return last.stream().findFirst();
    }
    return Optional.of(
        last.stream()
            .filter(run -> run.began().toString().equals(began))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
  }

  private static Run run(Ended run, Optional<Ended> chosen) {
    return new Run(
        run.began(),
        run.ended(),
        run.found(),
        ResidueReport.kept(run.report()).isWhole(),
        HERE + "?began=" + run.began(),
        chosen.filter(run::equals).isPresent());
  }

  /** The signed receipt of a search, as it was signed then. */
  @GetMapping(HERE + "/receipt")
  @Needs(Permission.PROMISES_READ)
  public ResponseEntity<String> receipt(@Nullable String began) {
    Ended run =
        chosen(passes.last(SHOWN), began)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"residue-receipt.json\"")
        .header(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .body(run.receipt() + "\n");
  }
}
