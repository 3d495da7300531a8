package dev.upheld.charter.compare;

import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Says differences in plain words, from A's point of view: what B does instead. */
public final class Telling {
  private Telling() {}

  /** {@code kept 12 months instead of 180 days: longer}. */
  public static String say(Point point) {
    return switch (point) {
      case Point.Value v -> say(v);
      case Point.Span s ->
          "%s %s instead of %s%s"
              .formatted(
                  s.about(),
                  s.b(),
                  s.a(),
                  switch (s.order()) {
                    case SHORTER -> ": shorter";
                    case LONGER -> ": longer";
                    case UNCLEAR -> "";
                  });
      case Point.Members m -> say(m);
    };
  }

  /** All points of one difference, in one line. */
  public static String say(Collection<Point> points) {
    return points.stream().map(Telling::say).collect(Collectors.joining("; "));
  }

  private static String say(Point.Value value) {
    if (value.a().isPresent() && value.b().isPresent()) {
      return "%s %s instead of %s".formatted(value.about(), value.b().get(), value.a().get());
    }
    return value.b().isPresent()
        ? "adds: %s %s".formatted(value.about(), value.b().get())
        : "leaves out: %s %s".formatted(value.about(), value.a().orElse(""));
  }

  private static String say(Point.Members members) {
    List<String> parts = new ArrayList<>();
    if (!members.onlyB().isEmpty()) {
      parts.add("adds %s".formatted(String.join(", ", members.onlyB())));
    }
    if (!members.onlyA().isEmpty()) {
      parts.add("leaves out %s".formatted(String.join(", ", members.onlyA())));
    }
    return "%s: %s".formatted(members.about(), String.join("; ", parts));
  }

  /** Articles as lawyers cite them; {@code the promise alone} where there are none. */
  public static String cite(List<LawRef> law) {
    return law.isEmpty()
        ? "the promise alone"
        : law.stream().map(LawRef::citation).collect(Collectors.joining("; "));
  }

  /** The id without the company, which differs between any two charters. */
  public static String name(Promise promise) {
    return promise.id().subject() + "/" + promise.id().statement();
  }

  /** A pair by one name, or by both where they differ. */
  public static String name(Pair pair) {
    String a = name(pair.a());
    String b = name(pair.b());
    return a.equals(b) ? a : a + " (in B " + b + ")";
  }
}
