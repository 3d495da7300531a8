package dev.upheld.edge.console;

import dev.upheld.charter.Charters;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.Duty;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Way;
import dev.upheld.edge.console.request.RequestLooks;
import dev.upheld.edge.console.retention.ReviewsLooks;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.edge.console.view.Counts;
import dev.upheld.edge.console.view.Findings;
import dev.upheld.edge.console.view.PromiseRef;
import dev.upheld.edge.console.view.View;
import dev.upheld.edge.console.view.Wall;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.edge.console.view.WorkList.Action;
import dev.upheld.edge.console.view.WorkList.Item;
import dev.upheld.edge.console.view.WorkList.Reason;
import dev.upheld.edge.console.view.WorkList.Sense;
import dev.upheld.edge.console.view.WorkList.When;
import dev.upheld.verdict.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work list, the wall and the findings, from the charter of the demo with made-up verdicts. */
public final class HouseLooks {
  private final Charter charter =
      Charters.read(Path.of("..", "examples", "demo"), LocalDate.of(2026, 11, 22))
          .charter()
          .orElseThrow();
  private final List<Promise> promises = Charters.promises(charter);

  /** By name. */
  public Map<String, View> all() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("work-list", workList());
    views.put("work-list-quiet", quiet());
    views.put("wall", wall(1));
    views.put("wall-filtered", filtered());
    views.put("wall-nothing", nothing());
    views.put("wall-500", wall(6));
    views.put("findings", findings());
    return views;
  }

  Promise promise(String id) {
    return promises.stream().filter(p -> p.id().toString().equals(id)).findFirst().orElseThrow();
  }

  /** The id of a promise only a person can confirm. */
  String attested() {
    return promises.stream()
        .filter(p -> p.header().way() == Way.ATTEST)
        .findFirst()
        .map(p -> p.id().toString())
        .orElse("nimbus/second-factor/offer");
  }

  String title(Promise promise) {
    return promise
        .header()
        .activity()
        .flatMap(a -> Optional.ofNullable(charter.activities().get(a)))
        .map(a -> a.title())
        .orElse("");
  }

  static PromiseRef ref(Promise promise) {
    return new PromiseRef(promise.id().toString(), promise.header().sentence(), "en");
  }

  /** Some of each, always the same. */
  private static Verdict verdict(Promise promise, int copy) {
    int dice = Math.floorMod((promise.id().toString() + copy).hashCode(), 100);
    if (dice < 4) {
      return Verdict.BROKEN;
    }
    if (dice < 11) {
      return Verdict.AT_RISK;
    }
    return dice < 32 ? Verdict.UNPROVEN : Verdict.UPHELD;
  }

  private List<Wall.Group> groups(int copies) {
    Map<String, List<Wall.Tile>> groups = new LinkedHashMap<>();
    for (int copy = 0; copy < copies; copy++) {
      for (Promise promise : promises) {
        String suffix = copy == 0 || title(promise).isEmpty() ? "" : " (" + (copy + 1) + ")";
        groups
            .computeIfAbsent(title(promise) + suffix, k -> new ArrayList<>())
            .add(new Wall.Tile(ref(promise), verdict(promise, copy), promise.kind()));
      }
    }
    List<Wall.Group> made = new ArrayList<>();
    groups.forEach((title, tiles) -> made.add(new Wall.Group(title, tiles)));
    return made;
  }

  private static Counts counts(List<Wall.Group> groups) {
    return Counts.of(
        groups.stream().flatMap(g -> g.tiles().stream()).map(Wall.Tile::verdict).toList());
  }

  /** The wall with every promise so many times. */
  public View wall(int copies) {
    List<Wall.Group> groups = groups(copies);
    return new Wall(Wall.Filter.all(), groups, counts(groups), counts(groups).all(), choices());
  }

  private View filtered() {
    List<Wall.Group> groups = groups(1);
    Wall.Filter filter =
        new Wall.Filter(
            Optional.of(Verdict.BROKEN),
            Optional.of(Duty.RETENTION),
            Optional.empty(),
            Optional.of("CC-22"),
            Optional.empty(),
            "deleted");
    Wall.Tile tile = new Wall.Tile(ref(promise("nimbus/recruitment/keep")), Verdict.BROKEN, "keep");
    return new Wall(
        filter,
        List.of(new Wall.Group("Recruitment", List.of(tile))),
        new Counts(1, 0, 0, 3),
        counts(groups).all(),
        choices());
  }

  private View nothing() {
    Wall.Filter filter =
        new Wall.Filter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "no such words");
    return new Wall(filter, List.of(), new Counts(0, 0, 0, 0), promises.size(), choices());
  }

  private Wall.Choices choices() {
    return new Wall.Choices(
        promises.stream().map(Promise::duty).distinct().sorted().toList(),
        charter.activities().values().stream().map(a -> new Choice(a.id(), a.title())).toList(),
        promises.stream()
            .flatMap(p -> p.header().clauses().stream())
            .distinct()
            .sorted()
            .map(c -> new Choice(c, c))
            .toList(),
        promises.stream()
            .flatMap(p -> p.header().law().stream())
            .map(l -> new Choice(l.citation(), l.citation() + ", " + l.title()))
            .distinct()
            .toList());
  }

  private View workList() {
    List<Wall.Group> groups = groups(1);
    return new WorkList(
            Optional.of(Looks.ago(40)),
            counts(groups),
            needs(),
            due(),
            List.of(
                new WorkList.Differs(
                    "eu-main / ticket.remark",
                    WorkList.Difference.CHANGED_CONTENT,
                    WorkList.Holds.PERSONAL,
                    "The column remark in eu-main/ticket is technical by the data map, and holds mail"
                        + " addresses in 41 values.",
                    Looks.ago(26),
                    WorkList.Proposal.DECIDE,
                    "/map/review?system=eu-main&table=ticket#column-remark"),
                new WorkList.Differs(
                    "eu-main / partner",
                    WorkList.Difference.NEW_TABLE,
                    WorkList.Holds.UNSURE,
                    "The table partner in eu-main is not in the data map and may be personal: contact.",
                    Looks.ago(3),
                    WorkList.Proposal.DECIDE,
                    "/map/review?system=eu-main&table=partner")),
            changed(),
            groups,
            2,
            Optional.of(Looks.ago(5)))
        .with(RequestLooks.due(), RequestLooks.reviews(), ReviewsLooks.dated());
  }

  private View quiet() {
    return new WorkList(
        Optional.empty(),
        new Counts(0, 0, 0, 4),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        groups(1).subList(0, 1),
        0,
        Optional.empty());
  }

  private Item item(String id, Reason reason, String why, Optional<When> date, Action action) {
    return new Item(
        ref(promise(id)),
        verdict(reason),
        reason,
        why,
        action == Action.ASSIGN ? Optional.empty() : Optional.of("Inès Marchand"),
        date,
        action);
  }

  private static Verdict verdict(Reason reason) {
    return switch (reason) {
      case BROKEN_NEW, BROKEN_KNOWN, NO_OWNER -> Verdict.BROKEN;
      case NOT_SEEN, TO_ATTEST -> Verdict.UNPROVEN;
      case DOUBT, WILL_BREAK, EVIDENCE_OLD, ATTESTATION_ENDS -> Verdict.AT_RISK;
    };
  }

  private List<Item> needs() {
    return List.of(
        item(
            "nimbus/recruitment/keep",
            Reason.BROKEN_NEW,
            "38 rows past 12 months after last-contact among 1,105 in 2 of 2 mapped places.",
            Optional.of(new When(Sense.SINCE, Looks.ago(55))),
            Action.ACKNOWLEDGE),
        item(
            "nimbus/card-numbers/absent",
            Reason.BROKEN_KNOWN,
            "1 value that is a card number among 214,880 in 6 of 6 mapped places.",
            Optional.of(new When(Sense.DUE, Looks.ago(48))),
            Action.OPEN),
        item(
            "nimbus/accounts/hold-only",
            Reason.DOUBT,
            "The column dob of eu-main/customer is not in the data map; 97 % of 5,000 values fit a"
                + " date of birth.",
            Optional.empty(),
            Action.ASSIGN),
        item("nimbus/second-factor/offer", Reason.TO_ATTEST, "", Optional.empty(), Action.ATTEST));
  }

  private List<Item> due() {
    return List.of(
        item(
            "nimbus/support/keep",
            Reason.WILL_BREAK,
            "127 rows come to their time in the next 30 days.",
            Optional.of(new When(Sense.BREAKS, Looks.NOW.plus(Duration.ofDays(3)))),
            Action.OPEN),
        item(
            "nimbus/transport/encrypt",
            Reason.EVIDENCE_OLD,
            "",
            Optional.of(new When(Sense.SINCE, Looks.ago(30))),
            Action.PROVE));
  }

  private List<WorkList.Change> changed() {
    return List.of(
        new WorkList.Change(
            ref(promise("nimbus/audience-measurement/keep")),
            Verdict.BROKEN,
            Verdict.UPHELD,
            Looks.ago(5),
            "No row past 180 days after collected among 34,000 in 1 of 1 mapped places; oldest"
                + " 2026-05-28."),
        new WorkList.Change(
            ref(promise("nimbus/eu-customers/locate")),
            Verdict.UPHELD,
            Verdict.UNPROVEN,
            Looks.ago(29),
            "The document behind the label of us-logs ended."));
  }

  private View findings() {
    return new Findings(
        Charters.findings(charter).stream()
            .map(
                f ->
                    new Findings.Item(
                        f.code().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                        f.sentence(),
                        f.activity().orElse(""),
                        f.at().file(),
                        f.at().line(),
                        f.clauses(),
                        f.law()))
            .toList());
  }
}
