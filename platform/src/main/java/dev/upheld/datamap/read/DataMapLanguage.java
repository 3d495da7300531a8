package dev.upheld.datamap.read;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape;
import dev.upheld.charter.shape.Shape.Choice;
import dev.upheld.charter.shape.Shape.Listing;
import dev.upheld.charter.shape.Shape.Literal;
import dev.upheld.charter.shape.Shape.Struct;
import dev.upheld.charter.shape.Shapes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** The shape of {@code datamap/<system>.yaml}. */
public final class DataMapLanguage {

  private DataMapLanguage() {}

  /** The whole file. */
  public static Struct dataMap() {
    return new Struct(
        "data-map",
        "a data map",
        "What lies where in one system.",
        "{system: shop-db, places: {ticket: {activity: support}}}",
        List.of(
            required(
                "system",
                Shapes.word("shop-db"),
                "The system's word in systems.yaml; also the" + " name of this file."),
            optional(
                "places",
                Shapes.tableOf(
                    Literal.of(
                        "a word of letters, digits, hyphens and underscores",
                        "ticket",
                        "[A-Za-z_][A-Za-z0-9_-]*"),
                    place()),
                "Each table that holds personal data, by a word of your choice."),
            optional(
                "ignore",
                Shapes.tableOf(table(), Shapes.text("no personal data: country codes")),
                "Tables known to hold no personal data, each with the reason.")),
        List.of());
  }

  private static Struct place() {
    List<Field> fields = new ArrayList<>(placeMeaning());
    fields.addAll(placeContent());
    return new Struct(
        "place",
        "a place",
        "One table and what its rows mean.",
        "{activity: support, subject: {customers: customer_id}, clocks: {closed: closed_at}}",
        fields,
        List.of());
  }

  private static List<Field> placeMeaning() {
    return List.of(
        optional(
            "table",
            table(),
            "The table, with its schema where that is not the default; the place's own word if"
                + " left out."),
        required(
            "activity",
            Shapes.oneOrMore(Shapes.word("support")),
            "The activity whose data it holds, or several."),
        optional("stage", Shapes.word("archive"), "The retention stage its rows are in."),
        optional("key", columns(), "The columns that name a row; id if left out and mapped."),
        optional(
            "subject",
            Shapes.tableOf(Shapes.word("customers"), column()),
            "The column that names the person, by group of people."),
        optional(
            "residence",
            Shapes.tableOf(Shapes.word("customers"), column()),
            "The column that holds the country the person resides in."),
        optional(
            "clocks",
            Shapes.tableOf(Shapes.word("closed"), Shapes.anyOf(column(), clock())),
            "When each event happened to a row."),
        optional(
            "links",
            Shapes.anyOf(Shapes.tableOf(column(), link(false)), Shapes.listOf(link(true))),
            "Other places its rows point at, by the column that points; a list where several"
                + " columns point together."));
  }

  private static List<Field> placeContent() {
    return List.of(
        optional(
            "states",
            Shapes.tableOf(Shapes.word("unverified"), condition()),
            "Words the charter uses for some of the rows, each with its test."),
        optional(
            "exempt",
            Shapes.tableOf(Shapes.word("dispute"), condition()),
            "Reasons for which a row may stay longer, each with its test."),
        optional("only", condition(), "Which rows of the table are meant; all if left out."),
        optional(
            "fields",
            Shapes.tableOf(column(), Shapes.anyOf(Shapes.word("email"), field())),
            "The personal columns, each with its data word."),
        optional("technical", Shapes.listOf(column()), "Columns known to hold no personal data."));
  }

  private static Struct field() {
    return new Struct(
        "field",
        "a field",
        "A column that holds personal data.",
        "{data: email, end: delete}",
        List.of(
            required("data", Shapes.word("email"), "The data word of the charter."),
            optional("end", endAction(), "What happens to it in the end.")),
        List.of());
  }

  private static Choice endAction() {
    SequencedMap<String, String> actions = new LinkedHashMap<>();
    for (EndAction action : EndAction.values()) {
      actions.put(action.id(), meaning(action));
    }
    return new Choice(actions);
  }

  private static String meaning(EndAction action) {
    return switch (action) {
      case DELETE -> "the row goes";
      case CLEAR -> "the field becomes empty";
      case ANONYMISE -> "nobody can be recognised any more";
      case PSEUDONYMISE -> "recognisable only with a key kept apart";
      case AGGREGATE -> "only sums remain";
      case REASSIGN -> "given to a placeholder";
      case REDACT -> "the personal part of a text is blacked out";
      case ARCHIVE -> "moves to the next stage";
      case KEEP -> "stays, for a stated reason";
    };
  }

  private static Struct link(boolean listed) {
    List<Field> fields = new ArrayList<>();
    if (listed) {
      fields.add(required("via", columns(), "The columns here that point, in order."));
      fields.add(optional("key", columns(), "The columns there; the place's key if left out."));
    }
    fields.add(
        required(
            "to",
            reference("account.id", 1),
            listed ? "The place they point at." : "The place and column it points at."));
    fields.add(
        required(
            "kind",
            Shapes.choice(
                "owns", "the row goes with the person",
                "shared", "the row belongs to others too",
                "mentions", "the person is only named in it"),
            "What the link means for a person's data."));
    return new Struct(
        listed ? "listed-link" : "link",
        "a link",
        "Rows of this place point at rows of another place.",
        listed
            ? "{via: [shop, number], to: order, key: [shop, number], kind: owns}"
            : "{to: account.id, kind: owns}",
        fields,
        List.of());
  }

  /** A clock as it stands under an event. */
  private static Struct clock() {
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
    Shape inner =
        Shapes.anyOf(column(), new Shape.Ref("clock-part", "a clock", DataMapLanguage::part));
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

  private static Struct condition() {
    Shape inner = new Shape.Ref("condition", "a condition", DataMapLanguage::condition);
    Shape clock =
        Shapes.anyOf(column(), new Shape.Ref("clock-part", "a clock", DataMapLanguage::part));
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
                        "null", "there is none; write it in quotes"),
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

  private static Literal column() {
    return Literal.of("a column name", "created_at", "[^\\s](.*[^\\s])?");
  }

  private static Shape columns() {
    return Shapes.oneOrMore(column());
  }

  private static Literal table() {
    return Literal.of(
        "a table name, as table or schema.table, parts with dots in double quotes",
        "archive.account",
        name(1, 2));
  }

  private static Literal reference(String example, int fewest) {
    return Literal.of(
        "a place or table and a column, with a dot between", example, name(fewest, 3));
  }

  private static String name(int fewest, int most) {
    String part = "(\"[^\"]+\"|[^\\s\".]([^\".]*[^\\s\".])?)";
    return part + "([.]" + part + "){" + (fewest - 1) + "," + (most - 1) + "}";
  }
}
