package dev.upheld.charter.compare;

import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import java.util.List;

/**
 * One thing in which two charters differ. A promise that differs and rests on another law as well
 * gives two: what it says, and {@link OtherLaw}.
 */
public sealed interface Difference {

  /** The same seen from B. */
  Difference mirrored();

  /** A promise that the other charter does not make in any form. */
  record Only(Side side, Promise promise) implements Difference {
    @Override
    public Only mirrored() {
      return new Only(side.other(), promise);
    }
  }

  /** Both promise it, and B promises more to the people whose data it is. */
  record Stricter(Pair pair, List<Point> points) implements Difference {
    public Stricter {
      points = List.copyOf(points);
    }

    @Override
    public Weaker mirrored() {
      return new Weaker(pair.mirrored(), points.stream().map(Point::mirrored).toList());
    }
  }

  /** Both promise it, and B promises less. */
  record Weaker(Pair pair, List<Point> points) implements Difference {
    public Weaker {
      points = List.copyOf(points);
    }

    @Override
    public Stricter mirrored() {
      return new Stricter(pair.mirrored(), points.stream().map(Point::mirrored).toList());
    }
  }

  /** Both promise it in another way: more here and less there, or nobody can say which is more. */
  record Otherwise(Pair pair, List<Point> points) implements Difference {
    public Otherwise {
      points = List.copyOf(points);
    }

    @Override
    public Otherwise mirrored() {
      return new Otherwise(pair.mirrored(), points.stream().map(Point::mirrored).toList());
    }
  }

  /** Both promise it, and it rests on another law, or on none on one side. */
  record OtherLaw(Pair pair) implements Difference {
    /** What it rests on in A; empty when on the promise alone. */
    public List<LawRef> a() {
      return pair.a().header().law();
    }

    /** What it rests on in B; empty when on the promise alone. */
    public List<LawRef> b() {
      return pair.b().header().law();
    }

    @Override
    public OtherLaw mirrored() {
      return new OtherLaw(pair.mirrored());
    }
  }

  /** An activity that goes by another word, with mostly the same promises. */
  record Renamed(String a, String b) implements Difference {
    @Override
    public Renamed mirrored() {
      return new Renamed(b, a);
    }
  }

  /** A finding that only one charter has. */
  record Noticed(Side side, Finding finding) implements Difference {
    @Override
    public Noticed mirrored() {
      return new Noticed(side.other(), finding);
    }
  }
}
