package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.HoldingRows;
import dev.upheld.engine.RowsAsked;
import dev.upheld.engine.Subject;
import dev.upheld.register.Holds;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps holds from the command line, in the store of this machine. */
public interface HoldKeeper {

  /** Sets one on a person; its id, and where there are rows of that person now. */
  Placed add(Workspace workspace, Subject subject, Holds.New hold);

  /** Sets one on rows; its id, and how many rows it is about now. */
  Placed add(Workspace workspace, RowsAsked rows, Holds.New hold);

  /**
   * A hold that was set.
   *
   * @param now by place
   */
  record Placed(UUID id, List<HoldingRows.Counted> now) {
    public Placed {
      now = List.copyOf(now);
    }
  }

  /**
   * Lifts one.
   *
   * @return whether it was in force
   */
  boolean lift(Workspace workspace, UUID hold);

  /**
   * Those in force.
   *
   * @param subject only this person's; empty for all
   * @param secretToo whether secret ones are told
   */
  List<Holds.Hold> list(Workspace workspace, Optional<Subject> subject, boolean secretToo);

  /**
   * Lifts all holds of a person, secret ones too.
   *
   * @return how many were in force
   */
  int lift(Workspace workspace, Subject subject);
}
