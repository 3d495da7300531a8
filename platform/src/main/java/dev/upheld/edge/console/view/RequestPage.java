package dev.upheld.edge.console.view;

import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Deaths;
import dev.upheld.duty.request.Objecting;
import dev.upheld.duty.request.Papers;
import dev.upheld.duty.request.RequestMarks;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.RequestWork;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request: who asks, by when, what was decided, what is done.
 *
 * @param grounds by right, on which the law lets it be refused
 * @param owners whom a task can be given to
 * @param names of people, by their reference
 * @param refused which form was not accepted, and why
 * @param papers that wait for the check
 */
public record RequestPage(
    CaseFile file,
    LocalDate today,
    Map<String, List<String>> grounds,
    List<Choice> owners,
    Map<ReferenceId, String> names,
    Work work,
    May may,
    Optional<Refused> refused,
    List<Papers.Paper> papers)
    implements View {
  /** Without papers. */
  public RequestPage(
      CaseFile file,
      LocalDate today,
      Map<String, List<String>> grounds,
      List<Choice> owners,
      Map<ReferenceId, String> names,
      Work work,
      May may,
      Optional<Refused> refused) {
    this(file, today, grounds, owners, names, work, may, refused, List.of());
  }

  public RequestPage {
    papers = List.copyOf(papers);
    grounds = Map.copyOf(grounds);
    owners = List.copyOf(owners);
    names = Map.copyOf(names);
  }

  /**
   * What is done in the systems.
   *
   * @param ready whether anything can be planned here
   */
  public record Work(
      boolean ready,
      Optional<RequestWork.Plan> plan,
      Optional<RequestWork.Progress> progress,
      Marks marks) {

    /** Where no lasting states are kept. */
    public Work(
        boolean ready, Optional<RequestWork.Plan> plan, Optional<RequestWork.Progress> progress) {
      this(ready, plan, progress, new Marks(false, Optional.empty(), List.of(), Optional.empty()));
    }
  }

  /**
   * Lasting states of the person's data.
   *
   * @param fits whether this request lets the data be kept still
   * @param still the restriction set for it last
   * @param taken what it takes back: objections, consent
   * @param death what was noted of a death
   */
  public record Marks(
      boolean fits,
      Optional<RequestMarks.Still> still,
      List<Objecting.Asked> taken,
      Optional<Deaths.Death> death) {
    public Marks {
      taken = List.copyOf(taken);
    }
  }

  /** What whoever looks may do. */
  public record May(boolean work, boolean approve) {}

  /**
   * A form that was not accepted.
   *
   * @param form its word: {@code extend}
   * @param entered the text that was in it
   * @param because each reason with its place and its mend, where there is more to say
   */
  public record Refused(String form, RequestProblem why, String entered, List<Problem> because) {
    public Refused {
      because = List.copyOf(because);
    }

    /** Where the general sentence is all there is to say. */
    public Refused(String form, RequestProblem why, String entered) {
      this(form, why, entered, List.of());
    }
  }

  /** The text that was in a form when it was not accepted; empty text otherwise. */
  public String entered(String form) {
    return refused.filter(r -> r.form().equals(form)).map(Refused::entered).orElse("");
  }

  /** Whether this form was not accepted. */
  public boolean refused(String form) {
    return refused.filter(r -> r.form().equals(form)).isPresent();
  }

  /** What a person is called; empty text for whoever is erased. */
  public String name(ReferenceId person) {
    return names.getOrDefault(person, "");
  }
}
