package dev.upheld.app.serve;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Guard;
import dev.upheld.register.Bars;
import dev.upheld.register.Marks.Kind;
import java.util.Collection;
import java.util.Set;

/** What the register has against an erasure, as the engine asks for it. */
public final class PeopleGuard {
  private PeopleGuard() {}

  /** The same for many people at once, as retention asks. */
  public static Barring barring(Bars bars) {
    return new Barring() {
      @Override
      public boolean any() {
        return bars.any();
      }

      @Override
      public Set<String> among(String word, Collection<String> values) {
        return bars.among(word, values);
      }
    };
  }

  /** Restrictions and holds stand against it. */
  public static Guard of(Bars bars) {
    return identifiers ->
        bars.against(identifiers)
            .map(k -> k == Kind.RESTRICTION ? Guard.Why.RESTRICTED : Guard.Why.HELD);
  }
}
