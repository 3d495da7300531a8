package dev.upheld.app.serve;

import dev.upheld.access.Identity;
import dev.upheld.charter.model.Charter;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.review.Adoption;
import dev.upheld.discover.review.Disclosure;
import dev.upheld.discover.review.Glimpses;
import dev.upheld.discover.review.Review;
import dev.upheld.duty.request.Requests;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.duty.retention.Reviewing;
import dev.upheld.edge.api.ActsApi;
import dev.upheld.edge.api.ApiFaults;
import dev.upheld.edge.api.DocumentApi;
import dev.upheld.edge.api.JournalApi;
import dev.upheld.edge.api.PeopleApi;
import dev.upheld.edge.api.ProofApi;
import dev.upheld.edge.cli.BuildVersion;
import dev.upheld.edge.console.proof.ActsDoor;
import dev.upheld.edge.console.proof.CoverageDoor;
import dev.upheld.edge.console.proof.JournalDoor;
import dev.upheld.edge.console.proof.MapDoor;
import dev.upheld.edge.console.proof.ProofDoor;
import dev.upheld.edge.console.review.ReviewDoor;
import dev.upheld.edge.console.review.ValuesDoor;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.kernel.Progress;
import dev.upheld.probe.ProveReport;
import dev.upheld.probe.board.Board;
import dev.upheld.store.StoreHome;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Proof, shown to people and open to programs; measured, watched and told meanwhile. */
final class ProofModule implements Module {
  private final Proofs proofs;
  private final ProofDoor pages;
  private final List<Object> controllers;

  ProofModule(Foundation on, Console console) {
    proofs = new Proofs(on);
    Board board = proofs.board();
    ZoneId zone = on.workspace().zone();
    Reviewing reviewing = proofs.retaining().reviewing();
    pages =
        new ProofDoor(
            board,
            on.access(),
            new ProofDoor.Waiting(
                proofs.requests(), Wiring.holds(on), () -> dated(reviewing, proofs.workspace())),
            on.clock());
    Sealing sealing =
        new Sealing(on.journal(), on.seals(), Wiring.signing(StoreHome.of(on.env())), on.clock());
    Glimpses glimpses = new Glimpses();
    Review review = review(on, glimpses);
    Adoption adoption = new Adoption(review, proofs::workspace, glimpses, on.clock());
    Disclosure disclosure =
        new Disclosure(proofs::workspace, on.store(), on.journal(), glimpses, on.clock());
    controllers =
        List.of(
            pages,
            new CoverageDoor(board),
            new MapDoor(proofs::workspace, board, console.cookies()),
            new ReviewDoor(review, adoption, board, proofs::workspace, on.access()),
            new ValuesDoor(review, disclosure, on.access()),
            new ActsDoor(board, on.access(), pages, zone),
            new JournalDoor(on.journal(), sealing, on.access()),
            new ProofApi(board, on.journal(), on.access()),
            new PeopleApi(on.access()),
            new JournalApi(sealing::export),
            new ActsApi(board, on.access(), zone),
            new ApiFaults(),
            new DocumentApi(new BuildVersion().getVersion()[0]));
  }

  private static WorkList.Dated dated(Reviewing reviewing, Workspace workspace) {
    return new WorkList.Dated(reviewing.soon(workspace), reviewing.today(workspace));
  }

  private Review review(Foundation on, Glimpses glimpses) {
    return new Review(proofs::workspace, on.store(), on.journal(), glimpses, proofs::changed);
  }

  /** Requests of people. */
  Requests requests() {
    return proofs.requests();
  }

  /** What ends rows when their time is over. */
  Retaining retaining() {
    return proofs.retaining();
  }

  /** How that stands and is steered. */
  Desk desk() {
    return proofs.desk();
  }

  /** The workspace, as it was last read without faults. */
  Workspace workspace() {
    return proofs.workspace();
  }

  /** What is promised, as it was last read without faults. */
  Charter charter() {
    return proofs.workspace().charter();
  }

  @Override
  public List<Object> controllers() {
    return controllers;
  }

  @Override
  public int waiting(Identity identity) {
    return pages.waiting();
  }

  @Override
  public void start() {
    proofs.start();
  }

  @Override
  public Optional<ProveReport> prove(Progress progress) {
    return Optional.of(proofs.prove(progress));
  }

  @Override
  public void close() {
    proofs.close();
  }
}
