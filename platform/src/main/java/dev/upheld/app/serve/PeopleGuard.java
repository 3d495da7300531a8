package dev.upheld.app.serve;

import dev.upheld.engine.Guard;
import dev.upheld.register.Bars;
import dev.upheld.register.Marks.Kind;

/** What the register has against an erasure, as the engine asks for it. */
public final class PeopleGuard {
  private PeopleGuard() {}

  /** Restrictions and holds stand against it. */
  public static Guard of(Bars bars) {
    return identifiers ->
        bars.against(identifiers)
            .map(k -> k == Kind.RESTRICTION ? Guard.Why.RESTRICTED : Guard.Why.HELD);
  }
}
