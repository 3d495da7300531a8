package dev.upheld.app.serve;

import dev.upheld.crypto.SigningKeys;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.DeskWork;
import dev.upheld.duty.retention.Retaining;
import dev.upheld.edge.console.retention.RetentionDoor;
import dev.upheld.engine.Pace;
import dev.upheld.store.StoreHome;
import java.util.List;

/** What people see and steer of retention. */
final class RetentionModule implements Module {
  private final List<Object> controllers;

  RetentionModule(Foundation on, ProofModule proof) {
    Retaining retaining =
        RetentionWork.retaining(
            new Retaining.Books(on.store(), on.journal()), Wiring.fingerprints(on), on.clock());
    Desk desk = new Desk(retaining, on.store(), on.journal(), on.clock());
    DeskWork work =
        new DeskWork(
            new DeskWork.Parts(
                desk,
                retaining,
                on.jobs(),
                proof::workspace,
                Pace.Way.usual(RetentionWork::rest),
                on.clock()));
    SigningKeys signing = Wiring.signing(StoreHome.of(on.env()));
    controllers = List.of(new RetentionDoor(work, signing, on.access()));
  }

  @Override
  public List<Object> controllers() {
    return controllers;
  }
}
