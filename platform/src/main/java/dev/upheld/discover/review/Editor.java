package dev.upheld.discover.review;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.read.Identifiers;
import dev.upheld.discover.Yaml;
import dev.upheld.discover.review.Tree.Branch;
import dev.upheld.discover.review.Tree.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Makes a data map say what was decided; knows nothing of its layout. Used once. */
final class Editor {
  static final String PLACES = "places";
  static final String FIELDS = "fields";
  static final String TECHNICAL = "technical";
  static final String UNDECIDED = "undecided";
  static final String IGNORE = "ignore";
  private static final String LINKS = "links";
  private static final String CLOCKS = "clocks";

  private final Branch root;
  private final Remarks remarks;

  /** Comments of lines that are moved, by the new section and key. */
  private final Map<List<String>, String> moved = new HashMap<>();

  Editor(Branch root, Remarks remarks) {
    this.root = root;
    this.remarks = remarks;
  }

  /** The comment a new line takes along; empty text for none. */
  String moved(List<String> section, String key) {
    List<String> path = new ArrayList<>(section);
    path.add(key);
    return moved.getOrDefault(path, "");
  }

  void apply(Decision decision) {
    switch (decision) {
      case Decision.Accept d -> accept(d.place());
      case Decision.SetActivity d -> activity(d);
      case Decision.SetSubject d -> subject(d);
      case Decision.SetField d -> field(d);
      case Decision.MakeTechnical d -> technical(d);
      case Decision.LeaveUndecided d -> undecided(d);
      case Decision.ForgetColumn d -> takeOut(d.place(), d.column());
      case Decision.Refuse d -> {
        remove(d.place());
        root.made(IGNORE).entries().put(tableOf(d.place()), Tree.leaf(d.reason()));
        drop(d.place());
      }
      case Decision.SetAside d -> {
        remove(d.place());
        root.made(UNDECIDED).entries().put(tableOf(d.place()), Tree.leaf(d.thought()));
        drop(d.place());
      }
      case Decision.ForgetPlace d -> {
        remove(d.place());
        drop(d.place());
      }
      case Decision.Ignore d -> table(d.table(), UNDECIDED, IGNORE, d.reason());
      case Decision.Reconsider d -> table(d.table(), IGNORE, UNDECIDED, d.thought());
      case Decision.ForgetTable d -> forget(d.table());
      case Decision.AddLink d -> link(d);
      case Decision.RemoveLink d -> unlink(d);
      case Decision.SetClock d -> clock(d);
      case Decision.RemoveClock d ->
          require(place(d.place()).without(CLOCKS, d.event()), d.event());
    }
  }

  private Branch place(String id) {
    return root.branch(PLACES).flatMap(places -> places.branch(id)).orElseThrow(() -> notThere(id));
  }

  private static dev.upheld.kernel.ProblemException notThere(String what) {
    return ReviewProblem.NOT_THERE.because(
        "The data map does not speak of %s any more.".formatted(what),
        "Load the page again; somebody may have decided meanwhile.");
  }

  private static void require(boolean found, String what) {
    if (!found) {
      throw notThere(what);
    }
  }

  private void accept(String id) {
    Branch place = place(id);
    if (place.text("activity").filter(UNDECIDED::equals).isPresent()) {
      throw ReviewProblem.NO_ACTIVITY.because(
          "Nobody has said yet whose activity the data of %s is.".formatted(id),
          "Choose the activity, then accept the place.");
    }
    require(place.entries().remove("review") != null, "a proposal of " + id);
  }

  private void activity(Decision.SetActivity decision) {
    Branch place = place(decision.place());
    boolean one = decision.activities().size() == 1 && place.row("activity").isEmpty();
    Tree said = one ? Tree.leaf(decision.activities().getFirst()) : Tree.row(decision.activities());
    place.entries().put("activity", said);
  }

  private void subject(Decision.SetSubject decision) {
    Branch place = place(decision.place());
    if (decision.column().isPresent()) {
      place.made("subject").entries().put(decision.group(), Tree.leaf(decision.column().get()));
    } else {
      place.without("subject", decision.group());
    }
  }

  private void field(Decision.SetField decision) {
    Branch place = place(decision.place());
    Optional<Tree> before = place.branch(FIELDS).map(f -> f.entries().get(decision.column()));
    if (before.isEmpty()) {
      move(decision.place(), decision.column(), FIELDS);
    }
    Tree word = Tree.leaf(decision.word());
    if (before.isPresent() && before.get() instanceof Branch said) {
      said.entries().put("data", word);
      decision
          .end()
          .ifPresentOrElse(
              end -> said.entries().put("end", Tree.leaf(end.id())),
              () -> said.entries().remove("end"));
    } else {
      place.made(FIELDS).entries().put(decision.column(), field(word, decision.end()));
    }
  }

  private static Tree field(Tree word, Optional<EndAction> end) {
    Map<String, Tree> said = new LinkedHashMap<>();
    said.put("data", word);
    end.ifPresent(e -> said.put("end", Tree.leaf(e.id())));
    return end.isPresent() ? new Branch(said) : word;
  }

  private void technical(Decision.MakeTechnical decision) {
    Branch place = place(decision.place());
    boolean is =
        place
            .row(TECHNICAL)
            .filter(r -> r.items().contains(Tree.leaf(decision.column())))
            .isPresent();
    if (!is) {
      move(decision.place(), decision.column(), TECHNICAL);
      if (place.row(TECHNICAL).isEmpty()) {
        place.entries().put(TECHNICAL, new Row(new ArrayList<>()));
      }
      place.row(TECHNICAL).orElseThrow().items().add(Tree.leaf(decision.column()));
    }
  }

  private void undecided(Decision.LeaveUndecided decision) {
    Branch place = place(decision.place());
    Optional<String> before = place.branch(UNDECIDED).flatMap(u -> u.text(decision.column()));
    if (before.isEmpty()) {
      move(decision.place(), decision.column(), UNDECIDED);
    }
    String thought =
        decision.thought().isBlank() ? before.orElse("a person must decide") : decision.thought();
    place.made(UNDECIDED).entries().put(decision.column(), Tree.leaf(thought));
  }

  /** Takes a column out of where it stands; its comment goes along where a person wrote it. */
  private void move(String id, String column, String to) {
    remarks.human(id, column).ifPresent(said -> moved.put(List.of(PLACES, id, to, column), said));
    take(id, column);
  }

  private void takeOut(String id, String column) {
    require(take(id, column), id + "." + column);
  }

  private boolean take(String id, String column) {
    Branch place = place(id);
    boolean field = place.without(FIELDS, column);
    boolean open = place.without(UNDECIDED, column);
    return place.withoutItem(TECHNICAL, column) || field || open;
  }

  private String tableOf(String id) {
    return place(id).text("table").orElse(Yaml.part(id));
  }

  /** Takes the references of other proposals to a place out; a reviewed place keeps it. */
  private void remove(String id) {
    List<String> holders = new ArrayList<>();
    root.branch(PLACES)
        .orElseThrow(() -> notThere(id))
        .entries()
        .forEach(
            (other, tree) -> {
              if (!other.equals(id) && tree instanceof Branch place && Pointers.lead(place, id)) {
                if (place.entries().containsKey("review")) {
                  Pointers.takeOut(place, id);
                } else {
                  holders.add(other);
                }
              }
            });
    if (!holders.isEmpty()) {
      throw ReviewProblem.POINTED_AT.because(
          "The place %s is pointed at by %s.".formatted(id, String.join(", ", holders)),
          "Take the links and clocks out there first.");
    }
  }

  private void drop(String id) {
    require(root.without(PLACES, id), id);
  }

  private void table(String table, String from, String to, String text) {
    boolean known = root.branch(to).filter(b -> b.entries().containsKey(table)).isPresent();
    root.without(from, table);
    root.made(to).entries().put(table, Tree.leaf(text));
    if (!known) {
      remarks.ofTable(from, table).ifPresent(said -> moved.put(List.of(to, table), said));
    }
  }

  private void forget(String table) {
    boolean ignored = root.without(IGNORE, table);
    require(root.without(UNDECIDED, table) || ignored, table);
  }

  private void link(Decision.AddLink d) {
    Branch place = place(d.place());
    boolean listed = place.row(LINKS).isPresent();
    boolean single = d.columns().size() == 1 && d.key().size() == 1;
    boolean taken =
        single
            && place
                .branch(LINKS)
                .filter(l -> l.entries().containsKey(d.columns().getFirst()))
                .isPresent();
    if (single && !listed && !taken) {
      place.made(LINKS).entries().put(d.columns().getFirst(), link(d, false));
      return;
    }
    if (!listed) {
      place.entries().put(LINKS, new Row(new ArrayList<>(listed(place))));
    }
    place.row(LINKS).orElseThrow().items().add(link(d, true));
  }

  /** Links by column, as a list: the only form in which two start at one column. */
  private static List<Tree> listed(Branch place) {
    List<Tree> items = new ArrayList<>();
    place
        .branch(LINKS)
        .ifPresent(
            links ->
                links
                    .entries()
                    .forEach(
                        (column, link) -> {
                          Map<String, Tree> item = new LinkedHashMap<>();
                          item.put("via", Tree.leaf(column));
                          if (link instanceof Branch said) {
                            List<String> to = Identifiers.parts(said.text("to").orElse(""));
                            item.put("to", Tree.leaf(to.getFirst()));
                            if (to.size() > 1) {
                              item.put("key", Tree.leaf(to.getLast()));
                            }
                            said.text("kind").ifPresent(kind -> item.put("kind", Tree.leaf(kind)));
                          }
                          items.add(new Branch(item));
                        }));
    return items;
  }

  private static Tree link(Decision.AddLink d, boolean listed) {
    Map<String, Tree> said = new LinkedHashMap<>();
    String kind = d.kind().name().toLowerCase(Locale.ROOT);
    if (listed) {
      said.put(
          "via",
          d.columns().size() == 1 ? Tree.leaf(d.columns().getFirst()) : Tree.row(d.columns()));
      said.put("to", Tree.leaf(d.to()));
      if (!d.key().isEmpty()) {
        said.put("key", d.key().size() == 1 ? Tree.leaf(d.key().getFirst()) : Tree.row(d.key()));
      }
    } else {
      said.put("to", Tree.leaf(d.to() + "." + Yaml.part(d.key().getFirst())));
    }
    said.put("kind", Tree.leaf(kind));
    return new Branch(said);
  }

  private void unlink(Decision.RemoveLink d) {
    Branch place = place(d.place());
    boolean found =
        d.columns().size() == 1
            && place
                .branch(LINKS)
                .map(links -> links.entries().get(d.columns().getFirst()))
                .filter(link -> Pointers.leadsTo(link, d.to()))
                .isPresent()
            && place.without(LINKS, d.columns().getFirst());
    Optional<Row> listed = place.row(LINKS);
    if (!found && listed.isPresent()) {
      found =
          listed
              .get()
              .items()
              .removeIf(
                  item -> Pointers.leadsTo(item, d.to()) && Pointers.via(item).equals(d.columns()));
      if (listed.get().items().isEmpty()) {
        place.entries().remove(LINKS);
      }
    }
    require(found, "a link from " + String.join(", ", d.columns()) + " to " + d.to());
  }

  private void clock(Decision.SetClock d) {
    Tree column = Tree.leaf(d.column());
    Map<String, Tree> said = new LinkedHashMap<>();
    said.put("column", column);
    said.put("as", Tree.leaf(d.reading().id()));
    place(d.place())
        .made(CLOCKS)
        .entries()
        .put(d.event(), d.reading() == Clock.Reading.NATIVE ? column : new Branch(said));
  }
}
