package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Link.Kind;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.datamap.read.PlaceIndex.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the links of one place. */
final class LinkReader {
  private final PlaceIndex index;
  private final Faults faults;

  LinkReader(PlaceIndex index, Faults faults) {
    this.index = index;
    this.faults = faults;
  }

  /** What a link says, before it is known where it leads. */
  private record Said(List<String> columns, View view) {
    boolean isRemote() {
      return view.spot("to").flatMap(to -> system(to.text())).isPresent();
    }
  }

  /** All sound links within the system, in the order written. */
  List<Link> links(View place) {
    return said(place).stream()
        .filter(said -> !said.isRemote())
        .flatMap(said -> link(said.columns(), said.view()).stream())
        .toList();
  }

  /**
   * All links to other systems, in the order written. Whether they lead anywhere is for {@link
   * Neighbours} to say, once every file has been read; until then a key that is not stated is
   * empty.
   */
  List<RemoteLink> elsewhere(View place) {
    return said(place).stream()
        .filter(Said::isRemote)
        .flatMap(said -> remote(said.columns(), said.view()).stream())
        .toList();
  }

  private static List<Said> said(View place) {
    List<Said> said = new ArrayList<>();
    place.table("links").forEach((column, view) -> said.add(new Said(List.of(column), view)));
    if (place.child("links").isEmpty()) {
      for (View view : place.children("links")) {
        said.add(new Said(view.texts("via"), view));
      }
    }
    return said;
  }

  /** What stands before a slash, unless that is part of a name. */
  private static Optional<String> system(String to) {
    int slash = to.indexOf('/');
    return Optional.of(to.substring(0, Math.max(0, slash)))
        .filter(s -> !s.isEmpty() && s.indexOf('.') < 0 && s.indexOf('"') < 0);
  }

  private static Optional<RemoteLink> remote(List<String> columns, View view) {
    return view.spot("to")
        .map(
            to -> {
              String system = system(to.text()).orElseThrow();
              List<String> parts = Identifiers.parts(to.text().substring(system.length() + 1));
              List<String> key = parts.size() > 1 ? List.of(parts.getLast()) : view.texts("key");
              return new RemoteLink(columns, system, parts.getFirst(), key, kind(view), to.at());
            });
  }

  private Optional<Link> link(List<String> columns, View view) {
    Optional<Spot> to = view.spot("to");
    Optional<Target> target = to.flatMap(this::target);
    if (to.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = Identifiers.parts(to.get().text());
    Optional<List<String>> key =
        parts.size() > 1
            ? Optional.of(List.of(parts.getLast()))
            : PlaceIndex.matching(view, columns, target.get(), faults);
    if (key.isPresent() && key.get().size() != columns.size()) {
      faults.add(
          to.get().at(),
          DataMapCode.BAD_KEY,
          "%d columns point at one.".formatted(columns.size()),
          "Name the place alone, and its columns under key.");
      return Optional.empty();
    }
    return key.map(k -> new Link(columns, target.get().place().orElseThrow(), k, kind(view)));
  }

  private Optional<Target> target(Spot to) {
    String place = Identifiers.parts(to.text()).getFirst();
    Optional<Target> target = index.place(place);
    if (target.isEmpty()) {
      faults.unknown(
          new Spot(place, to.at()), DataMapCode.UNKNOWN_PLACE, "place", index.placeIds());
    }
    return target;
  }

  private static Kind kind(View view) {
    return switch (view.text("kind").orElse("owns")) {
      case "shared" -> Kind.SHARED;
      case "mentions" -> Kind.MENTIONS;
      default -> Kind.OWNS;
    };
  }
}
