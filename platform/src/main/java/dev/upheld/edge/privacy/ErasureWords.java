package dev.upheld.edge.privacy;

import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Contents;
import dev.upheld.duty.request.Erasure;
import dev.upheld.duty.request.Erasure.Gone;
import dev.upheld.duty.request.Erasure.Law;
import dev.upheld.duty.request.Erasure.Served;
import dev.upheld.duty.request.Erasure.Stays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What was erased and what is kept until when, in plain words of one language. */
public final class ErasureWords {
  private final Visit p;
  private final CopyWords words;
  private final Erasure erasure;

  private ErasureWords(Visit p, Erasure erasure) {
    this.p = p;
    this.words = new CopyWords(p);
    this.erasure = erasure;
  }

  /** Of a request; empty as long as nothing was erased for it, and once its file is gone. */
  public static Optional<ErasureWords> of(CaseFile file, Visit p) {
    return file.contents().flatMap(Contents::erasure).map(e -> new ErasureWords(p, e));
  }

  /** How much was erased, and when; one sentence each. */
  public List<String> sentences() {
    String day = p.tongue().day(erasure.on());
    List<String> all = new ArrayList<>();
    if (erasure.deleted() + erasure.cleared() == 0) {
      all.add(p.say("erased.nothing", day));
    }
    if (erasure.deleted() > 0) {
      all.add(p.say("erased.deleted", day, records(erasure.deleted())));
    }
    if (erasure.cleared() > 0) {
      all.add(p.say("erased.cleared", day, records(erasure.cleared())));
    }
    if (erasure.hand()) {
      all.add(p.say("erased.hand"));
    }
    return all;
  }

  public List<Gone> gone() {
    return erasure.gone();
  }

  public List<Stays> stays() {
    return erasure.stays();
  }

  /** What it served. */
  public String served(Gone gone) {
    return served(gone.served());
  }

  /** What it serves. */
  public String served(Stays stays) {
    return served(stays.served());
  }

  private String served(List<Served> served) {
    return served.isEmpty()
        ? p.say("erased.other")
        : served.stream()
            .map(s -> words.title(s.activity(), s.title()))
            .collect(Collectors.joining(", "));
  }

  /** How many: {@code 12 records}. */
  public String records(long rows) {
    return p.say(rows == 1 ? "erased.record" : "erased.records", rows);
  }

  /** The kinds of data that are kept; empty text where the charter has no words for them. */
  public String data(Stays stays) {
    return stays.words().stream().map(words::plain).collect(Collectors.joining(", "));
  }

  /** Why they are kept. */
  public String why(Stays stays) {
    return stays.law().map(this::law).orElseGet(() -> p.say("stays.why." + stays.why().name()));
  }

  private String law(Law law) {
    String title = law.title().isEmpty() ? "" : " (" + law.title() + ")";
    return p.say("stays.why.LAW", law.article() + title);
  }

  /** Until when, and what comes then; one sentence each. */
  public List<String> ends(Stays stays) {
    List<String> all = new ArrayList<>();
    Optional<LocalDate> until = stays.until();
    until.ifPresent(day -> all.add(p.say("stays.until", p.tongue().day(day))));
    if (until.isPresent()) {
      all.add(p.say(erasure.itself() ? "stays.itself" : "stays.then"));
    }
    if (stays.waiting() > 0) {
      all.add(p.say(until.isPresent() ? "stays.some" : "stays.notBegun"));
    }
    if (until.isEmpty() && stays.waiting() == 0) {
      all.add(p.say("stays.noDay"));
    }
    return all;
  }

  /** All of it as paragraphs of a letter; a heading begins with {@code #}. */
  List<String> paragraphs() {
    List<String> all = new ArrayList<>();
    all.add("#" + p.say("erased.title"));
    all.add(String.join(" ", sentences()));
    gone().forEach(g -> all.add(p.say("letter.decided", served(g), records(g.rows()))));
    if (!stays().isEmpty()) {
      all.add("#" + p.say("stays.title"));
      all.add(p.say("stays.lead"));
      stays().forEach(s -> all.add(paragraph(s)));
    }
    return all;
  }

  private String paragraph(Stays stays) {
    String data = data(stays);
    return p.say("letter.decided", served(stays), records(stays.rows()))
        + (data.isEmpty() ? "" : "\n" + data)
        + "\n"
        + why(stays)
        + "\n"
        + String.join(" ", ends(stays));
  }
}
