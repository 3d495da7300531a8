package dev.upheld.edge.cli;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Subject;
import dev.upheld.register.Holds;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps holds from the command line, in the store of this machine. */
public interface HoldKeeper {

  /** Sets one; its id. */
  UUID add(Workspace workspace, Subject subject, Holds.New hold);

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
