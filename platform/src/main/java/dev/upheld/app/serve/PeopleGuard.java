package dev.upheld.app.serve;

import dev.upheld.engine.Barring;
import dev.upheld.engine.Guard;
import dev.upheld.register.Bars;
import dev.upheld.register.Holds;
import dev.upheld.register.Marks.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the register has against an erasure, as the engine asks for it. */
public final class PeopleGuard {
  private PeopleGuard() {}

  /** The same for many people at once, as retention asks. */
  public static Barring barring(Bars bars, Holds holds) {
    return new Barring() {
      @Override
      public boolean any() {
        return bars.any();
      }

      @Override
      public Set<String> among(String word, Collection<String> values) {
        return bars.among(word, values);
      }

      @Override
      public List<Holds.Hold> rows() {
        return holds.ofRows();
      }
    };
  }

  /** Restrictions and holds stand against it, of the person and of rows. */
  public static Guard of(Bars bars, Holds holds) {
    return new Guard() {
      @Override
      public Optional<Why> against(Map<String, ? extends Collection<String>> identifiers) {
        return bars.against(identifiers)
            .map(k -> k == Kind.RESTRICTION ? Guard.Why.RESTRICTED : Guard.Why.HELD);
      }

      @Override
      public List<Holds.Hold> rows() {
        return holds.ofRows();
      }
    };
  }
}
