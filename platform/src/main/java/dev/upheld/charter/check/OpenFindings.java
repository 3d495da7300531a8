package dev.upheld.charter.check;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.model.Gap;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.Measures.Category;
import dev.upheld.charter.model.Measures.Cookies;
import dev.upheld.charter.model.Measures.Measure;
import dev.upheld.charter.model.Organisation.Contact;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Rights.Right;
import dev.upheld.charter.model.Rights.Standing;
import dev.upheld.charter.model.Source;
import dev.upheld.charter.model.Stated;
import dev.upheld.charter.model.Words.DataWord;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.kernel.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the source policy leaves open: each {@code not-stated} becomes a finding, none is filled in.
 */
final class OpenFindings {
  private final Charter charter;
  private final List<Finding> findings = new ArrayList<>();

  private OpenFindings(Charter charter) {
    this.charter = charter;
  }

  static List<Finding> of(Charter charter) {
    OpenFindings open = new OpenFindings(charter);
    charter.organisation().contacts().forEach(open::contact);
    charter.organisation().legalNotice().ifPresent(n -> open.listed(n.open(), n.source()));
    charter.words().vocabulary().forEach(open::word);
    charter.recipients().forEach(open::recipient);
    charter.activities().values().forEach(open::activity);
    charter.measures().cookies().ifPresent(open::cookies);
    charter
        .rights()
        .list()
        .forEach(
            r ->
                open.blank(
                    r.extension(),
                    r.source(),
                    "how much longer the answer on %s may take"
                        .formatted(r.id().replace('-', ' '))));
    open.answers();
    charter
        .publication()
        .languages()
        .silent()
        .ifPresent(
            at ->
                open.add(
                    new Source(at, charter.publication().languages().source().clauses()),
                    "which of its languages prevails"));
    open.measures();
    charter.gaps().values().forEach(open::gap);
    return open.findings;
  }

  private void contact(String word, Contact contact) {
    if (contact.name().openAt().isPresent() && contact.name().equals(contact.email())) {
      blank(contact.name(), contact.source(), "who the contact %s is".formatted(word));
      return;
    }
    blank(contact.name(), contact.source(), "the name of the contact " + word);
    blank(contact.email(), contact.source(), "the mail address of the contact " + word);
    blank(contact.address(), contact.source(), "the postal address of the contact " + word);
  }

  private void listed(List<String> open, Source source) {
    open.forEach(key -> add(source, "the %s of the legal notice".formatted(key.replace('-', ' '))));
  }

  private void word(String word, DataWord data) {
    blank(data.special(), data.source(), "the condition that allows the special data " + word);
  }

  private void recipient(String id, Recipient recipient) {
    blank(recipient.name(), recipient.source(), "who the recipient %s is".formatted(id));
    blank(recipient.countries(), recipient.source(), "where the recipient %s is".formatted(id));
    if (recipient.contract() instanceof Stated.Open<String>) {
      add(
          FindingCode.CONTRACT_NOT_STATED,
          recipient.source(),
          Optional.empty(),
          "The policy does not say that %s is bound by a contract.".formatted(id),
          charter.law().refs("processor-contract"));
    }
  }

  private void activity(Activity activity) {
    Optional<String> id = Optional.of(activity.id());
    if (activity.keep() instanceof Stated.Open<List<KeepRule>>(Location at)) {
      add(
          FindingCode.PERIOD_NOT_STATED,
          new Source(at, activity.source().clauses()),
          id,
          "The policy names no period for which data of %s is kept.".formatted(name(activity)),
          charter.law().refs("information.retention"));
    }
    reviews(activity);
    activity
        .data()
        .open()
        .ifPresent(at -> open(activity, at, "which data it holds", "information.indirect"));
    activity
        .recipients()
        .openAt()
        .ifPresent(at -> open(activity, at, "who receives its data", "information.recipients"));
    activity
        .ground()
        .bases()
        .openAt()
        .ifPresent(at -> open(activity, at, "on which basis it rests", "lawfulness"));
    activity.ground().bases().value().stream()
        .flatMap(List::stream)
        .filter(basis -> basis.is().equals(Shapes.NOT_STATED))
        .forEach(
            basis -> open(activity, basis.source().at(), "on which basis it rests", "lawfulness"));
    activity
        .ground()
        .instructions()
        .openAt()
        .ifPresent(at -> open(activity, at, "where its instructions stand", "processor-contract"));
    activity.choices().terminal().stream()
        .filter(t -> t.kind() == Activity.Terminal.Kind.NOT_STATED)
        .forEach(
            t ->
                add(
                    FindingCode.NOT_STATED,
                    t.source().orClauses(activity.source().clauses()),
                    id,
                    "The policy does not say of %s whether it reads or writes on people's devices."
                        .formatted(name(activity)),
                    charter.law().refs("terminal")));
    activity.choices().refuse().stream()
        .filter(r -> r.effort() == Activity.Effort.NOT_STATED)
        .forEach(r -> open(activity, r.source().at(), "how hard refusing is", "consent.withdraw"));
  }

  /** One finding for all rights, or a policy without a period would drown in them. */
  private void answers() {
    List<Right> silent =
        charter.rights().list().stream()
            .filter(r -> r.standing() == Standing.GIVEN && r.answer().openAt().isPresent())
            .toList();
    if (!silent.isEmpty()) {
      List<String> clauses =
          silent.stream().flatMap(r -> r.source().clauses().stream()).distinct().toList();
      String rights =
          String.join(", ", silent.stream().map(r -> r.id().replace('-', ' ')).toList());
      add(
          FindingCode.NOT_STATED,
          new Source(silent.getFirst().answer().openAt().orElseThrow(), clauses),
          Optional.empty(),
          "The policy does not say how fast requests are answered (%s).".formatted(rights),
          charter.law().refs("rights"));
    }
  }

  /** A reason without a number, of which nobody says how often it is looked at. */
  private void reviews(Activity activity) {
    activity.keep().value().stream()
        .flatMap(List::stream)
        .flatMap(rule -> rule.phases().stream())
        .filter(phase -> unreviewed(phase.limit()))
        .forEach(
            phase ->
                open(
                    activity,
                    phase.source().at(),
                    "how often it is reviewed whether data is still needed",
                    "information.retention"));
  }

  private static boolean unreviewed(Limit limit) {
    return switch (limit) {
      case Limit.Criterion c -> c.review().isEmpty();
      case Limit.Earliest(List<Limit> of) -> of.stream().anyMatch(OpenFindings::unreviewed);
      case Limit.Latest(List<Limit> of) -> of.stream().anyMatch(OpenFindings::unreviewed);
      case Limit.After a -> false;
      case Limit.Until u -> false;
    };
  }

  private void gap(Gap gap) {
    FindingCode code =
        switch (gap.kind()) {
          case SILENT -> FindingCode.NOT_STATED;
          case CONTRADICTION -> FindingCode.CONTRADICTION;
          case DOUBTFUL -> FindingCode.DOUBTFUL;
        };
    add(code, gap.source(), gap.activity(), gap.what(), List.of());
  }

  private static String name(Activity activity) {
    return "\"" + activity.title() + "\"";
  }

  private void open(Activity activity, Location at, String what, String law) {
    add(
        FindingCode.NOT_STATED,
        new Source(at, activity.source().clauses()),
        Optional.of(activity.id()),
        "The policy does not say of %s %s.".formatted(name(activity), what),
        charter.law().refs(law));
  }

  private void cookies(Cookies cookies) {
    if (cookies.refusing() instanceof Stated.Known<Activity.Effort>(Activity.Effort effort)
        && effort == Activity.Effort.NOT_STATED) {
      add(cookies.source(), "how hard refusing cookies is");
    }
    blank(cookies.refusing(), cookies.source(), "how hard refusing cookies is");
    cookies
        .list()
        .forEach(
            c -> blank(c.term(), c.source(), "how long the cookie %s lives".formatted(c.name())));
    cookies
        .categories()
        .forEach(
            (word, category) -> {
              if (category.consent() == Category.Consent.NOT_STATED) {
                add(
                    category.source(),
                    "whether people are asked before cookies of %s".formatted(word));
              }
            });
  }

  private void measures() {
    Source whole = charter.organisation().company().source();
    var measures = charter.measures();
    blank(measures.breach(), whole, "what happens after a breach");
    measures
        .breach()
        .value()
        .ifPresent(
            b -> {
              blank(b.authority(), b.source(), "how fast the authority is told of a breach");
              blank(b.people(), b.source(), "how fast people are told of a breach");
              blank(b.customers(), b.source(), "how fast customers are told of a breach");
            });
    blank(measures.supplierChanges(), whole, "who is told of a new recipient");
    measures
        .supplierChanges()
        .value()
        .ifPresent(
            c -> blank(c.before(), c.source(), "how long before a new recipient people are told"));
    measures
        .governance()
        .risk()
        .ifPresent(r -> blank(r.threshold(), r.source(), "from when on a risk is not accepted"));
    measured(measures.governance().measures());
    measured(measures.governance().objectives());
  }

  private void measured(Map<String, Measure> measures) {
    measures.forEach(
        (word, m) -> blank(m.review(), m.source(), "how often %s is reviewed".formatted(word)));
  }

  private void blank(Stated<?> stated, Source source, String what) {
    stated.openAt().ifPresent(at -> add(new Source(at, source.clauses()), what));
  }

  private void add(Source source, String what) {
    add(
        FindingCode.NOT_STATED,
        source,
        Optional.empty(),
        "The policy does not say %s.".formatted(what),
        List.of());
  }

  private void add(
      FindingCode code,
      Source source,
      Optional<String> activity,
      String sentence,
      List<LawRef> law) {
    findings.add(new Finding(code, source.at(), sentence, activity, source.clauses(), law));
  }
}
