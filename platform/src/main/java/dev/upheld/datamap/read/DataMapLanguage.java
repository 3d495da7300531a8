package dev.upheld.datamap.read;

import static dev.upheld.charter.shape.Field.optional;
import static dev.upheld.charter.shape.Field.required;
import static dev.upheld.datamap.read.ClockShapes.clock;
import static dev.upheld.datamap.read.ClockShapes.condition;
import static dev.upheld.datamap.read.NameShapes.column;
import static dev.upheld.datamap.read.NameShapes.columns;
import static dev.upheld.datamap.read.NameShapes.table;
import static dev.upheld.datamap.read.NameShapes.target;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.shape.Field;
import dev.upheld.charter.shape.Rule;
import dev.upheld.charter.shape.Shape.Choice;
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
                "Tables known to hold no personal data, each with the reason."),
            optional(
                "undecided",
                Shapes.tableOf(table(), Shapes.text("no column looks personal")),
                "Tables nobody has decided on yet, each with what discover thinks of it; they"
                    + " count as unknown.")),
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
            "review",
            Shapes.choice("proposed", "a machine wrote it and nobody has reviewed it"),
            "Stands in a place that discover proposed. Such a place binds nothing, and what would"
                + " rest on it is not proved; a person who has reviewed it takes this line out."),
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
            "restriction",
            marker(),
            "The column that marks people whose data is kept still (GDPR Art. 18)."),
        optional(
            "readers",
            Shapes.tableOf(
                Shapes.word("legal"),
                Shapes.oneOrMore(
                    Literal.of(
                        "the name of an account or a role, on MariaDB name@host for an account",
                        "legal_team",
                        "\\S.*"))),
            "The accounts and roles of the database behind each reader that the charter names for"
                + " this stage; whoever else may read breaks the promise."),
        optional(
            "aggregate",
            TotalsReader.shape(),
            "Where the sums of its rows remain when they go, for a promise that says then:"
                + " aggregate."),
        optional(
            "fields",
            Shapes.tableOf(NameShapes.field(), Shapes.anyOf(Shapes.word("email"), field())),
            "The personal columns and parts of columns, each with its data word."),
        optional(
            "technical",
            Shapes.listOf(NameShapes.field()),
            "Columns and parts of columns known to hold no personal data."),
        optional(
            "undecided",
            Shapes.tableOf(NameShapes.field(), Shapes.text("may be an e-mail address")),
            "Columns and parts of columns nobody has decided on yet, each with what discover thinks"
                + " of it; they count as unknown."));
  }

  private static Struct marker() {
    return new Struct(
        "marker",
        "a marker",
        "A column that other programs look at before they use a row; written when the data of its"
            + " person is restricted, and taken back when that is lifted.",
        "{column: restricted, value: true}",
        List.of(
            required("column", column(), "The column; also say it under technical."),
            required("value", Shapes.text("true"), "What it holds while the data is kept still."),
            optional(
                "free",
                Shapes.text("true"),
                "What it holds otherwise; false if value is true, else null.")),
        List.of());
  }

  private static Struct field() {
    return new Struct(
        "field",
        "a field",
        "A column, or a part of its values, that holds personal data.",
        "{data: email, end: delete}",
        List.of(
            required("data", Shapes.word("email"), "The data word of the charter."),
            optional("end", endAction(), "What happens to it in the end."),
            optional(
                "to",
                Shapes.text("0"),
                "With end: reassign, the key of the placeholder row that the column is given to.")),
        List.of(new Rule.Needs("to", "end")));
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
            target(listed ? "order" : "account.id"),
            (listed ? "The place they point at" : "The place and column it points at")
                + "; a place of another system with that system and a slash before:"
                + " billing/customer.number."));
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
        "Rows of this place point at rows of another place, of this system or another.",
        listed
            ? "{via: [shop, number], to: order, key: [shop, number], kind: owns}"
            : "{to: account.id, kind: owns}",
        fields,
        List.of());
  }
}
