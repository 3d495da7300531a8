package dev.upheld.app.serve;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.Erasure;
import dev.upheld.duty.request.Erasure.Gone;
import dev.upheld.duty.request.Erasure.Law;
import dev.upheld.duty.request.Erasure.Served;
import dev.upheld.duty.request.Erasure.Stays;
import dev.upheld.duty.request.Erasure.Why;
import dev.upheld.engine.Kept;
import dev.upheld.engine.PlaceStep;
import dev.upheld.engine.Plan;
import dev.upheld.engine.Receipt;
import dev.upheld.engine.SystemPlan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A plan that was carried out, as the person is told of it: activities instead of tables, and
 * nothing of other people's rows.
 */
final class ToldErasure {
  private final Workspace workspace;
  private final Map<List<Served>, Long> gone = new LinkedHashMap<>();
  private final Map<Key, Sum> stays = new LinkedHashMap<>();
  private long deleted;
  private long cleared;

  private ToldErasure(Workspace workspace) {
    this.workspace = workspace;
  }

  /** What is one line for the person, from however many tables. */
  private record Key(
      List<Served> served, Why why, Optional<Law> law, Optional<LocalDate> until, boolean waits) {}

  private static final class Sum {
    private final TreeSet<String> words = new TreeSet<>();
    private long rows;
    private long waiting;
  }

  static Erasure of(Plan plan, Receipt receipt, Workspace workspace, LocalDate on) {
    ToldErasure told = new ToldErasure(workspace);
    plan.systems().forEach(told::add);
    return new Erasure(
        on,
        told.deleted,
        told.cleared,
        told.gone.entrySet().stream()
            .map(e -> new Gone(e.getKey(), e.getValue()))
            .sorted((a, b) -> Long.compare(b.rows(), a.rows()))
            .toList(),
        told.stays.entrySet().stream().map(e -> stays(e.getKey(), e.getValue())).toList(),
        receipt.isWhole(),
        !ByHand.tasks(workspace).isEmpty());
  }

  private static Stays stays(Key key, Sum sum) {
    return new Stays(
        key.served(),
        List.copyOf(sum.words),
        sum.rows,
        key.why(),
        key.law(),
        key.until(),
        sum.waiting);
  }

  private void add(SystemPlan system) {
    for (PlaceStep step : system.steps()) {
      Optional<Place> place = place(system.system(), step.place());
      List<Served> served = served(system, place);
      PlaceStep.Counts counts = step.counts();
      // what is taken out of other people's rows tells of those rows, and is not counted
      deleted += counts.deleted();
      cleared += counts.ended() + counts.husks();
      long all = counts.deleted() + counts.ended() + counts.husks();
      if (all > 0) {
        gone.merge(served, all, Long::sum);
      }
      step.kept().forEach(kept -> add(system, served, kept));
      step.archived().forEach((into, rows) -> archived(place(system.system(), into), rows));
      if (counts.untouched() > 0) {
        List<String> words = place.map(ToldErasure::words).orElse(List.of());
        Key key = new Key(served, Why.RULE, Optional.empty(), Optional.empty(), false);
        add(key, words, counts.untouched(), 0);
      }
    }
  }

  private void add(SystemPlan system, List<Served> served, Kept kept) {
    Optional<Law> law = kept.by().flatMap(Kept.By::law).map(this::law);
    Why why = kept.by().isEmpty() ? unknown(system) : law.isPresent() ? Why.LAW : Why.DUTY;
    List<Served> whose =
        kept.by()
            .map(by -> served(List.of(by.activity())))
            .filter(s -> !s.isEmpty())
            .orElse(served);
    List<String> words = kept.by().map(Kept.By::words).orElse(List.of());
    add(new Key(whose, why, law, kept.until(), kept.open() > 0), words, kept.rows(), kept.open());
  }

  private static Why unknown(SystemPlan system) {
    return system.partner().isPresent() ? Why.SERVICE : Why.DUTY;
  }

  private void add(Key key, List<String> words, long rows, long waiting) {
    Sum sum = stays.computeIfAbsent(key, _ -> new Sum());
    sum.words.addAll(words);
    sum.rows += rows;
    sum.waiting += waiting;
  }

  /** Rows the law wants in an archive: its rule is the one for that stage. */
  private void archived(Optional<Place> archive, long rows) {
    List<Served> served = archive.map(a -> served(a.activities())).orElse(List.of());
    Optional<Law> law = archive.flatMap(this::law);
    Why why = law.isPresent() ? Why.LAW : Why.DUTY;
    List<String> words = archive.map(ToldErasure::words).orElse(List.of());
    add(new Key(served, why, law, Optional.empty(), false), words, rows, 0);
  }

  private Optional<Law> law(Place archive) {
    return archive.activities().stream()
        .flatMap(a -> Optional.ofNullable(charter().activities().get(a)).stream())
        .flatMap(a -> a.keep().value().orElse(List.of()).stream())
        .map(KeepRule::phases)
        .flatMap(List::stream)
        .filter(phase -> phase.stage().isPresent() && phase.stage().equals(archive.stage()))
        .flatMap(phase -> phase.law().stream())
        .findFirst()
        .map(this::law);
  }

  private Law law(String cited) {
    return charter()
        .law()
        .cited(cited)
        .map(r -> new Law(r.article(), r.title()))
        .orElseGet(() -> new Law(cited, ""));
  }

  private Charter charter() {
    return workspace.charter();
  }

  private Optional<Place> place(String system, String id) {
    return Optional.ofNullable(workspace.map().places().get(system))
        .flatMap(places -> Optional.ofNullable(places.get(id)));
  }

  private static List<String> words(Place place) {
    return place.fields().values().stream().map(f -> f.word()).distinct().sorted().toList();
  }

  /** Of a partner, what the whole of it serves. */
  private List<Served> served(SystemPlan system, Optional<Place> place) {
    Stream<String> whole =
        Optional.ofNullable(workspace.map().systems().get(system.system()))
            .flatMap(s -> s.partner())
            .stream()
            .flatMap(a -> a.activities().stream())
            .sorted();
    return served(place.<Collection<String>>map(Place::activities).orElseGet(() -> whole.toList()));
  }

  private List<Served> served(Collection<String> activities) {
    List<Served> served = new ArrayList<>();
    for (String word : activities) {
      Optional.ofNullable(charter().activities().get(word))
          .map(Activity::title)
          .ifPresent(title -> served.add(new Served(word, title)));
    }
    return List.copyOf(served);
  }
}
