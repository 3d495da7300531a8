package dev.upheld.duty.retention;

import dev.upheld.charter.Charters;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.connect.Due;
import dev.upheld.datamap.Bindings;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Expiry;
import dev.upheld.engine.KeepAt;
import dev.upheld.engine.KeptRows;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Sha256;
import dev.upheld.probe.Assignment;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Claims;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that charter and data map make together. Pure. */
final class Rules {
  private static final Set<EndAction> FIELD_ENDS =
      Set.of(EndAction.CLEAR, EndAction.ANONYMISE, EndAction.PSEUDONYMISE, EndAction.REDACT);

  private static final Set<EndAction> FIELD_STAYS =
      Set.of(
          EndAction.CLEAR,
          EndAction.ANONYMISE,
          EndAction.PSEUDONYMISE,
          EndAction.REDACT,
          EndAction.REASSIGN);

  /** What is said where somebody would let go what the charter keeps. */
  static final String STAYS =
      "By the charter it stays: a review can only decide that it is kept on.";

  private final Workspace workspace;
  private final Instant now;
  private final List<Keep> keeps;
  private final Map<String, List<KeepAt>> others = new HashMap<>();
  private final Map<String, Map<String, Expiry.Archive>> archives = new HashMap<>();
  private final Map<String, String> bindings = new HashMap<>();

  private Rules(Workspace workspace, Instant now) {
    this.workspace = workspace;
    this.now = now;
    this.keeps =
        workspace.promises().stream().filter(Keep.class::isInstance).map(Keep.class::cast).toList();
  }

  /** All of them, in the order of the charter and of the data map. */
  static List<Rule> of(Workspace workspace, Instant now) {
    return new Rules(workspace, now).all(Rules::isEnding, _ -> true);
  }

  private static boolean isEnding(Keep keep) {
    return keep.then() != EndAction.KEEP;
  }

  /** The rule of that id; empty where there is none by now. */
  static Optional<Rule> find(Workspace workspace, Instant now, String id) {
    return new Rules(workspace, now).all(Rules::isEnding, id::equals).stream().findFirst();
  }

  /** Those that rest on a reason without a number, also where the charter lets nothing go. */
  static List<Rule> reviews(Workspace workspace, Instant now) {
    return new Rules(workspace, now).all(ReviewTimes::speakOf, _ -> true);
  }

  /** The one of these of that id; empty where there is none by now. */
  static Optional<Rule> review(Workspace workspace, Instant now, String id) {
    return new Rules(workspace, now).all(ReviewTimes::speakOf, id::equals).stream().findFirst();
  }

  /**
   * All of them, or one.
   *
   * @param only the id of a rule; empty for all
   * @throws ProblemException where there is none of that id
   */
  static List<Rule> only(Workspace workspace, Instant now, Optional<String> only) {
    return only.isEmpty()
        ? of(workspace, now)
        : List.of(
            find(workspace, now, only.get())
                .orElseThrow(
                    () ->
                        RetentionProblem.UNKNOWN.because(
                            "There is no such rule of retention.",
                            "upheld retain plan lists those there are.")));
  }

  /** Those with such ids; no other is made, since a digest takes a look at all of the map. */
  private List<Rule> all(Predicate<Keep> wanted, Predicate<String> ids) {
    List<Rule> rules = new ArrayList<>();
    for (Keep keep : keeps) {
      if (wanted.test(keep)) {
        workspace
            .map()
            .places()
            .forEach(
                (system, places) ->
                    places.values().stream()
                        .filter(place -> KeptRows.concern(keep, place))
                        .filter(place -> ids.test(id(keep, system, place)))
                        .forEach(place -> rules.add(rule(keep, system, place))));
      }
    }
    return rules;
  }

  /** A rule of another day, with what a review decided about the same one. */
  static Rule like(Rule decided, Workspace workspace, Rule rule) {
    boolean reviewed = ReviewTimes.speakOf(decided.keep()) && !decided.kept().asks().isEmpty();
    return reviewed
            && rule.id().equals(decided.id())
            && decided.kept().asks().getFirst().question().due() instanceof Due.Before due
        ? reviewed(workspace, rule, due)
        : rule;
  }

  /** What a rule is now, of that promise in that place. */
  static String digest(Workspace workspace, Instant now, Keep keep, BoundPlace bound) {
    Rules rules = new Rules(workspace, now);
    KeepAt kept = rules.at(keep, bound.system(), bound.place());
    return rules.digest(id(keep, bound.system(), bound.place()), bound.system(), kept);
  }

  /** What a rule is called. */
  static String id(Keep keep, String system, Place place) {
    return keep.id() + "@" + system + "/" + place.id();
  }

  private Collection<Place> places(String system) {
    return workspace.map().places().getOrDefault(system, Map.of()).values();
  }

  private KeepAt at(Keep keep, String system, Place place) {
    ZoneId zone =
        Optional.ofNullable(workspace.map().systems().get(system))
            .map(SystemEntry::zone)
            .orElse(workspace.zone());
    return KeepAt.of(
        keep, place, workspace.promises(), new KeepAt.Time(now, workspace.zone(), zone));
  }

  private Rule rule(Keep keep, String system, Place place) {
    KeepAt kept = at(keep, system, place);
    String id = id(keep, system, place);
    return rule(id, digest(id, system, kept), system, kept);
  }

  private Rule rule(String id, String digest, String system, KeepAt kept) {
    List<String> gaps = new ArrayList<>(kept.gaps());
    Optional<Expiry> expiry = expiry(id, digest, system, kept, gaps);
    return new Rule(id, digest, system, kept, expiry, gaps);
  }

  /** The same rule where a review says which of its rows are past their time. */
  static Rule reviewed(Workspace workspace, Rule rule, Due.Before due) {
    String digest = Sha256.hex(rule.digest() + "\n" + due.clock().event() + "\n" + due.limit());
    return new Rules(workspace, rule.kept().time().now())
        .rule(rule.id(), digest, rule.system(), rule.kept().past(due));
  }

  private Optional<Expiry> expiry(
      String id, String digest, String system, KeepAt kept, List<String> gaps) {
    if (kept.keep().then() == EndAction.KEEP) {
      gaps.add(STAYS);
      return Optional.empty();
    }
    boolean reached =
        Optional.ofNullable(workspace.map().systems().get(system))
            .flatMap(SystemEntry::hands)
            .isPresent();
    if (!reached) {
      gaps.add("Nothing can be changed in system " + system + " from here.");
    }
    boolean rowGoes = !KeptRows.rowsRemain(kept.keep(), kept.place());
    Map<String, EndAction> ends = rowGoes ? Map.of() : ends(kept, gaps);
    Map<String, Expiry.Archive> moves = archives(system);
    boolean lost = kept.keep().then() == EndAction.ARCHIVE && !moves.containsKey(kept.place().id());
    if (lost) {
      gaps.add(
          "The data map binds no place of the next stage in this system or in an archive of files"
              + " that can be reached, with the same subjects. Bind it, and say its stage.");
    }
    boolean unsummed =
        kept.keep().then() == EndAction.AGGREGATE && rowGoes && kept.place().totals().isEmpty();
    if (unsummed) {
      gaps.add(
          "The data map does not say where the sums of these rows remain. Say it with aggregate:"
              + " into, by, count.");
    }
    if (kept.asks().isEmpty() && gaps.isEmpty()) {
      gaps.add(
          "It is kept for a reason without a number: a person decides at its review (upheld retain"
              + " reviews, or the reviews under Retention in the console).");
    }
    boolean unwritten =
        !kept.keep().warn().isEmpty() && Addresses.of(workspace, system, kept.place()).isEmpty();
    if (unwritten) {
      gaps.add(Addresses.missing(kept.place()));
    }
    boolean unfiled = isUnfiled(system, kept, rowGoes, gaps);
    boolean able =
        reached
            && !lost
            && !unfiled
            && !unsummed
            && !unwritten
            && !kept.asks().isEmpty()
            && (rowGoes || !ends.isEmpty());
    return able
        ? Optional.of(new Expiry(id, digest, system, kept, rowGoes, ends, moves, others(system)))
        : Optional.empty();
  }

  /** Rows in files go as a whole, and nobody is told before. */
  private boolean isUnfiled(String system, KeepAt kept, boolean rowGoes, List<String> gaps) {
    boolean vault =
        Optional.ofNullable(workspace.map().systems().get(system))
            .filter(SystemEntry::isVault)
            .isPresent();
    boolean goes = rowGoes && kept.keep().then() == EndAction.DELETE;
    boolean unfiled = vault && !(goes && kept.keep().warn().isEmpty());
    if (unfiled) {
      gaps.add(
          "Rows in an archive of files can only be deleted, and nobody can be told before: keep them"
              + " in a database.");
    }
    return unfiled;
  }

  /** What becomes of fields in rows that stay. */
  private static Map<String, EndAction> ends(KeepAt kept, List<String> gaps) {
    Map<String, EndAction> ends = new TreeMap<>();
    EndAction then = kept.keep().then();
    for (Field field : KeptRows.fields(kept.keep(), kept.place())) {
      EndAction end = field.end().filter(FIELD_STAYS::contains).orElse(then);
      boolean given = end == EndAction.REASSIGN && field.isWhole() && field.to().isPresent();
      if (FIELD_ENDS.contains(end) || given) {
        ends.put(field.name().toString(), end);
      } else if (end == EndAction.REASSIGN) {
        gaps.add(
            "The data map does not say to whom "
                + field.name()
                + " is reassigned. Write the key of the placeholder row under to.");
        return Map.of();
      } else {
        gaps.add(
            "The end " + end.id() + " of " + field.name() + " is not built yet: do it by hand.");
        return Map.of();
      }
    }
    return ends;
  }

  private List<KeepAt> others(String system) {
    return others.computeIfAbsent(system, this::bound);
  }

  private List<KeepAt> bound(String system) {
    return keeps.stream()
        .flatMap(
            keep ->
                places(system).stream()
                    .filter(place -> KeptRows.concern(keep, place))
                    .map(place -> at(keep, system, place)))
        .toList();
  }

  /** Where rows go that a promise moves on to the next stage, by place. */
  private Map<String, Expiry.Archive> archives(String system) {
    return archives.computeIfAbsent(system, this::archivesOf);
  }

  private Map<String, Expiry.Archive> archivesOf(String system) {
    Map<String, Expiry.Archive> moves = new TreeMap<>();
    for (Place place : places(system)) {
      keeps.stream()
          .filter(keep -> keep.then() == EndAction.ARCHIVE && KeptRows.concern(keep, place))
          .flatMap(keep -> archive(keep, system, place).stream())
          .findFirst()
          .ifPresent(archive -> moves.put(place.id(), archive));
    }
    return moves;
  }

  private Optional<Expiry.Archive> archive(Keep keep, String system, Place place) {
    Optional<Keep> next =
        keeps.subList(keeps.indexOf(keep) + 1, keeps.size()).stream()
            .filter(k -> k.header().activity().equals(keep.header().activity()))
            .filter(k -> k.words().equals(keep.words()) && k.state().equals(keep.state()))
            .filter(k -> k.stage().isPresent() && !k.stage().equals(keep.stage()))
            .findFirst();
    return next.flatMap(
        k ->
            archive(k, place, Optional.empty(), places(system))
                .or(
                    () ->
                        vaults(system)
                            .flatMap(v -> archive(k, place, Optional.of(v), places(v)).stream())
                            .findFirst()));
  }

  /** Archives of files, unless it is one itself: they take rows of databases. */
  private Stream<String> vaults(String system) {
    Map<String, SystemEntry> all = workspace.map().systems();
    boolean database = Optional.ofNullable(all.get(system)).filter(s -> !s.isVault()).isPresent();
    return all.entrySet().stream()
        .filter(e -> database && e.getValue().isVault())
        .map(Map.Entry::getKey)
        .sorted();
  }

  private static Optional<Expiry.Archive> archive(
      Keep next, Place place, Optional<String> system, Collection<Place> places) {
    return places.stream()
        .filter(p -> KeptRows.concern(next, p) && p.stage().equals(next.stage()))
        .filter(p -> !p.subjects().isEmpty() && p.subjects().equals(place.subjects()))
        .filter(p -> place.fields().keySet().containsAll(p.fields().keySet()))
        .findFirst()
        .flatMap(
            p -> next.limit().events().findFirst().map(e -> new Expiry.Archive(system, p.id(), e)));
  }

  /** Changes with whatever could make the rule end other rows, or end them otherwise. */
  private String digest(String id, String system, KeepAt kept) {
    Assignment assignment =
        new Assignment(
            workspace.root(),
            workspace.promises(),
            workspace.terms(),
            workspace.map(),
            workspace.zone());
    Collection<Place> touched = touched(system, kept.place());
    List<String> parts = new ArrayList<>();
    parts.add(id);
    parts.add(Claims.of(kept.keep(), assignment).digest());
    parts.add(binding(system, touched));
    parts.add(binding(system, above(system, touched)));
    parts.add(String.join(" ", Expiry.identifying(workspace.charter())));
    parts.addAll(vaults(system, touched));
    if (!kept.keep().warn().isEmpty()) {
      parts.add(Bindings.digest(Addresses.places(workspace, system, kept.place())));
    }
    keeps.stream()
        .filter(keep -> touched.stream().anyMatch(place -> KeptRows.concern(keep, place)))
        .map(Charters::digest)
        .sorted()
        .forEach(parts::add);
    return Sha256.hex(String.join("\n", parts));
  }

  /** The archives of files into which rows of these places move. */
  private List<String> vaults(String system, Collection<Place> touched) {
    Set<String> ids = touched.stream().map(Place::id).collect(Collectors.toSet());
    List<String> bound = new ArrayList<>();
    archives(system)
        .forEach(
            (place, archive) -> {
              if (ids.contains(place) && archive.system().isPresent()) {
                String vault = archive.system().get();
                Map<String, Place> there = workspace.map().places().getOrDefault(vault, Map.of());
                List<Place> one = Optional.ofNullable(there.get(archive.place())).stream().toList();
                bound.add(place + " into " + vault + ": " + binding(vault, one));
              }
            });
    return bound;
  }

  /** Rules of one system mostly touch the same places. */
  private String binding(String system, Collection<Place> places) {
    String names = places.stream().map(Place::id).sorted().collect(Collectors.joining(" "));
    return bindings.computeIfAbsent(system + ": " + names, _ -> Bindings.digest(places));
  }

  /** The place, those on the same table, and all whose rows belong to rows of these. */
  private Collection<Place> touched(String system, Place place) {
    Set<Place> touched = new LinkedHashSet<>(Set.of(place));
    boolean more = true;
    while (more) {
      more =
          places(system).stream()
              .filter(p -> touched.stream().anyMatch(t -> belongs(p, t)))
              .map(touched::add)
              .reduce(false, Boolean::logicalOr);
    }
    return touched;
  }

  /** What their rows belong to, up to the last one: whoever is found there has a say. */
  private Collection<Place> above(String system, Collection<Place> below) {
    Set<Place> all = new LinkedHashSet<>(below);
    boolean more = true;
    while (more) {
      Set<String> owners =
          all.stream()
              .flatMap(p -> p.links().stream())
              .filter(l -> l.kind() == Link.Kind.OWNS)
              .map(Link::place)
              .collect(Collectors.toSet());
      more = all.addAll(places(system).stream().filter(p -> owners.contains(p.id())).toList());
    }
    return all;
  }

  private static boolean belongs(Place place, Place to) {
    return place.table().equals(to.table())
        || place.links().stream()
            .anyMatch(l -> l.kind() == Link.Kind.OWNS && l.place().equals(to.id()))
        || to.subjects().entrySet().stream()
            .anyMatch(e -> place.subjects().containsKey(e.getKey()));
  }
}
