package dev.upheld.edge.console.review;

import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Link;
import dev.upheld.discover.Yaml;
import dev.upheld.discover.review.Decision;
import dev.upheld.discover.review.MapSheet;
import dev.upheld.discover.review.PlaceSheet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The small forms beside the columns: links, clocks, and tables that are no place. */
final class PartForm {
  private PartForm() {}

  static List<Decision> link(PlaceSheet place, Sent sent) {
    List<String> via = columns(sent.text("via"));
    String to = sent.text("to");
    if (via.isEmpty() || to.isEmpty()) {
      return List.of();
    }
    if (sent.text("act").equals("remove")) {
      return List.of(new Decision.RemoveLink(place.id(), via, to));
    }
    Optional<Link.Kind> kind =
        Stream.of(Link.Kind.values())
            .filter(k -> k.name().toLowerCase(Locale.ROOT).equals(sent.text("kind")))
            .findFirst();
    return kind.<List<Decision>>map(
            k -> List.of(new Decision.AddLink(place.id(), via, to, columns(sent.text("key")), k)))
        .orElse(List.of());
  }

  private static List<String> columns(String text) {
    return Stream.of(text.split(",")).map(String::strip).filter(Yaml::canName).toList();
  }

  static List<Decision> clock(PlaceSheet place, Sent sent) {
    String event = sent.text("event");
    if (event.isEmpty()) {
      return List.of();
    }
    if (sent.text("act").equals("remove")) {
      return List.of(new Decision.RemoveClock(place.id(), event));
    }
    Clock.Reading reading =
        switch (sent.text("reading")) {
          case "seconds" -> Clock.Reading.EPOCH_SECONDS;
          case "millis" -> Clock.Reading.EPOCH_MILLIS;
          default -> Clock.Reading.NATIVE;
        };
    return sent.given("column")
        .filter(Yaml::canName)
        .<List<Decision>>map(c -> List.of(new Decision.SetClock(place.id(), event, c, reading)))
        .orElse(List.of());
  }

  static List<Decision> table(MapSheet sheet, Sent sent) {
    String table = sent.text("table");
    boolean open = sheet.open().containsKey(table);
    if (!open && !sheet.ignored().containsKey(table)) {
      return List.of();
    }
    return switch (sent.text("act")) {
      case "ignore" ->
          List.of(
              new Decision.Ignore(
                  table, sent.given("reason").orElse(sheet.open().getOrDefault(table, ""))));
      case "reconsider" ->
          List.of(
              new Decision.Reconsider(
                  table, "was ignored: " + sheet.ignored().getOrDefault(table, "")));
      case "forget" -> List.of(new Decision.ForgetTable(table));
      default -> List.of();
    };
  }
}
