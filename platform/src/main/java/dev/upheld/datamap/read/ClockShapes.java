package dev.upheld.datamap.read;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.datamap.read.NameShapes.column;
import static dev.upheld.datamap.read.NameShapes.columns;
import static dev.upheld.datamap.read.NameShapes.reference;

import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Listing;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shapes;
import java.util.ArrayList;
import java.util.List;

/** Shapes of clocks and conditions, which stand inside each other. */
final class ClockShapes {
  private ClockShapes() {}

  /** A clock as it stands under an event. */
  static Struct clock() {
    List<Field> fields = new ArrayList<>(clockFields());
    fields.add(
        optional(
            "missing",
            Shapes.choice(
                "not-yet", "the event has not happened, nothing is due",
                "unknown", "it happened and nobody knows when: the row cannot be judged"),
            "What it means when there is no value; depends on the event if left out."));
    return clock("clock", fields);
  }

  /** A clock within a clock. */
  private static Struct part() {
    return clock("clock-part", clockFields());
  }

  private static Struct clock(String name, List<Field> fields) {
    return new Struct(
        name,
        "a clock",
        "Where the instant of an event is read.",
        "{max: message.sent_at, via: ticket_id}",
        fields,
        List.of(
            Rule.exactlyOne("column", "max", "min", "of", "latest", "earliest"),
            new Rule.Needs("max", "via"),
            new Rule.Needs("min", "via"),
            new Rule.Needs("of", "via")));
  }

  private static List<Field> clockFields() {
    Shape inner = Shapes.anyOf(column(), new Shape.Ref("clock-part", "a clock", ClockShapes::part));
    return List.of(
        optional("column", column(), "A column of the row itself."),
        optional(
            "max",
            reference("message.sent_at", 2),
            "The latest among rows that point at this one."),
        optional(
            "min",
            reference("message.sent_at", 2),
            "The earliest among rows that point at this one."),
        optional(
            "of", reference("contract.ended_at", 2), "A column of the row this one points at."),
        optional("via", columns(), "The columns that point: there for max and min, here for of."),
        optional(
            "key",
            columns(),
            "The columns they point at, in the same order; the key of the place if left out."),
        optional(
            "as",
            Shapes.choice(
                "native", "a date, a time, or ISO 8601 text",
                "epoch-seconds", "seconds since 1970 in UTC",
                "epoch-millis", "milliseconds since 1970 in UTC"),
            "How the value is to be read; native if left out."),
        optional("else", inner, "What counts where this clock has no value."),
        optional("latest", new Listing(inner, 1, false), "The latest of several clocks."),
        optional("earliest", new Listing(inner, 1, false), "The earliest of several clocks."));
  }

  static Struct condition() {
    Shape inner = new Shape.Ref("condition", "a condition", ClockShapes::condition);
    Shape clock = Shapes.anyOf(column(), new Shape.Ref("clock-part", "a clock", ClockShapes::part));
    return new Struct(
        "condition",
        "a condition",
        "A test on the columns of one row.",
        "{column: verified_at, is: not-null}",
        List.of(
            optional("column", column(), "The column tested."),
            optional(
                "is",
                Shapes.anyOf(
                    Shapes.choice(
                        "not-null", "there is a value",
                        "null", "there is none; write it in quotes",
                        "true", "the column says yes; quotes or none",
                        "false", "the column says no; quotes or none"),
                    Shapes.flag()),
                "What the column must be."),
            optional("in", Shapes.oneOrMore(Shapes.text("closed")), "One of these values."),
            optional("not-in", Shapes.oneOrMore(Shapes.text("open")), "None of these values."),
            optional("all", new Listing(inner, 1, false), "Conditions that must all hold."),
            optional("until", clock, "A clock that lies in the future.")),
        List.of(
            Rule.exactlyOne("is", "in", "not-in", "all", "until"),
            new Rule.Needs("is", "column"),
            new Rule.Needs("in", "column"),
            new Rule.Needs("not-in", "column"),
            Rule.atMostOne("column", "all"),
            Rule.atMostOne("column", "until")));
  }
}
