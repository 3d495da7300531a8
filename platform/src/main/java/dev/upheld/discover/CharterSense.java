package dev.upheld.discover;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Promise;
import dev.upheld.datamap.workspace.Workspace;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a charter has to offer to a proposal: its words, activities and groups of people. */
record CharterSense(Workspace workspace) {

  /** Terms that are a kind of another; a charter that has no word for one may have the other's. */
  private static final Map<String, String> BROADER =
      Map.ofEntries(
          Map.entry("pd:Street", "pd:PhysicalAddress"),
          Map.entry("pd:City", "pd:PhysicalAddress"),
          Map.entry("pd:PostalCode", "pd:PhysicalAddress"),
          Map.entry("pd:PhysicalAddress", "pd:Location"),
          Map.entry("pd:Country", "pd:PhysicalAddress"),
          Map.entry("pd:GPSCoordinate", "pd:Location"),
          Map.entry("pd:PINCode", "pd:Password"),
          Map.entry("pd:Password", "pd:Authenticating"),
          Map.entry("pd:FinancialAccountNumber", "pd:BankAccount"),
          Map.entry("pd:WorkHistory", "pd:CurriculumVitae"),
          Map.entry("pd:UserAgent", "pd:BrowserFingerprint"),
          Map.entry("pd:MACAddress", "pd:DeviceBased"),
          Map.entry("pd:Professional", "pd:ProfessionalAffiliation"),
          Map.entry("pd:Income", "pd:Salary"));

  /**
   * The charter's words for a term.
   *
   * @param words none when it has no word for it; several when it tells things apart that the term
   *     does not
   * @param term the term they stand for, which may be broader than what was asked
   */
  record Found(List<String> words, String term) {}

  Found words(String term, Optional<String> activity) {
    Optional<String> asked = Optional.of(term);
    while (asked.isPresent()) {
      String now = asked.get();
      List<String> words =
          workspace.charter().words().vocabulary().entrySet().stream()
              .filter(e -> e.getValue().is().equals(now))
              .map(Map.Entry::getKey)
              .toList();
      List<String> listed =
          words.stream().filter(w -> activity.filter(a -> lists(a, w)).isPresent()).toList();
      if (!words.isEmpty()) {
        return new Found(listed.isEmpty() ? words : listed, now);
      }
      asked = Optional.ofNullable(BROADER.get(now));
    }
    return new Found(List.of(), term);
  }

  private boolean lists(String activity, String word) {
    return activity(activity).filter(a -> a.data().words().words().contains(word)).isPresent();
  }

  Collection<Activity> activities() {
    return workspace.charter().activities().values();
  }

  private Optional<Activity> activity(String id) {
    return Optional.ofNullable(workspace.charter().activities().get(id));
  }

  /** The share of these terms that the activity lists a word for. */
  double covered(Activity activity, Collection<String> terms) {
    if (terms.isEmpty()) {
      return 0;
    }
    long listed =
        terms.stream()
            .filter(
                term ->
                    words(term, Optional.of(activity.id())).words().stream()
                        .anyMatch(w -> lists(activity.id(), w)))
            .count();
    return (double) listed / terms.size();
  }

  /** The charter's group of people that is one of these groups; empty unless it is just one. */
  Optional<String> subject(Set<String> groups) {
    List<String> found =
        workspace.charter().words().subjects().entrySet().stream()
            .filter(
                e -> {
                  Set<String> stems = Concepts.stems(List.of(e.getKey(), e.getValue().is()));
                  return Concepts.people(stems).stream().anyMatch(groups::contains);
                })
            .map(Map.Entry::getKey)
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /** The group an activity is about, where it is just one. */
  Optional<String> onlySubject(String activity) {
    List<String> subjects =
        activity(activity).map(a -> a.data().subjects().words()).orElse(List.of());
    return subjects.size() == 1 ? Optional.of(subjects.getFirst()) : Optional.empty();
  }

  /** What happens to an activity's data in the end, where the charter says just one thing. */
  Optional<EndAction> end(String activity) {
    List<EndAction> ends = keeps(activity).stream().map(Promise.Keep::then).distinct().toList();
    List<EndAction> last = ends.stream().filter(e -> e != EndAction.ARCHIVE).toList();
    return last.size() == 1 ? Optional.of(last.getFirst()) : Optional.empty();
  }

  /** Events that an activity's periods run from. */
  Set<String> events(String activity) {
    Set<String> events = new LinkedHashSet<>();
    keeps(activity).forEach(keep -> keep.limit().events().forEach(events::add));
    return events;
  }

  private List<Promise.Keep> keeps(String activity) {
    return workspace.promises().stream()
        .filter(p -> p.header().activity().filter(activity::equals).isPresent())
        .filter(Promise.Keep.class::isInstance)
        .map(Promise.Keep.class::cast)
        .toList();
  }
}
