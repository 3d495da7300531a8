package dev.upheld.edge.console.map;

import dev.upheld.edge.console.map.Group.Item;
import dev.upheld.edge.console.map.Group.Wire;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything stands, in pixels. Frames stand in columns with a lane on each side of a column,
 * items under each other in their frame; wires run in the lanes and beneath the frames. So nothing
 * covers a label, however many there are.
 *
 * @param boxes frames, each before its items
 */
public record Picture(int width, int height, List<Curve> curves, List<Box> boxes) {
  static final int COLUMN = 262;
  static final int LANE = 44;
  static final int LINE = 28;
  private static final int MARGIN = 8;
  private static final int HEAD = 30;
  private static final int GAP = 16;
  private static final int PAD = 6;

  public Picture {
    curves = List.copyOf(curves);
    boxes = List.copyOf(boxes);
  }

  /**
   * A frame or an item.
   *
   * @param frame whether it is a frame, whose label stands at its top
   * @param item what an item says; a frame has its title only
   */
  record Box(int x, int y, int width, int height, boolean frame, Item item) {}

  /** A wire from one side to another; {@code bend} is how far it leaves them. */
  record Curve(int fromX, int fromY, int toX, int toY, int fromBend, int toBend) {}

  /** The groups of each column, from left to right, and the wires between their items. */
  static Picture of(List<List<Group>> columns, List<Wire> wires) {
    List<Box> boxes = new ArrayList<>();
    Map<String, Box> items = new HashMap<>();
    int height = 0;
    for (int column = 0; column < columns.size(); column++) {
      int x = MARGIN + LANE / 2 + column * (COLUMN + LANE);
      int y = MARGIN;
      for (Group group : columns.get(column)) {
        y = frame(group, x, y, boxes, items) + GAP;
      }
      height = Math.max(height, y - GAP + MARGIN);
    }
    int width = 2 * MARGIN + columns.size() * (COLUMN + LANE);
    return new Picture(width, Math.max(height, MARGIN), curves(wires, items), boxes);
  }

  private static int frame(Group group, int x, int y, List<Box> boxes, Map<String, Box> items) {
    int height = HEAD + group.items().size() * LINE + PAD;
    Item title = new Item("", group.title(), "", Optional.empty());
    boxes.add(new Box(x, y, COLUMN, height, true, title));
    int line = y + HEAD;
    for (Item item : group.items()) {
      Box box = new Box(x + PAD, line, COLUMN - 2 * PAD, LINE, false, item);
      boxes.add(box);
      items.put(item.key(), box);
      line += LINE;
    }
    return y + height;
  }

  private static List<Curve> curves(List<Wire> wires, Map<String, Box> items) {
    List<Curve> curves = new ArrayList<>();
    for (Wire wire : new LinkedHashMap<Wire, Wire>(unique(wires)).keySet()) {
      Box from = items.get(wire.from());
      Box to = items.get(wire.to());
      if (from != null && to != null && !from.equals(to)) {
        curves.add(curve(from, to));
      }
    }
    return curves;
  }

  private static Map<Wire, Wire> unique(List<Wire> wires) {
    Map<Wire, Wire> unique = new LinkedHashMap<>();
    wires.forEach(w -> unique.put(w, w));
    return unique;
  }

  /** Within a column along its left lane; else from the sides that face each other. */
  private static Curve curve(Box from, Box to) {
    int fromY = from.y() + LINE / 2;
    int toY = to.y() + LINE / 2;
    if (from.x() == to.x()) {
      return new Curve(from.x(), fromY, to.x(), toY, -LANE / 2, -LANE / 2);
    }
    boolean rightwards = from.x() < to.x();
    int fromX = rightwards ? from.x() + from.width() : from.x();
    int toX = rightwards ? to.x() : to.x() + to.width();
    int bend = rightwards ? LANE : -LANE;
    return new Curve(fromX, fromY, toX, toY, bend, -bend);
  }
}
