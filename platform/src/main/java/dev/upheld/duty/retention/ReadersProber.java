package dev.upheld.duty.retention;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Declare;
import dev.upheld.connect.Answer.Reader;
import dev.upheld.connect.Answer.ReaderFacts;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Endpoint;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.probe.BoundPlace;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the server who may look at the rows of a stage, and holds it against whom the charter names.
 * Accounts may bear the names of people, so that evidence counts those it does not expect; the
 * statement it carries lists them.
 */
final class ReadersProber implements Prober {

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Declare declare && declare.what().equals("readers");
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Declare declare = (Declare) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    List<BoundPlace> places = scene.places(p -> isMeant(declare, p));
    if (places.isEmpty()) {
      plan.gap("", "The data map binds no place to this stage. Bind the places of the archive.");
    }
    for (BoundPlace bound : places) {
      boolean reachable = plan.place(bound);
      Set<String> unknown = new HashSet<>(roles(declare));
      unknown.removeAll(bound.place().readers().keySet());
      if (!unknown.isEmpty()) {
        plan.gap(
            bound.where(),
            "The data map does not say which accounts of the database are "
                + String.join(", ", unknown.stream().sorted().toList())
                + ". Say it under readers in this place.");
      } else if (reachable) {
        plan.ask(bound.system(), bound.where(), new Question.Readers(bound.place().table()));
      }
    }
    return plan.build();
  }

  /** The statement says the stage as people write it. */
  static boolean isMeant(Declare declare, Place place) {
    String stage = declare.value().substring(0, declare.value().indexOf(": "));
    return declare.header().activity().filter(place.activities()::contains).isPresent()
        && place.stage().map(s -> s.replace('-', ' ')).filter(stage::equals).isPresent();
  }

  static List<String> roles(Declare declare) {
    String roles = declare.value().substring(declare.value().indexOf(": ") + 2);
    return List.of(roles.split(", "));
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Declare declare = (Declare) promise;
    Sheet sheet = new Sheet(plan);
    for (Reply reply : replies) {
      String where = reply.inquiry().where();
      for (BoundPlace bound : scene.places(p -> isMeant(declare, p))) {
        if (bound.where().equals(where)) {
          sheet
              .read(reply, ReaderFacts.class)
              .ifPresent(facts -> new Look(declare, bound, scene, sheet).judge(facts));
        }
      }
    }
    return sheet.observe(
        "Nobody but "
            + String.join(", ", roles(declare))
            + " may look, in "
            + sheet.places()
            + " mapped places; what functions, replication and backups pass on is not seen.");
  }

  /** One place, looked at. */
  private record Look(Declare declare, BoundPlace bound, Scene scene, Sheet sheet) {

    void judge(ReaderFacts facts) {
      facts.hidden().forEach(why -> sheet.unseen(bound.where(), why));
      Set<String> named =
          roles(declare).stream()
              .flatMap(role -> bound.place().readers().getOrDefault(role, Set.of()).stream())
              .collect(Collectors.toSet());
      List<Reader> others =
          facts.readers().stream().filter(r -> !isNamed(r, named) && !isOurs(r)).toList();
      sheet.figure("accounts that may look", accounts(facts.readers()), bound.where());
      sheet.figure("of them not named", accounts(others), bound.where());
      if (!others.isEmpty()) {
        violated(others);
      }
    }

    private static boolean isNamed(Reader reader, Set<String> named) {
      return named.contains(reader.account()) || reader.groups().stream().anyMatch(named::contains);
    }

    /** Those by which this program counts and archives, as systems.yaml names them. */
    private boolean isOurs(Reader reader) {
      Optional<SystemEntry> entry = scene.system(bound.system());
      return Stream.of(entry.flatMap(SystemEntry::access), entry.flatMap(SystemEntry::acting))
          .flatMap(Optional::stream)
          .map(Endpoint::user)
          .anyMatch(u -> reader.account().equals(u) || reader.account().startsWith(u + "@"));
    }

    private void violated(List<Reader> others) {
      Map<String, Set<String>> ways = new TreeMap<>();
      for (Reader other : others) {
        ways.computeIfAbsent(way(other), _ -> new HashSet<>()).add(other.account());
      }
      String by =
          ways.entrySet().stream()
              .map(e -> e.getValue().size() + " " + e.getKey())
              .collect(Collectors.joining(", "));
      long accounts = accounts(others);
      sheet.violated(
          Wording.count(accounts, "account", "accounts")
              + " that nobody named may look at "
              + bound.where()
              + ": "
              + by
              + ".");
      sheet.advise(
          bound.where()
              + ": take the right to read from them, or name them: in the charter under readers, and"
              + " in the data map under readers of this place.");
    }

    private String way(Reader reader) {
      if (reader.account().equals("PUBLIC")) {
        return "for everybody";
      }
      if (reader.administrator()) {
        return "as administrator of the server";
      }
      boolean direct = reader.door().endsWith(bound.place().table().name());
      return direct ? "by grant, role or ownership" : "through " + reader.door();
    }

    private static long accounts(Collection<Reader> readers) {
      return readers.stream().map(Reader::account).distinct().count();
    }
  }
}
