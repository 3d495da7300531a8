package dev.upheld.edge.privacy;

import dev.upheld.charter.model.Charter;
import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.duty.request.CaseFile.RightLine;
import dev.upheld.duty.request.Contents;
import dev.upheld.mail.LetterPdf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The answer to a request as a letter, for whoever wrote one. Pure. */
public final class AnswerLetter {
  private static final String NOT_COVERED = "not-covered";

  private AnswerLetter() {}

  /** The letter as a PDF; empty while the request is open, and once its file was erased. */
  public static Optional<byte[]> of(CaseFile file, Charter charter) {
    return file.contents()
        .filter(c -> !file.line().state().open())
        .map(contents -> LetterPdf.of(text(file, contents, visit(file, charter))));
  }

  private static Visit visit(CaseFile file, Charter charter) {
    Tongue tongue = Tongue.ofTag(file.language()).orElse(Tongue.all().getFirst());
    return new Visit(tongue, charter, new Visit.FormField("", ""), "", "", false);
  }

  private static LetterPdf.Text text(CaseFile file, Contents contents, Visit p) {
    List<String> all = new ArrayList<>();
    file.line().ended().ifPresent(day -> all.add(p.tongue().day(day)));
    all.add("#" + p.say("letter.subject", file.ref(), p.tongue().day(file.line().received())));
    all.add(p.say("letter.greeting"));
    answer(file).ifPresent(all::add);
    all.add("#" + p.say("own.asked"));
    file.rights().forEach(right -> all.add(decided(right, p)));
    ErasureWords.of(file, p).ifPresent(words -> all.addAll(words.paragraphs()));
    all.add("#" + p.say("own.complain"));
    p.watchers().forEach(watcher -> all.add(watcher(watcher)));
    all.add(p.say("own.court"));
    all.add(
        p.say("letter.questions")
            + " "
            + Stream.concat(p.officerMail().stream(), p.officerAddress().stream())
                .reduce((a, b) -> a + ", " + b)
                .orElse(p.company()));
    all.add(p.say("letter.end"));
    all.add(p.company());
    return new LetterPdf.Text(
        p.tongue().tag(),
        p.say("own.title", file.ref()),
        Stream.concat(Stream.of(p.company()), address(p).stream()).toList(),
        Stream.concat(Stream.of(contents.name()), contents.postal().lines())
            .filter(line -> !line.isBlank())
            .toList(),
        all);
  }

  private static Optional<String> address(Visit p) {
    return p.charter().organisation().company().address();
  }

  /** What the company wrote last: its answer. */
  private static Optional<String> answer(CaseFile file) {
    return file.messages().stream()
        .filter(message -> !message.fromPerson())
        .reduce((earlier, later) -> later)
        .map(CaseFile.Message::words);
  }

  private static String decided(RightLine right, Visit p) {
    String line =
        p.say(
            "letter.decided",
            p.tongue().right(right.right()),
            p.say("outcome." + right.outcome().name()));
    if (right.outcome() != Outcome.REFUSED) {
      return line;
    }
    String ground =
        right
            .ground()
            .filter(g -> !g.equals(NOT_COVERED))
            .map(g -> "\n" + p.say("own.ground") + " " + g)
            .orElse("");
    return line + "\n" + right.words().orElse("") + ground;
  }

  private static String watcher(Visit.Watcher watcher) {
    return Stream.of(Optional.of(watcher.name()), watcher.address(), watcher.site())
        .flatMap(Optional::stream)
        .reduce((a, b) -> a + "\n" + b)
        .orElseThrow();
  }
}
