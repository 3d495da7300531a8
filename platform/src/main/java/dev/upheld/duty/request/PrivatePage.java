package dev.upheld.duty.request;

import dev.upheld.duty.request.Acts.Told;
import dev.upheld.duty.request.CaseFile.Message;
import dev.upheld.duty.request.State.Step;
import dev.upheld.kernel.Sha256;
import dev.upheld.store.generated.tables.records.RequestCaseRecord;
import java.util.Map;
import java.util.Optional;

/**
 * What the person who asked sees and does, behind a link nobody can guess. Whoever tries links is
 * slowed down and journalled. Thread-safe.
 */
public final class PrivatePage {
  private static final int LINK_BYTES = 32;

  private final Desk desk;
  private final Acts acts;
  private final Flow flow;

  PrivatePage(Desk desk, Acts acts, Flow flow) {
    this.desk = desk;
    this.acts = acts;
    this.flow = flow;
  }

  /**
   * The request behind a link; empty when the link leads nowhere (any more), or too many such were
   * tried from there.
   *
   * @param source where it is asked from in the network
   */
  public Optional<CaseFile> open(String link, String source) {
    if (flow.over(Flow.Kind.GUESS, source)) {
      return Optional.empty();
    }
    Optional<CaseFile> file =
        desk.cases()
            .byLink(desk.store().dsl(), Sha256.of(link))
            .flatMap(ref -> desk.cases().find(desk.store().dsl(), ref))
            .map(this::file);
    if (file.isEmpty()) {
      var _ = flow.let(Flow.Kind.GUESS, source);
    }
    return file;
  }

  private CaseFile file(RequestCaseRecord row) {
    return desk.cases().file(desk.store().dsl(), row, desk.charter(), desk.today());
  }

  /**
   * Writes to the company.
   *
   * @return false when too much was written lately
   * @throws dev.upheld.kernel.ProblemException when nothing can be written here any more
   */
  public boolean write(CaseRef ref, String words) {
    String text = Handling.words(words, 1, Intake.LONGEST);
    if (!flow.let(Flow.Kind.MESSAGE, ref.value())) {
      return false;
    }
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          desk.cases().message(on.tx(), on.row(), new Message(desk.now(), true, text));
          desk.tellOfficers(on.tx(), "request-wrote", of(ref));
          return Told.quietly("person-wrote");
        });
    return true;
  }

  private static Map<String, String> of(CaseRef ref) {
    return Map.of("ref", ref.value());
  }

  /** Takes the request back. */
  public void withdraw(CaseRef ref) {
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          on.step(Step.WITHDRAW);
          acts.end(on);
          return Told.byMail("withdrawn");
        });
  }

  /** Sends another link to the address on file; the old one opens nothing any more. */
  public void renew(CaseRef ref) {
    if (!flow.let(Flow.Kind.MESSAGE, ref.value())) {
      return;
    }
    acts.change(
        ref,
        Optional.empty(),
        on -> {
          String link = desk.random().token(LINK_BYTES);
          Contents contents = desk.cases().contents(on.row()).orElseThrow().linked(link);
          desk.cases().contents(on.row(), contents);
          on.row().setLinkHash(Sha256.of(link));
          return Told.byMail("link-renewed");
        });
  }
}
