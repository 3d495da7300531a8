package dev.upheld.duty.request;

import dev.upheld.charter.model.Activity;
import dev.upheld.duty.request.Acts.On;
import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.duty.request.RequestMarks.Noted;
import dev.upheld.journal.ReferenceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Objections and withdrawn consent (GDPR Art. 21, Art. 7(3)) as lasting states per activity:
 * whoever uses people's data for one is told not to. Recipients no program reaches become tasks.
 * Thread-safe.
 */
public final class Objecting {
  private static final String FRENCH = "fr";

  private final Desk desk;
  private final Acts acts;

  Objecting(Desk desk, Acts acts) {
    this.desk = desk;
    this.acts = acts;
  }

  /** What people take back. */
  public enum Kind {
    /** Their data is not used any more for some activities. */
    OBJECTION,
    /** Their consent to some activities ends. */
    WITHDRAWAL;

    private List<String> rights() {
      return switch (this) {
        case OBJECTION -> List.of("objection", "objection-marketing");
        case WITHDRAWAL -> List.of("withdraw-consent");
      };
    }

    /** As forms and the journal write it. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * What a request takes back.
   *
   * @param reached activities it may reach
   * @param noted what was noted last; empty as long as nothing was
   */
  public record Asked(Kind kind, List<Reached> reached, Optional<Noted> noted) {
    public Asked {
      reached = List.copyOf(reached);
    }
  }

  /** What a request takes back, as far as it was not refused. */
  public List<Asked> of(CaseFile file) {
    if (!marks().ready()) {
      return List.of();
    }
    return java.util.stream.Stream.of(Kind.values())
        .filter(kind -> asks(file, kind))
        .map(kind -> new Asked(kind, reached(file, kind), marks().noted(file.ref(), kind)))
        .toList();
  }

  private RequestMarks marks() {
    return desk.work().get().marks();
  }

  private static boolean asks(CaseFile file, Kind kind) {
    return file.rights().stream()
        .anyMatch(r -> kind.rights().contains(r.right()) && r.outcome() != Outcome.REFUSED);
  }

  private List<Reached> reached(CaseFile file, Kind kind) {
    Map<String, Reached> all = new LinkedHashMap<>();
    file.rights().stream()
        .filter(r -> kind.rights().contains(r.right()) && r.outcome() != Outcome.REFUSED)
        .flatMap(r -> Reached.by(desk.charter(), r.right()).stream())
        .forEach(
            r ->
                all.merge(
                    r.activity(),
                    r,
                    (a, b) -> new Reached(a.activity(), a.title(), a.likely() || b.likely())));
    return List.copyOf(all.values());
  }

  /**
   * Notes for which activities the data is not used any more, from now on; each recipient of one of
   * them becomes a task.
   *
   * @param activities at least one, each reached by what is asked
   */
  public void note(CaseRef ref, Kind kind, Set<String> activities, ReferenceId who) {
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          CaseFile file = desk.cases().file(on.tx(), on.row(), desk.charter(), desk.today());
          on.mustBeOpen();
          if (on.row().getProved() == null || !asks(file, kind)) {
            throw RequestProblem.notNow();
          }
          Set<String> known =
              reached(file, kind).stream()
                  .map(Reached::activity)
                  .collect(java.util.stream.Collectors.toSet());
          if (activities.isEmpty() || !known.containsAll(activities)) {
            throw RequestProblem.CHOICE.because(
                "No activity was chosen, or one that this right does not reach.",
                "Choose from the list.");
          }
          marks().note(on.tx(), file, kind, activities);
          tasks(on, kind, activities);
          return Told.byMail(kind.word() + "-noted")
              .with("activities", List.copyOf(new TreeSet<>(activities)));
        });
  }

  private void tasks(On on, Kind kind, Set<String> activities) {
    Map<String, Set<String>> receives = new LinkedHashMap<>();
    desk.charter().activities().values().stream()
        .filter(a -> activities.contains(a.id()))
        .forEach(
            a ->
                a.recipients().value().map(Activity.Recipients::uses).stream()
                    .flatMap(List::stream)
                    .forEach(
                        use ->
                            receives
                                .computeIfAbsent(use.who(), w -> new TreeSet<>())
                                .add(a.title())));
    receives.forEach(
        (who, of) ->
            desk.cases()
                .task(
                    on.tx(),
                    on.row(),
                    new Handling.NewTask(
                        task(name(who), kind, String.join(", ", of)),
                        Optional.empty(),
                        on.row().getDue())));
  }

  private String name(String recipient) {
    return Optional.ofNullable(desk.charter().recipients().get(recipient))
        .flatMap(r -> r.name().value())
        .orElse(recipient);
  }

  private String task(String recipient, Kind kind, String activities) {
    boolean french = desk.charter().publication().languages().prevailing().startsWith(FRENCH);
    return switch (kind) {
      case OBJECTION ->
          french
              ? "Dire à " + recipient + " que la personne s’oppose : " + activities + "."
              : "Tell " + recipient + " that the person objects: " + activities + ".";
      case WITHDRAWAL ->
          french
              ? "Dire à " + recipient + " que le consentement est retiré : " + activities + "."
              : "Tell " + recipient + " that consent was withdrawn: " + activities + ".";
    };
  }

  /** The person changed their mind: the state ends. */
  public void end(CaseRef ref, Kind kind, ReferenceId who) {
    acts.change(
        ref,
        Optional.of(who),
        on -> {
          marks().end(on.tx(), ref, kind);
          return Told.byMail(kind.word() + "-ended");
        });
  }
}
