package dev.upheld.discover.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.read.DataMapReader;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A decision changes the lines concerned, and no others; whatever people wrote stays. */
class DecisionsTest {
  private static final Path DEMO = Path.of("..", "examples", "demo").toAbsolutePath().normalize();

  private static final String MAP =
      """
      # Written by discover, kept by Omar.
      system: eu-main
      places:
        customer:
          review: proposed  # take this line out when a person has looked at the place
          # people can be found in it by: email
          activity: undecided  # a person must say which: nothing fits
          fields:
            email: {data: email, end: delete}  # 0.98: its name says e-mail address
            full_name: name   # ask HR
          undecided:
            # Omar asks the vendor about this one
            nick: "may be pd:Username, 0.55: its name; the charter has no word for it"   # vendor ticket 12
            tier: "does not look personal, 0.95: few values"
          technical:
            - id  # 0.97: a key
            # the day the row was made
            - created_at  # 0.99: a time

        # invoices since 2019
        invoice:
          review: proposed
          activity: billing  # 0.95: its name
          clocks: {collected: {of: customer.created_at, via: customer_id}}
          links:
            customer_id: {to: customer.id, kind: owns}  # 1.00: the database declares it
          technical: [id, customer_id,   # the two keys
                      total]

      ignore:
        currency: no personal data, three letters and a name
      undecided:
        # nobody has decided on these
        country: "none of its 2 columns looks personal"
      """;

  private final Workspace workspace =
      Workspaces.read(DEMO, References.machine().overlaid(Map.of())).workspace().orElseThrow();

  private String after(String text, Decision... decisions) {
    return Decisions.apply(workspace, "eu-main", text, List.of(decisions));
  }

  private DataMapReader.Result read(String text) {
    return Workspaces.reading(workspace, "eu-main", text.getBytes(StandardCharsets.UTF_8));
  }

  private Place proposed(String text, String id) {
    return Objects.requireNonNull(read(text).proposed().get(id));
  }

  private static List<String> gone(String before, String after) {
    List<String> left = new ArrayList<>(before.lines().toList());
    after.lines().forEach(left::remove);
    return left;
  }

  private static List<String> fresh(String before, String after) {
    List<String> added = new ArrayList<>(after.lines().toList());
    before.lines().forEach(added::remove);
    return added;
  }

  @Test
  void aColumnMovesToWhereItBelongsAndTakesThePersonsRemarkAlong() {
    String after =
        after(
            MAP, new Decision.SetField("customer", "nick", "email", Optional.of(EndAction.CLEAR)));
    assertThat(gone(MAP, after))
        .containsExactly(
            "      nick: \"may be pd:Username, 0.55: its name; the charter has no word for it\"   # vendor ticket 12");
    assertThat(fresh(MAP, after))
        .containsExactly("      nick: {data: email, end: clear}  # vendor ticket 12");
    assertThat(after).contains("# Omar asks the vendor about this one");
  }

  @Test
  void partsOfColumnsAreLinesLikeOthers() {
    String text =
        MAP.replace("email: {data: email, end: delete}", "doc->\"mail\".to: email")
            .replace("tier: \"", "\"doc->tier\": \"")
            .replace("- created_at", "- \"value[name=theme]\"");
    PlaceSheet sheet =
        SheetReader.read(workspace, "eu-main", text).places().stream()
            .filter(p -> p.place().id().equals("customer"))
            .findFirst()
            .orElseThrow();
    assertThat(sheet.columns())
        .extracting(ColumnLine::name, ColumnLine::column)
        .contains(
            org.assertj.core.groups.Tuple.tuple("doc->\"mail\".to", "doc"),
            org.assertj.core.groups.Tuple.tuple("doc->tier", "doc"),
            org.assertj.core.groups.Tuple.tuple("value[name=theme]", "value"));
    String after =
        after(
            text,
            new Decision.MakeTechnical("customer", "doc->\"mail\".to"),
            new Decision.SetField("customer", "value[name=theme]", "name", Optional.empty()),
            new Decision.SetField("customer", "doc->tier", "name", Optional.of(EndAction.CLEAR)));
    Place place = proposed(after, "customer");
    assertThat(place.fields().keySet())
        .containsExactlyInAnyOrder("full_name", "value[name=theme]", "doc->tier");
    assertThat(place.technicalParts()).hasToString("[doc->mail.to]");
  }

  @Test
  void aWordAndAnEndAreChangedInPlace() {
    String after =
        after(
            MAP,
            new Decision.SetField("customer", "email", "name", Optional.empty()),
            new Decision.SetField("customer", "full_name", "name", Optional.of(EndAction.REDACT)));
    assertThat(after)
        .contains("      email: {data: name}  # 0.98: its name says e-mail address\n")
        .contains("      full_name: {data: name, end: redact}   # ask HR\n");
    assertThat(gone(MAP, after)).hasSize(2);
  }

  @Test
  void theLastColumnOfASectionTakesTheSectionAlongAndLeavesItsRemarks() {
    String after =
        after(
            MAP,
            new Decision.MakeTechnical("customer", "tier"),
            new Decision.MakeTechnical("customer", "nick"));
    assertThat(after)
        .contains("# Omar asks the vendor about this one")
        .contains(
            "      - created_at  # 0.99: a time\n      - tier\n      - nick  # vendor ticket 12\n");
    assertThat(gone(MAP, after)).hasSize(3).contains("    undecided:");
    assertThat(proposed(after, "customer").technical()).contains("tier", "nick");
  }

  @Test
  void aListOverSeveralLinesKeepsThem() {
    String after =
        after(MAP, new Decision.SetField("invoice", "total", "invoice", Optional.empty()));
    assertThat(after).contains("technical: [id, customer_id]").contains("      total: invoice\n");
    String more = after(MAP, new Decision.ForgetColumn("invoice", "id"));
    assertThat(more).contains("technical: [customer_id,   # the two keys\n                total]");
  }

  @Test
  void acceptingTakesOneLineOutAndNeedsAnActivity() {
    assertThatThrownBy(() -> after(MAP, new Decision.Accept("customer")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(ReviewProblem.NO_ACTIVITY));
    String after =
        after(
            MAP,
            new Decision.SetActivity("customer", List.of("accounts")),
            new Decision.Accept("customer"));
    assertThat(gone(MAP, after))
        .containsExactly(
            "    review: proposed  # take this line out when a person has looked at the place",
            "    activity: undecided  # a person must say which: nothing fits");
    assertThat(fresh(MAP, after))
        .containsExactly("    activity: accounts  # a person must say which: nothing fits");
    assertThat(read(after).places()).containsOnlyKeys("customer");
  }

  @Test
  void severalActivitiesAreAList() {
    String after = after(MAP, new Decision.SetActivity("invoice", List.of("billing", "accounts")));
    assertThat(after).contains("    activity: [billing, accounts]  # 0.95: its name\n");
    String one = after(after, new Decision.SetActivity("invoice", List.of("accounts")));
    assertThat(one).contains("    activity: [accounts]  # 0.95: its name\n");
  }

  @Test
  void aRefusedPlaceIsIgnoredAndOtherProposalsLetGoOfIt() {
    String after = after(MAP, new Decision.Refuse("customer", "test data: nobody real"));
    assertThat(after)
        .contains("  customer: \"test data: nobody real\"\n")
        .contains("# invoices since 2019")
        .contains("# Written by discover, kept by Omar.")
        .doesNotContain("customer.created_at")
        .doesNotContain("kind: owns")
        .doesNotContain("\n\n\n");
    DataMapReader.Result reading = read(after);
    assertThat(reading.proposed()).containsOnlyKeys("invoice");
    assertThat(reading.ignored().keySet()).extracting(Object::toString).contains("customer");
  }

  @Test
  void aReviewedPlaceKeepsItsLink() {
    String reviewed = after(MAP, new Decision.Accept("invoice"));
    assertThatThrownBy(() -> after(reviewed, new Decision.Refuse("customer", "no")))
        .hasMessageContaining("invoice");
  }

  @Test
  void tablesChangeSides() {
    String after =
        after(
            MAP,
            new Decision.Ignore("country", "names of countries"),
            new Decision.Reconsider("currency", "who knows"));
    assertThat(after)
        .contains("ignore:\n  country: \"names of countries\"\n")
        .contains("  currency: \"who knows\"\n")
        .contains("# nobody has decided on these");
    assertThat(after(MAP, new Decision.ForgetTable("country"))).doesNotContain("country:");
  }

  @Test
  void linksClocksAndSubjectsComeAndGo() {
    String after =
        after(
            MAP,
            new Decision.AddLink(
                "invoice", List.of("payer_id"), "customer", List.of("id"), Link.Kind.MENTIONS),
            new Decision.SetClock("customer", "collected", "created_at", Clock.Reading.NATIVE),
            new Decision.SetClock("invoice", "paid", "paid_ms", Clock.Reading.EPOCH_MILLIS),
            new Decision.SetSubject("customer", "customers", Optional.of("id")));
    assertThat(after)
        .contains("      payer_id: {to: customer.id, kind: mentions}\n")
        .contains("    clocks:\n      collected: created_at\n")
        .contains("via: customer_id}, paid: {column: paid_ms, as: epoch-millis}}\n")
        .contains("    subject:\n      customers: id\n");
    assertThat(gone(MAP, after)).hasSize(1);
    String back =
        after(
            after,
            new Decision.RemoveLink("invoice", List.of("payer_id"), "customer"),
            new Decision.RemoveClock("customer", "collected"),
            new Decision.RemoveClock("invoice", "paid"),
            new Decision.SetSubject("customer", "customers", Optional.empty()));
    assertThat(back).isEqualTo(MAP);
  }

  @Test
  void whatTheReaderWouldNotTakeIsNotWritten() {
    assertThatThrownBy(
            () ->
                after(MAP, new Decision.SetField("customer", "nick", "no-word", Optional.empty())))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("no-word");
    assertThatThrownBy(() -> after(MAP, new Decision.ForgetColumn("customer", "gone")))
        .hasMessageContaining("gone");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whateverIsDecidedInWhateverLayoutNothingElseChanges(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 40; round++) {
      String before = layout(random);
      List<Decision> decisions = decisions(random);
      String after = Decisions.apply(workspace, "eu-main", before, decisions);
      Set<String> named = new LinkedHashSet<>();
      decisions.forEach(
          d ->
              named.add(
                  d instanceof Decision.MakeTechnical t
                      ? t.column()
                      : ((Decision.SetField) d).column()));
      String what = "seed " + seed + " round " + round + "\n" + before + "---\n" + after;
      Place place = Objects.requireNonNull(read(after).places().get("account"));
      for (Decision decision : decisions) {
        if (decision instanceof Decision.MakeTechnical d) {
          assertThat(place.technical()).as(what).contains(d.column());
          assertThat(place.fields()).as(what).doesNotContainKey(d.column());
        } else if (decision instanceof Decision.SetField d) {
          assertThat(Objects.requireNonNull(place.fields().get(d.column())).word())
              .as(what)
              .isEqualTo(d.word());
          assertThat(place.technical()).as(what).doesNotContain(d.column());
        }
      }
      remarks(before).forEach(r -> assertThat(after).as(what).contains(r));
      if (!before.matches("(?s).*(account|fields|undecided): \\{.*|.*technical: \\[[^\\]]*\n.*")) {
        assertThat(gone(before, after))
            .as(what)
            .allMatch(
                line ->
                    named.stream().anyMatch(line::contains)
                        || line.matches(" *(fields|undecided|technical):.*"));
      }
      assertThat(after.contains("\r\n")).as(what).isEqualTo(before.contains("\r\n"));
    }
  }

  /** Remarks on lines of their own, by their numbers. */
  private static List<String> remarks(String text) {
    return text.lines().map(String::strip).filter(l -> l.startsWith("# remark")).toList();
  }

  private static List<Decision> decisions(Random random) {
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String column = "col" + i;
      if (random.nextInt(3) == 0) {
        decisions.add(new Decision.MakeTechnical("account", column));
      } else if (random.nextInt(2) == 0) {
        decisions.add(
            new Decision.SetField(
                "account",
                column,
                random.nextBoolean() ? "email" : "name",
                random.nextBoolean() ? Optional.of(EndAction.DELETE) : Optional.empty()));
      }
    }
    return decisions.isEmpty() ? List.of(new Decision.MakeTechnical("account", "col0")) : decisions;
  }

  /** Six columns, anywhere, in any layout, with remarks between. */
  private static String layout(Random random) {
    List<String> fields = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<String> technical = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String column = random.nextInt(4) == 0 ? "\"col" + i + "\"" : "col" + i;
      switch (random.nextInt(3)) {
        case 0 ->
            fields.add(
                column + (random.nextBoolean() ? ": email" : ": {data: email, end: delete}"));
        case 1 -> open.add(column + ": \"it's {odd}, # no [remark]\"");
        default -> technical.add(column);
      }
    }
    String text =
        random.nextInt(4) == 0
            ? flow(fields, open, technical)
            : block(random, fields, open, technical);
    String all =
        "system: eu-main\nplaces:\n"
            + text
            + "  other:\n    activity: accounts\n    technical: [id]\n";
    return random.nextInt(3) == 0 ? all.replace("\n", "\r\n") : all;
  }

  private static String flow(List<String> fields, List<String> open, List<String> technical) {
    List<String> all = new ArrayList<>(List.of("activity: accounts"));
    if (!fields.isEmpty()) {
      all.add("fields: {" + String.join(", ", fields) + "}");
    }
    if (!open.isEmpty()) {
      all.add("undecided: {" + String.join(", ", open) + "}");
    }
    if (!technical.isEmpty()) {
      all.add("technical: [" + String.join(", ", technical) + "]");
    }
    return "  account: {" + String.join(", ", all) + "}\n";
  }

  private static String block(
      Random random, List<String> fields, List<String> open, List<String> technical) {
    StringBuilder out = new StringBuilder("  account:\n    activity: accounts\n");
    section(out, random, "fields", "      ", fields);
    section(out, random, "undecided", "      ", open);
    section(out, random, "technical", random.nextBoolean() ? "    - " : "      - ", technical);
    return out.toString();
  }

  private static void section(
      StringBuilder out, Random random, String key, String lead, List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    String braces = key.equals("technical") ? "[]" : "{}";
    if (random.nextInt(3) == 0) {
      String sep = random.nextBoolean() ? ", " : ",\n        ";
      out.append(
          "    %s: %c%s%c\n"
              .formatted(key, braces.charAt(0), String.join(sep, lines), braces.charAt(1)));
      return;
    }
    out.append("    ").append(key).append(":\n");
    for (String line : lines) {
      if (random.nextInt(3) == 0) {
        out.append(" ".repeat(random.nextInt(9)))
            .append("# remark ")
            .append(random.nextInt())
            .append('\n');
      }
      out.append(lead)
          .append(line)
          .append(random.nextInt(3) == 0 ? "  # 0.91: why" : "")
          .append('\n');
      if (random.nextInt(5) == 0) {
        out.append('\n');
      }
    }
  }
}
