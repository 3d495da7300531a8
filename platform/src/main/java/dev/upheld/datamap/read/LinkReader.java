package dev.upheld.datamap.read;

import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Link.Kind;
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

  /** All sound links, in the order written. */
  List<Link> links(View place) {
    List<Link> links = new ArrayList<>();
    place
        .table("links")
        .forEach((column, view) -> link(List.of(column), view).ifPresent(links::add));
    if (place.child("links").isEmpty()) {
      for (View view : place.children("links")) {
        link(view.texts("via"), view).ifPresent(links::add);
      }
    }
    return links;
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
