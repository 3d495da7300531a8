package dev.upheld.edge.console.map;

import dev.upheld.edge.console.map.Group.Band;
import dev.upheld.edge.console.map.Group.Item;
import dev.upheld.edge.console.map.Group.Kind;
import dev.upheld.edge.console.map.Group.Sample;
import dev.upheld.edge.console.map.Group.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything stands, in pixels. Frames stand in columns with a lane on each side of a column,
 * items under each other in their frame, columns in bands one beneath the other; wires run in the
 * lanes and beneath the frames. So nothing covers a label, however many there are.
 *
 * @param boxes frames, each before its items, and headings
 * @param legend what the kinds of wires mean, at the top; empty for none
 */
public record Picture(
    int width, int height, List<Curve> curves, List<Box> boxes, List<Sample> legend) {
  static final int COLUMN = 262;
  static final int LANE = 44;
  static final int LINE = 28;
  static final int HEAD = 30;
  static final int LEGEND = 34;
  private static final int MARGIN = 8;
  private static final int GAP = 16;
  private static final int PAD = 6;
  private static final int TITLE = 34;

  public Picture {
    curves = List.copyOf(curves);
    boxes = List.copyOf(boxes);
    legend = List.copyOf(legend);
  }

  /** What a box is. */
  enum Part {
    HEADING,
    FRAME,
    ITEM
  }

  /** A frame, whose label stands at its top, an item of one, or the heading of a band. */
  record Box(int x, int y, int width, int height, Part part, Item item) {
    boolean frame() {
      return part == Part.FRAME;
    }
  }

  /**
   * A wire from one side to another; {@code bend} is how far it leaves them.
   *
   * @param wires how many it stands for
   */
  record Curve(
      int fromX, int fromY, int toX, int toY, int fromBend, int toBend, Kind kind, int wires) {}

  /** The groups of each column, from left to right, and the wires between their items. */
  static Picture of(List<List<Group>> columns, List<Wire> wires) {
    return of(List.of(new Band("", columns)), wires, List.of());
  }

  /** Bands from top to bottom, and the wires between their items. */
  static Picture of(List<Band> bands, List<Wire> wires, List<Sample> legend) {
    List<Box> boxes = new ArrayList<>();
    Map<String, Box> items = new HashMap<>();
    int across = bands.stream().mapToInt(b -> b.columns().size()).max().orElse(1);
    int width = 2 * MARGIN + across * (COLUMN + LANE);
    int top = MARGIN + (legend.isEmpty() ? 0 : LEGEND);
    for (Band band : bands) {
      if (!band.title().isEmpty()) {
        Item title = new Item("", band.title(), "", Optional.empty());
        int x = MARGIN + LANE / 2;
        boxes.add(new Box(x, top, width - 2 * x, TITLE, Part.HEADING, title));
        top += TITLE;
      }
      top = band(band, top, boxes, items) + GAP;
    }
    int height = Math.max(top - GAP + MARGIN, MARGIN);
    return new Picture(width, height, curves(wires, items), boxes, legend);
  }

  private static int band(Band band, int top, List<Box> boxes, Map<String, Box> items) {
    int bottom = top;
    for (int column = 0; column < band.columns().size(); column++) {
      int x = MARGIN + LANE / 2 + column * (COLUMN + LANE);
      int y = top;
      for (Group group : band.columns().get(column)) {
        y = frame(group, x, y, boxes, items) + GAP;
      }
      bottom = Math.max(bottom, y - GAP);
    }
    return bottom;
  }

  private static int frame(Group group, int x, int y, List<Box> boxes, Map<String, Box> items) {
    int inner = group.items().isEmpty() ? 0 : group.items().size() * LINE + PAD;
    int height = HEAD + inner;
    boxes.add(new Box(x, y, COLUMN, height, Part.FRAME, group.head()));
    items.put(group.head().key(), new Box(x, y, COLUMN, HEAD, Part.FRAME, group.head()));
    int line = y + HEAD;
    for (Item item : group.items()) {
      Box box = new Box(x + PAD, line, COLUMN - 2 * PAD, LINE, Part.ITEM, item);
      boxes.add(box);
      items.put(item.key(), box);
      line += LINE;
    }
    return y + height;
  }

  private static List<Curve> curves(List<Wire> wires, Map<String, Box> items) {
    Map<Wire, Integer> counted = new LinkedHashMap<>();
    wires.forEach(wire -> counted.merge(wire, 1, Integer::sum));
    List<Curve> curves = new ArrayList<>();
    counted.forEach(
        (wire, n) -> {
          Optional<Box> from = Optional.ofNullable(items.get(wire.from()));
          Optional<Box> to = Optional.ofNullable(items.get(wire.to()));
          if (from.isPresent() && to.isPresent() && !from.equals(to)) {
            curves.add(curve(from.get(), to.get(), wire.kind(), n));
          }
        });
    return curves;
  }

  /** Within a column along its left lane; else from the sides that face each other. */
  private static Curve curve(Box from, Box to, Kind kind, int wires) {
    int fromY = from.y() + LINE / 2;
    int toY = to.y() + LINE / 2;
    if (Math.abs(from.x() - to.x()) <= PAD) {
      return new Curve(from.x(), fromY, to.x(), toY, -LANE / 2, -LANE / 2, kind, wires);
    }
    boolean rightwards = from.x() < to.x();
    int fromX = rightwards ? from.x() + from.width() : from.x();
    int toX = rightwards ? to.x() : to.x() + to.width();
    int bend = rightwards ? LANE : -LANE;
    return new Curve(fromX, fromY, toX, toY, bend, -bend, kind, wires);
  }
}
