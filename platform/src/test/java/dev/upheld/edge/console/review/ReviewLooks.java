package dev.upheld.edge.console.review;

import dev.upheld.datamap.classify.Nature;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.discover.review.Glimpse;
import dev.upheld.discover.review.Glimpse.Seen;
import dev.upheld.discover.review.Glimpse.Shape;
import dev.upheld.discover.review.Glimpse.State;
import dev.upheld.discover.review.MapSheet;
import dev.upheld.discover.review.PlaceSheet;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.ReviewPage;
import dev.upheld.edge.console.view.ReviewValues;
import dev.upheld.edge.console.view.View;
import dev.upheld.probe.Drift;
import dev.upheld.probe.keep.DriftItem;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The review of an invented data map in each of its states. */
public final class ReviewLooks {
  static final String MAP =
      """
      system: eu-main
      places:
        customer:
          review: proposed  # take this line out when a person has looked at the place
          activity: accounts  # 0.94: its name is one of accounts; it covers 3 of 4 terms
          subject: {customers: id}  # the table's name is one of them
          clocks:
            collected: created_at  # 0.90: its name says when the row was made
          links:
            referred_by: {to: customer.id, kind: mentions}  # 0.81: named after it, and every value is there
          fields:
            email: {data: email, end: delete}  # 0.99: its name says e-mail address; 96 of 100 values are e-mail addresses
            full_name: {data: name, end: delete}  # 0.97: its name says a person's name
            phone: phone  # 0.88: its name says telephone number
          undecided:
            nick: "may be pd:Username, 0.55: its name; the charter's word is login"
            ssn: "pd:OfficialID, 0.98: 40 of 40 values are personal numbers with a right check digit; the charter has no word for it"
            tier: "does not look personal, 0.95: few values, and words of a schema"
            legacy_contact: "pd:EmailAddress, 0.93: 51 of 60 values are e-mail addresses; the charter's word is email"
          technical:
            - id  # 0.97: the key
            - created_at  # 0.99: a time
            - referred_by  # 0.92: it points at another row
        invoice:
          review: proposed
          activity: undecided  # a person must say which: nothing fits
          fields:
            billing_name: name  # 0.91: its name says a person's name
          technical: [id, total]
        message:
          activity: support
          fields:
            body: {data: message-content, end: redact}
          technical: [id, sent_at]
      ignore:
        currency: no personal data, three letters and a name
      undecided:
        country: "none of its 2 columns looks personal"
        stock_movement: "may be personal: handled_by"
      """;

  static final List<DriftItem> DRIFT =
      List.of(
          drift(
              "eu-main",
              "customer",
              "The column marketing_note of customer is not in the data map."),
          drift("us-main", "customer", "The table customer is gone."),
          drift("eu-main", "invoice", "The table invoice is gone."));

  private static DriftItem drift(String system, String table, String sentence) {
    return new DriftItem(
        system,
        table,
        Optional.empty(),
        Drift.Kind.NEW_COLUMN,
        Nature.UNSURE,
        Optional.empty(),
        sentence,
        Instant.parse("2026-11-20T08:00:00Z"));
  }

  private final Workspace workspace =
      Workspaces.read(
              Path.of("..", "examples", "demo"), References.machine(), LocalDate.of(2026, 11, 22))
          .workspace()
          .orElseThrow();
  private final MapSheet sheet = MapSheet.of(workspace, "eu-main", MAP);
  private final Charts charts = new Charts(workspace);

  private ReviewLooks() {}

  /** By name. */
  public static Map<String, View> all() {
    return new ReviewLooks().looks();
  }

  private Map<String, View> looks() {
    Map<String, View> looks = new LinkedHashMap<>();
    looks.put(
        "map-review", new ReviewPage(List.of(charts.chart(sheet)), true, List.of(), "", "", true));
    looks.put(
        "map-review-all",
        new ReviewPage(
            List.of(
                charts.chart(sheet),
                charts.chart(
                    MapSheet.of(workspace, "us-main", "system: us-main\nplaces: {a: {}}\n"))),
            false,
            List.of("legacy"),
            "",
            "The data map was changed since this page was shown. Look at it again.",
            true));
    looks.put(
        "map-review-read",
        new ReviewPage(List.of(charts.chart(sheet)), true, List.of(), "", "", false));
    looks.put(
        "map-review-missing",
        new ReviewPage(List.of(charts.chart(sheet)), true, List.of(), "partner", "", true));
    looks.put("map-review-table", table("customer", seen(), "", true));
    looks.put(
        "map-review-away",
        table(
            "invoice",
            Glimpse.none(State.AWAY),
            "Nobody has said yet whose activity the data of invoice is. Choose the activity, then accept the place.",
            true));
    looks.put("map-review-table-read", table("message", Glimpse.none(State.NOT_ASKED), "", false));
    looks.put(
        "map-review-purpose",
        values(List.of(), Map.of("purpose", FieldError.of(Fault.TOO_SHORT, 10))));
    looks.put("map-review-values", values(List.of("ada@example.org", "bob@example.org"), Map.of()));
    return looks;
  }

  private static View values(List<String> values, Map<String, FieldError> errors) {
    return new ReviewValues(
        "eu-main",
        "customer",
        "customer",
        "email",
        values,
        !values.isEmpty(),
        10,
        Map.of("purpose", "why"),
        errors,
        "");
  }

  private View table(String place, Glimpse glimpse, String fault, boolean may) {
    PlaceSheet at = sheet.place(place).orElseThrow();
    List<String> differs = Charts.differences(DRIFT, "eu-main", at);
    Charts.Shown shown = new Charts.Shown(0, Sent.nothing(), fault, may).with(differs);
    return charts.table(sheet, at, glimpse, shown);
  }

  private static Glimpse seen() {
    Map<String, Seen> columns = new LinkedHashMap<>();
    columns.put("id", new Seen("integer", true, List.of(new Shape("99", 41), new Shape("", 19))));
    columns.put(
        "email",
        new Seen(
            "character varying(200)",
            true,
            List.of(
                new Shape("aaa…@aaa….aaa", 37),
                new Shape("aaa….aaa…@aaa….aa", 14),
                new Shape("", 9))));
    columns.put(
        "full_name",
        new Seen(
            "character varying(120)", true, List.of(new Shape("Aaa… Aaa…", 55), new Shape("", 5))));
    columns.put(
        "phone",
        new Seen(
            "character varying(40)",
            true,
            List.of(new Shape("+99 9 99 99 99 99", 48), new Shape("", 12))));
    columns.put("nick", new Seen("text", true, List.of()));
    columns.put("ssn", new Seen("character(15)", true, List.of(new Shape("999…", 60))));
    columns.put(
        "tier", new Seen("text", true, List.of(new Shape("aaaa", 31), new Shape("aaaaaa", 29))));
    columns.put(
        "created_at",
        new Seen("timestamp with time zone", true, List.of(new Shape("9999-99-99 99:99:99", 60))));
    columns.put(
        "referred_by", new Seen("integer", true, List.of(new Shape("99", 5), new Shape("", 1))));
    columns.put("marketing_note", new Seen("text", false, List.of()));
    return new Glimpse(State.SEEN, columns);
  }
}
