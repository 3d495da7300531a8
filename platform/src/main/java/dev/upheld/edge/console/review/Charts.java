package dev.upheld.edge.console.review;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.discover.Yaml;
import dev.upheld.discover.review.ColumnLine;
import dev.upheld.discover.review.Glimpse;
import dev.upheld.discover.review.MapSheet;
import dev.upheld.discover.review.PlaceSheet;
import dev.upheld.discover.review.ReviewWords;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.edge.console.view.ReviewPage;
import dev.upheld.edge.console.view.ReviewTable;
import dev.upheld.kernel.Problem;
import dev.upheld.probe.keep.DriftItem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From a data map under review to what its pages show. */
final class Charts {
  private static final int MOST_NEW = 50;

  private final Workspace workspace;
  private final Charter charter;

  Charts(Workspace workspace) {
    this.workspace = workspace;
    this.charter = workspace.charter();
  }

  ReviewPage.Chart chart(MapSheet sheet) {
    return new ReviewPage.Chart(
        sheet.system(),
        sheet.digest(),
        sheet.places().stream().map(this::row).toList(),
        open(sheet.open()),
        open(sheet.ignored()),
        sheet.places().stream().mapToInt(p -> p.certain().size()).sum(),
        sheet.harmless().size(),
        sheet.faults().stream().map(Problem::toString).toList());
  }

  private static List<ReviewPage.Open> open(Map<String, String> tables) {
    return tables.entrySet().stream()
        .map(e -> new ReviewPage.Open(e.getKey(), e.getValue()))
        .toList();
  }

  private ReviewPage.Row row(PlaceSheet place) {
    return new ReviewPage.Row(
        place.id(),
        place.table(),
        place.proposed(),
        place.place().activities().stream().map(this::title).collect(Collectors.joining(", ")),
        place.place().fields().size(),
        place.open(),
        place.place().technical().size());
  }

  private String title(String activity) {
    return Optional.ofNullable(charter.activities().get(activity))
        .map(Activity::title)
        .orElse(activity);
  }

  /** The columns of one part of a table. */
  static List<ColumnLine> part(PlaceSheet place, int from) {
    return place.columns().stream().skip(from).limit(ReviewTable.MOST).toList();
  }

  /**
   * @param shown to whom, and what a form held that was not accepted, or nothing
   */
  ReviewTable table(MapSheet sheet, PlaceSheet place, Glimpse glimpse, Shown shown) {
    List<ColumnLine> part = part(place, shown.from());
    int more = Math.max(0, place.columns().size() - shown.from() - part.size());
    return new ReviewTable(
        where(sheet, place),
        activity(place, shown.sent()),
        Stream.concat(
                part.stream().map(c -> column(c, glimpse, shown.sent())),
                unnamed(place, glimpse).stream().map(c -> fresh(c, glimpse, shown.sent())))
            .toList(),
        new ReviewTable.Rest(more, shown.from() + part.size()),
        glimpse.state(),
        links(place),
        clocks(place),
        words(sheet, place),
        shown.differs(),
        shown.fault(),
        shown.may());
  }

  /**
   * How a table is shown: to whom, from which column on, after what went wrong.
   *
   * @param differs where the database is not what the map says, in sentences
   */
  record Shown(int from, Sent sent, List<String> differs, String fault, boolean may) {
    Shown(int from, Sent sent, String fault, boolean may) {
      this(from, sent, List.of(), fault, may);
    }

    Shown with(List<String> differences) {
      return new Shown(from, sent, differences, fault, may);
    }
  }

  /** What the last measurement said of one table. */
  static List<String> differences(List<DriftItem> drift, String system, PlaceSheet place) {
    return drift.stream()
        .filter(item -> item.system().equals(system) && isOf(place, item.table()))
        .map(DriftItem::sentence)
        .toList();
  }

  /** Whether a place is of a table, by whichever name. */
  static boolean isOf(PlaceSheet place, String table) {
    return place.table().equals(table) || place.place().table().toString().equals(table);
  }

  private static ReviewTable.Where where(MapSheet sheet, PlaceSheet place) {
    List<PlaceSheet> all = sheet.places();
    int at = all.indexOf(place);
    Optional<String> waiting =
        Stream.concat(all.stream().skip(at + 1), all.stream().limit(at))
            .filter(PlaceSheet::waits)
            .map(PlaceSheet::id)
            .findFirst();
    return new ReviewTable.Where(
        sheet.system(),
        sheet.digest(),
        place.id(),
        place.table(),
        place.proposed(),
        place.certain().size(),
        at + 1,
        all.size(),
        at > 0 ? Optional.of(all.get(at - 1).id()) : Optional.empty(),
        at + 1 < all.size() ? Optional.of(all.get(at + 1).id()) : Optional.empty(),
        waiting);
  }

  private ReviewTable.Activity activity(PlaceSheet sheet, Sent sent) {
    Place place = sheet.place();
    String said = String.join(",", place.activities());
    List<Choice> choices = new ArrayList<>();
    if (place.activities().size() > 1) {
      choices.add(
          new Choice(
              said,
              place.activities().stream().map(this::title).collect(Collectors.joining(", "))));
    }
    charter.activities().values().stream()
        .map(a -> new Choice(a.id(), a.title()))
        .sorted(Comparator.comparing(Choice::label))
        .forEach(choices::add);
    Optional<Map.Entry<String, String>> subject = place.subjects().entrySet().stream().findFirst();
    return new ReviewTable.Activity(
        sent.given("activity").orElse(said),
        choices,
        sheet.activity(),
        sheet.activityConfidence().map(Charts::percent),
        sent.has("group") ? sent.text("group") : subject.map(Map.Entry::getKey).orElse(""),
        sent.has("person") ? sent.text("person") : subject.map(Map.Entry::getValue).orElse(""),
        charter.words().subjects().entrySet().stream()
            .map(e -> new Choice(e.getKey(), e.getValue().title().orElse(e.getKey())))
            .toList(),
        place.subjects().size() > 1);
  }

  private static int percent(double confidence) {
    return (int) Math.round(confidence * 100);
  }

  private static ReviewTable.Column column(ColumnLine column, Glimpse glimpse, Sent sent) {
    Optional<Glimpse.Seen> seen = Optional.ofNullable(glimpse.columns().get(column.name()));
    boolean gone = !glimpse.columns().isEmpty() && !glimpse.columns().containsKey(column.column());
    return new ReviewTable.Column(
        column.name(),
        seen.map(Glimpse.Seen::type).orElse(""),
        column.standing(),
        ColumnForm.chosen(column),
        sent.given("as." + column.name()).orElse(ColumnForm.chosen(column)),
        sent.has("end." + column.name())
            ? sent.text("end." + column.name())
            : column.end().map(EndAction::id).orElse(""),
        column.reason(),
        column.confidence().map(Charts::percent),
        column.isCertain(),
        column.looksTechnical() ? List.of(ColumnForm.TECHNICAL) : column.suggested(),
        gone,
        seen.map(Glimpse.Seen::looked).orElse(false),
        seen.map(Glimpse.Seen::shapes).orElse(List.of()));
  }

  /** A column of the system that the map does not speak of. */
  private static ReviewTable.Column fresh(String column, Glimpse glimpse, Sent sent) {
    Optional<Glimpse.Seen> seen = Optional.ofNullable(glimpse.columns().get(column));
    return new ReviewTable.Column(
        column,
        seen.map(Glimpse.Seen::type).orElse(""),
        ColumnLine.Standing.USED,
        ColumnForm.NEW,
        sent.given("as." + column).orElse(ColumnForm.NEW),
        sent.text("end." + column),
        "",
        Optional.empty(),
        false,
        List.of(),
        false,
        seen.map(Glimpse.Seen::looked).orElse(false),
        seen.map(Glimpse.Seen::shapes).orElse(List.of()));
  }

  /** As many as fit into the form beside those of the map. */
  private static List<String> unnamed(PlaceSheet place, Glimpse glimpse) {
    Set<String> named =
        place.columns().stream().map(ColumnLine::column).collect(Collectors.toSet());
    return glimpse.columns().keySet().stream()
        .filter(c -> !named.contains(c) && Yaml.canName(c))
        .limit(MOST_NEW)
        .toList();
  }

  private static List<ReviewTable.Link> links(PlaceSheet place) {
    return place.place().links().stream()
        .map(
            l -> {
              String via = String.join(",", l.columns());
              return new ReviewTable.Link(
                  via,
                  l.place(),
                  String.join(",", l.key()),
                  l.kind().name().toLowerCase(Locale.ROOT),
                  place.reasons().getOrDefault(via, ""));
            })
        .toList();
  }

  private static List<ReviewTable.Clock> clocks(PlaceSheet place) {
    return place.place().clocks().values().stream()
        .map(
            b ->
                new ReviewTable.Clock(
                    b.event(), where(b.clock()), place.reasons().getOrDefault(b.event(), "")))
        .toList();
  }

  private static String where(Clock clock) {
    return switch (clock) {
      case Clock.Column column -> column.column();
      case Clock.Linked linked -> linked.table() + "." + linked.column();
      case Clock.Parent parent -> parent.table() + "." + parent.column();
      case Clock.Latest latest -> where(latest.of());
      case Clock.Earliest earliest -> where(earliest.of());
      case Clock.FirstKnown first -> where(first.of());
    };
  }

  private static String where(List<Clock> clocks) {
    return clocks.stream().map(Charts::where).collect(Collectors.joining(", "));
  }

  private ReviewTable.Words words(MapSheet sheet, PlaceSheet place) {
    List<Choice> data =
        charter.words().vocabulary().entrySet().stream()
            .map(e -> new Choice(e.getKey(), e.getValue().title().orElse(e.getKey())))
            .sorted(Comparator.comparing(Choice::label))
            .toList();
    return new ReviewTable.Words(
        data,
        Stream.of(EndAction.values()).map(EndAction::id).toList(),
        sheet.places().stream().map(PlaceSheet::id).filter(id -> !id.equals(place.id())).toList(),
        ReviewWords.events(workspace));
  }
}
