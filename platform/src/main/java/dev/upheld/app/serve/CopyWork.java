package dev.upheld.app.serve;

import dev.upheld.app.copy.CopyZip;
import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Deaths;
import dev.upheld.duty.request.Departed;
import dev.upheld.duty.request.Offer;
import dev.upheld.duty.request.RequestProblem;
import dev.upheld.duty.request.Requests;
import dev.upheld.duty.request.Reviews;
import dev.upheld.edge.privacy.CopyReport;
import dev.upheld.edge.privacy.PublicPages;
import dev.upheld.edge.privacy.Tongue;
import dev.upheld.engine.CopyPlan;
import dev.upheld.engine.Copying;
import dev.upheld.engine.Exporting.Scope;
import dev.upheld.engine.Reviewing;
import dev.upheld.engine.Subject;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Copies for requests: counts what one would hold, and makes it. */
final class CopyWork {
  private static final String ACCESS = "access";
  private static final String PORTABILITY = "portability";

  private final Supplier<Workspace> workspace;
  private final Copying copying;
  private final Requests requests;
  private final Reviewing reviewing;
  private final PublicPages pages = new PublicPages();

  CopyWork(Supplier<Workspace> workspace, Copying copying, Reviewing reviewing, Requests requests) {
    this.workspace = workspace;
    this.copying = copying;
    this.requests = requests;
    this.reviewing = reviewing;
  }

  static boolean isAsked(CaseFile file) {
    return scope(file).isPresent();
  }

  /** Everything where access is asked for, whatever else is; what can be taken along is in it. */
  private static Optional<Scope> scope(CaseFile file) {
    Optional<Departed> departed = Deaths.departed(file);
    if (departed.isPresent()) {
      return departed.filter(Departed::handsOver).map(_ -> Scope.EVERYTHING);
    }
    List<String> rights = rights(file);
    if (rights.contains(ACCESS)) {
      return Optional.of(Scope.EVERYTHING);
    }
    return rights.contains(PORTABILITY) ? Optional.of(Scope.PORTABLE) : Optional.empty();
  }

  /** Rights that were refused are not worked on. */
  static List<String> rights(CaseFile file) {
    return file.rights().stream()
        .filter(r -> r.outcome() != CaseFile.Outcome.REFUSED)
        .map(CaseFile.RightLine::right)
        .toList();
  }

  CopyPlan plan(CaseFile file) {
    Workspace now = workspace.get();
    return copying.plan(now, subject(now, file), scope(file).orElseThrow());
  }

  private static Subject subject(Workspace workspace, CaseFile file) {
    return AskedBy.of(workspace.charter(), file);
  }

  /**
   * Makes the copy and has it kept; one that was made already is not made again.
   *
   * @throws dev.upheld.kernel.ProblemException when a system is away, or the plan is another one
   */
  void make(CaseFile file, CopyPlan approved) {
    if (requests.copies().made(file.ref())) {
      return;
    }
    copying.unchanged(approved, plan(file));
    Reviews.Review review = reviewed(file, approved.scope());
    requests
        .copies()
        .keep(
            file.ref(),
            Map.of("plan", approved.digest(), "places", approved.parts().size()),
            out -> write(file, approved.scope(), review, out));
  }

  /**
   * What was decided about other people in it.
   *
   * @throws ProblemException as long as nobody has
   */
  private Reviews.Review reviewed(CaseFile file, Scope scope) {
    Reviews.Review review =
        requests
            .reviews()
            .of(file.ref())
            .orElseGet(
                () -> {
                  Reviews.Review found = CopyReviews.of(reviewing.screen(copy(file, scope)));
                  requests.reviews().found(file.ref(), found);
                  return found;
                });
    if (!review.decided()) {
      throw new ProblemException(
          Problem.of(
              RequestProblem.REVIEW,
              "The copy holds " + review.findings().size() + " traces of other people.",
              "Decide on the page of the copy what is handed out; then it goes on."));
    }
    return review;
  }

  private Reviewing.Copy copy(CaseFile file, Scope scope) {
    Workspace now = workspace.get();
    return new Reviewing.Copy(now, subject(now, file), scope, AskedBy.known(file));
  }

  private void write(CaseFile file, Scope scope, Reviews.Review review, OutputStream out)
      throws IOException {
    Workspace now = workspace.get();
    CopyZip zip = new CopyZip(out);
    Reviewing.Made made =
        reviewing.export(
            copy(file, scope), CopyReviews.screened(review), CopyReviews.released(review), zip);
    List<CopyReport.Table> tables = zip.tables();
    CopyReport report =
        new CopyReport(
            file.ref().toString(),
            requests.today(),
            scope == Scope.PORTABLE,
            activities(now.charter(), zip.activities()),
            tables,
            List.copyOf(made.withheld()),
            made.blacked(),
            !ByHand.tasks(now).isEmpty(),
            requests.offers().stream().map(Offer::right).toList());
    Tongue tongue = Tongue.ofTag(file.language()).orElse(Tongue.all().getFirst());
    zip.finish(pages.report(report, tongue, now.charter()));
  }

  private static List<Activity> activities(Charter charter, Collection<String> words) {
    return charter.activities().values().stream().filter(a -> words.contains(a.id())).toList();
  }
}
