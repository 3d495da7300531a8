package dev.upheld.edge.console.review;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.Place;
import dev.upheld.discover.Yaml;
import dev.upheld.discover.review.ColumnLine;
import dev.upheld.discover.review.ColumnLine.Standing;
import dev.upheld.discover.review.Decision;
import dev.upheld.discover.review.PlaceSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** From the form of a table to the decisions in it: only what differs from the map is one. */
final class ColumnForm {
  static final String TECHNICAL = "=technical";
  static final String UNDECIDED = "=undecided";
  static final String GONE = "=gone";
  static final String NEW = "=new";

  private final PlaceSheet sheet;
  private final Sent sent;
  private final List<Decision> decisions = new ArrayList<>();

  ColumnForm(PlaceSheet sheet, Sent sent) {
    this.sheet = sheet;
    this.sent = sent;
  }

  /** How a form says what the map says of a column. */
  static String chosen(ColumnLine column) {
    return switch (column.standing()) {
      case FIELD -> column.word().orElse(UNDECIDED);
      case TECHNICAL -> TECHNICAL;
      case UNDECIDED, USED -> UNDECIDED;
    };
  }

  List<Decision> decisions() {
    activity();
    subject();
    sheet.columns().forEach(this::column);
    fresh();
    if (sent.text("then").equals("accept") && sheet.proposed()) {
      decisions.add(new Decision.Accept(sheet.id()));
    }
    return decisions;
  }

  private void activity() {
    String before = String.join(",", sheet.place().activities());
    sent.given("activity")
        .filter(chosen -> !chosen.equals(before))
        .ifPresent(
            chosen ->
                decisions.add(new Decision.SetActivity(sheet.id(), List.of(chosen.split(",")))));
  }

  private void subject() {
    Place place = sheet.place();
    if (!sent.has("group") || place.subjects().size() > 1) {
      return;
    }
    Optional<String> before = place.subjects().keySet().stream().findFirst();
    Optional<String> group = sent.given("group");
    Optional<String> person = sent.given("person");
    boolean same =
        before.equals(group)
            && group
                .map(g -> Optional.ofNullable(place.subjects().get(g)).equals(person))
                .orElse(true);
    if (same || (group.isPresent() && person.isEmpty())) {
      return;
    }
    before
        .filter(b -> !group.equals(Optional.of(b)))
        .ifPresent(b -> decisions.add(new Decision.SetSubject(sheet.id(), b, Optional.empty())));
    group.ifPresent(g -> decisions.add(new Decision.SetSubject(sheet.id(), g, person)));
  }

  private void column(ColumnLine column) {
    if (!sent.has("as." + column.name())) {
      return;
    }
    String chosen = sent.text("as." + column.name());
    Optional<EndAction> end =
        sent.has("end." + column.name()) ? end(sent.text("end." + column.name())) : column.end();
    boolean word = !chosen.startsWith("=");
    boolean same = chosen.equals(chosen(column)) && (!word || end.equals(column.end()));
    if (same || chosen.isEmpty()) {
      return;
    }
    decisions.add(
        switch (chosen) {
          case TECHNICAL -> new Decision.MakeTechnical(sheet.id(), column.name());
          case UNDECIDED -> new Decision.LeaveUndecided(sheet.id(), column.name(), thought(column));
          case GONE -> new Decision.ForgetColumn(sheet.id(), column.name());
          default -> new Decision.SetField(sheet.id(), column.name(), chosen, end);
        });
  }

  /** Columns of the system that the map does not speak of yet. */
  private void fresh() {
    Set<String> named = sheet.columns().stream().map(ColumnLine::name).collect(Collectors.toSet());
    for (String field : sent.fields().keySet()) {
      String column = field.startsWith("as.") ? field.substring(3) : "";
      if (Yaml.canName(column) && !named.contains(column)) {
        fresh(column, sent.text(field));
      }
    }
  }

  private void fresh(String column, String chosen) {
    switch (chosen) {
      case NEW, GONE, "" -> {}
      case TECHNICAL -> decisions.add(new Decision.MakeTechnical(sheet.id(), column));
      case UNDECIDED ->
          decisions.add(
              new Decision.LeaveUndecided(sheet.id(), column, "new; left open in the review"));
      default ->
          decisions.add(
              new Decision.SetField(sheet.id(), column, chosen, end(sent.text("end." + column))));
    }
  }

  /** What stays known of a column that is decided on no more. */
  private static String thought(ColumnLine column) {
    String was =
        column.standing() == Standing.TECHNICAL
            ? "was technical"
            : "was " + column.word().orElse("used");
    String why = column.reason().isEmpty() ? "" : ": " + column.reason();
    return "left open in the review; " + was + why;
  }

  private static Optional<EndAction> end(String word) {
    return Stream.of(EndAction.values()).filter(a -> a.id().equals(word)).findFirst();
  }
}
