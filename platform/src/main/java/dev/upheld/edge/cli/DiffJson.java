package dev.upheld.edge.cli;

import dev.upheld.charter.compare.Compared;
import dev.upheld.charter.compare.Comparison;
import dev.upheld.charter.compare.Difference;
import dev.upheld.charter.compare.LawShift;
import dev.upheld.charter.compare.Pair;
import dev.upheld.charter.compare.Point;
import dev.upheld.charter.compare.Side;
import dev.upheld.charter.compare.Telling;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison for programs: every difference, nothing folded. */
final class DiffJson {

  private DiffJson() {}

  static ObjectNode of(Comparison comparison) {
    ObjectNode root = Json.object();
    root.set("a", side(comparison.a()));
    root.set("b", side(comparison.b()));
    root.put("equal", comparison.equal());
    root.put("inBoth", comparison.pairs().size());
    ArrayNode differences = root.putArray("differences");
    comparison.differences().forEach(d -> differences.add(difference(d)));
    return root;
  }

  private static ObjectNode side(Compared side) {
    var company = side.charter().organisation().company();
    ObjectNode node = Json.object();
    node.put("company", company.name());
    node.put("id", company.id());
    node.put("country", company.country());
    ArrayNode laws = node.putArray("law");
    LawShift.laws(side.charter().law()).forEach(laws::add);
    node.put("promises", side.promises().size());
    return node;
  }

  private static ObjectNode difference(Difference difference) {
    ObjectNode node = Json.object();
    switch (difference) {
      case Difference.Only d -> {
        node.put("is", d.side() == Side.A ? "only-in-a" : "only-in-b");
        node.put(letter(d.side()), d.promise().id().toString());
        node.put("kind", d.promise().kind());
        node.put("says", d.promise().header().sentence());
      }
      case Difference.Stricter d -> changed(node, "stricter-in-b", d.pair(), d.points());
      case Difference.Weaker d -> changed(node, "weaker-in-b", d.pair(), d.points());
      case Difference.Otherwise d -> changed(node, "different", d.pair(), d.points());
      case Difference.OtherLaw d -> {
        pair(node, "other-law", d.pair());
        ArrayNode from = node.putArray("lawInA");
        d.a().forEach(l -> from.add(l.citation()));
        ArrayNode to = node.putArray("lawInB");
        d.b().forEach(l -> to.add(l.citation()));
      }
      case Difference.Renamed d ->
          node.put("is", "renamed-activity").put("a", d.a()).put("b", d.b());
      case Difference.Noticed d -> {
        node.put("is", d.side() == Side.A ? "finding-only-in-a" : "finding-only-in-b");
        node.put("code", d.finding().code().code());
        d.finding().activity().ifPresent(a -> node.put("activity", a));
        node.put("says", d.finding().sentence());
      }
    }
    return node;
  }

  private static String letter(Side side) {
    return side.name().toLowerCase(Locale.ROOT);
  }

  private static void pair(ObjectNode node, String is, Pair pair) {
    node.put("is", is);
    node.put("a", pair.a().id().toString());
    node.put("b", pair.b().id().toString());
    node.put("kind", pair.a().kind());
  }

  private static void changed(ObjectNode node, String is, Pair pair, List<Point> points) {
    pair(node, is, pair);
    node.put("says", Telling.say(points));
    ArrayNode list = node.putArray("points");
    points.forEach(p -> list.add(point(p)));
  }

  private static ObjectNode point(Point point) {
    ObjectNode node = Json.object();
    node.put("about", point.about());
    node.put("turn", point.turn().name().toLowerCase(Locale.ROOT));
    switch (point) {
      case Point.Value v -> {
        v.a().ifPresent(a -> node.put("a", a));
        v.b().ifPresent(b -> node.put("b", b));
      }
      case Point.Span s ->
          node.put("a", s.a())
              .put("b", s.b())
              .put("order", s.order().name().toLowerCase(Locale.ROOT));
      case Point.Members m -> {
        words(node.putArray("onlyInA"), m.onlyA());
        words(node.putArray("onlyInB"), m.onlyB());
      }
    }
    return node;
  }

  private static void words(ArrayNode array, Set<String> words) {
    words.forEach(array::add);
  }
}
