package dev.upheld.edge.console.proof;

import dev.upheld.access.Identity;
import dev.upheld.access.Permission;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.charter.promise.Way;
import dev.upheld.edge.console.view.Choice;
import dev.upheld.edge.console.view.Counts;
import dev.upheld.edge.console.view.Findings;
import dev.upheld.edge.console.view.History;
import dev.upheld.edge.console.view.PromisePage;
import dev.upheld.edge.console.view.PromisePage.Ability;
import dev.upheld.edge.console.view.PromiseRef;
import dev.upheld.edge.console.view.Proof;
import dev.upheld.edge.console.view.Wall;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.board.Care;
import dev.upheld.probe.board.PromiseFile;
import dev.upheld.probe.keep.DriftItem;
import dev.upheld.verdict.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * From what the board says to what a page shows. Pure but for the names of people and the languages
 * of sentences.
 */
final class Shown {
  private final Who who;
  private final Function<PromiseId, String> languages;

  /**
   * @param languages in which the charter says a promise
   */
  Shown(Who who, Function<PromiseId, String> languages) {
    this.who = who;
    this.languages = languages;
  }

  private PromiseRef ref(PromiseId id, String sentence) {
    return new PromiseRef(id.toString(), sentence, languages.apply(id));
  }

  // ---- the wall

  Wall wall(dev.upheld.probe.board.Wall wall, Wall.Filter filter) {
    Wall.Choices choices =
        new Wall.Choices(
            wall.facets().duties(),
            wall.facets().activities().stream().map(f -> new Choice(f.id(), f.title())).toList(),
            wall.facets().clauses().stream().map(c -> new Choice(c, c)).toList(),
            wall.facets().laws().stream().map(c -> new Choice(c, c)).toList());
    return new Wall(filter, groups(wall), counts(wall), wall.total(), choices);
  }

  /** Tiles of one activity stand together already. */
  List<Wall.Group> groups(dev.upheld.probe.board.Wall wall) {
    Map<String, List<Wall.Tile>> groups = new LinkedHashMap<>();
    for (dev.upheld.probe.board.Wall.Tile tile : wall.tiles()) {
      String title = tile.activity().map(dev.upheld.probe.board.Wall.Facet::title).orElse("");
      groups
          .computeIfAbsent(title, t -> new ArrayList<>())
          .add(new Wall.Tile(ref(tile.id(), tile.sentence()), tile.verdict(), tile.kind()));
    }
    return groups.entrySet().stream().map(e -> new Wall.Group(e.getKey(), e.getValue())).toList();
  }

  static Counts counts(dev.upheld.probe.board.Wall wall) {
    Map<Verdict, Integer> counts = wall.counts();
    return new Counts(
        counts.getOrDefault(Verdict.BROKEN, 0),
        counts.getOrDefault(Verdict.UNPROVEN, 0),
        counts.getOrDefault(Verdict.AT_RISK, 0),
        counts.getOrDefault(Verdict.UPHELD, 0));
  }

  // ---- the work list

  WorkList workList(
      dev.upheld.probe.board.WorkList work,
      dev.upheld.probe.board.Wall wall,
      List<DriftItem> drift,
      Optional<Instant> lastLooked,
      int findings) {
    Map<ReferenceId, Choice> names =
        who.known(
            Stream.concat(work.needs().stream(), work.due().stream())
                .flatMap(i -> i.care().owner().stream())
                .toList());
    return new WorkList(
        lastLooked,
        counts(wall),
        work.needs().stream().map(i -> item(i, names)).toList(),
        work.due().stream().map(i -> item(i, names)).toList(),
        drift.stream().map(Differences::of).toList(),
        work.changed().stream().map(this::change).toList(),
        groups(wall),
        findings,
        wall.lastProof());
  }

  private WorkList.Item item(
      dev.upheld.probe.board.WorkList.Item item, Map<ReferenceId, Choice> names) {
    return new WorkList.Item(
        ref(item.promise(), item.sentence()),
        item.verdict(),
        WorkList.Reason.valueOf(item.reason().name()),
        item.why(),
        owner(item.care(), names).map(Choice::label).or(() -> item.care().named()),
        item.date().map(d -> new WorkList.When(WorkList.Sense.valueOf(d.sense().name()), d.at())),
        WorkList.Action.valueOf(item.action().name()));
  }

  private static Optional<Choice> owner(Care care, Map<ReferenceId, Choice> names) {
    return care.owner().flatMap(o -> Optional.ofNullable(names.get(o)));
  }

  private WorkList.Change change(dev.upheld.probe.board.WorkList.Change change) {
    return new WorkList.Change(
        ref(change.promise(), change.sentence()),
        change.from(),
        change.to(),
        change.at(),
        change.why());
  }

  // ---- a promise

  PromisePage promise(PromiseFile file, Identity identity, Refusal refusal, Instant now) {
    Map<ReferenceId, Choice> names = who.known(people(file));
    return new PromisePage(
        about(file),
        file.judgement().verdict(),
        file.since(),
        file.judgement().why(),
        Advice.of(file),
        file.evidence().stream()
            .map(k -> Proof.of(k.evidence(), k.entry(), k.document(), k.counts()))
            .toList(),
        history(file, now),
        care(file, names),
        identity.may(Permission.PROMISES_ASSIGN) ? who.owners() : List.of(),
        abilities(file, identity),
        refusal.entered(),
        refusal.errors());
  }

  private PromisePage.About about(PromiseFile file) {
    Header header = file.promise().header();
    return new PromisePage.About(
        ref(header.id(), header.sentence()),
        file.activity().orElse(""),
        file.promise().duty(),
        file.promise().kind(),
        header.way(),
        header.clauses(),
        header.at().file(),
        header.at().line(),
        header.law(),
        file.doubts().stream().map(Finding::sentence).toList(),
        file.places());
  }

  private static History history(PromiseFile file, Instant now) {
    Instant from =
        file.history().stream()
            .map(PromiseFile.Segment::from)
            .findFirst()
            .orElse(now.minus(1, ChronoUnit.DAYS));
    List<History.Span> spans =
        file.history().stream().map(s -> new History.Span(s.from(), s.to(), s.verdict())).toList();
    return new History(from, now, spans);
  }

  private static PromisePage.Care care(PromiseFile file, Map<ReferenceId, Choice> names) {
    Care care = file.care();
    return new PromisePage.Care(
        care.named(),
        owner(care, names),
        care.due(),
        care.acknowledged().map(m -> new PromisePage.Mark(label(m.by(), names), m.at())),
        file.comments().stream()
            .map(c -> new PromisePage.Comment(label(c.by(), names), c.at(), c.text()))
            .toList());
  }

  /** Empty text for somebody who was forgotten. */
  private static String label(Optional<ReferenceId> by, Map<ReferenceId, Choice> names) {
    return by.flatMap(b -> Optional.ofNullable(names.get(b))).map(Choice::label).orElse("");
  }

  private static Collection<ReferenceId> people(PromiseFile file) {
    return Stream.of(
            file.care().owner().stream(),
            file.care().acknowledged().flatMap(Care.Mark::by).stream(),
            file.comments().stream().flatMap(c -> c.by().stream()))
        .flatMap(s -> s)
        .distinct()
        .toList();
  }

  private static Set<Ability> abilities(PromiseFile file, Identity identity) {
    Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    boolean news =
        file.judgement().verdict() != Verdict.UPHELD && file.care().acknowledged().isEmpty();
    if (news && identity.may(Permission.PROMISES_ACKNOWLEDGE)) {
      abilities.add(Ability.ACKNOWLEDGE);
    }
    if (identity.may(Permission.PROMISES_ASSIGN)) {
      abilities.add(Ability.ASSIGN);
    }
    if (identity.may(Permission.PROMISES_COMMENT)) {
      abilities.add(Ability.COMMENT);
    }
    if (file.attestable() && identity.may(Permission.PROMISES_ATTEST)) {
      abilities.add(Ability.ATTEST);
    }
    if (file.promise().header().way() == Way.PROBE && identity.may(Permission.PROMISES_PROVE)) {
      abilities.add(Ability.PROVE);
    }
    return abilities;
  }

  // ---- findings

  static Findings findings(List<Finding> findings, dev.upheld.probe.board.Wall wall) {
    Map<String, String> titles = new LinkedHashMap<>();
    wall.facets().activities().forEach(f -> titles.put(f.id(), f.title()));
    return findings(findings, titles);
  }

  /**
   * @param titles of activities by their ids
   */
  static Findings findings(List<Finding> findings, Map<String, String> titles) {
    return new Findings(
        findings.stream()
            .map(
                f ->
                    new Findings.Item(
                        f.code().code(),
                        f.sentence(),
                        f.activity().map(a -> titles.getOrDefault(a, a)).orElse(""),
                        f.at().file(),
                        f.at().line(),
                        f.clauses(),
                        f.law()))
            .toList());
  }
}
