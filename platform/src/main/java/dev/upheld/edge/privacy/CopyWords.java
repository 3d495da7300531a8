package dev.upheld.edge.privacy;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Activity.Basis;
import dev.upheld.charter.model.KeepRule;
import dev.upheld.charter.model.KeepRule.Phase;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Recipient.Transfer;
import dev.upheld.charter.promise.EndAction;
import dev.upheld.charter.promise.Limit;
import dev.upheld.charter.promise.Term;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a charter says of an activity, in plain words of one language. Words the charter's texts do
 * not translate stand as they are written.
 */
public final class CopyWords {
  private static final int MONTHS = 12;

  private final Visit p;

  CopyWords(Visit p) {
    this.p = p;
  }

  /** A word of the charter for people: a data word, an activity, a purpose, a recipient. */
  public String plain(String word) {
    return Optional.ofNullable(p.charter().publication().texts().get(p.tongue().tag()))
        .flatMap(t -> Optional.ofNullable(t.words().get(word)))
        .or(
            () ->
                Optional.ofNullable(p.charter().words().vocabulary().get(word))
                    .flatMap(w -> w.title()))
        .orElse(word.replace('-', ' '));
  }

  private String plain(List<String> words) {
    return words.stream().map(this::plain).collect(Collectors.joining(", "));
  }

  /** The name of an activity. */
  public String title(Activity activity) {
    return title(activity.id(), activity.title());
  }

  /** The name of an activity that the charter may not have any more. */
  String title(String id, String title) {
    String said = plain(id);
    return said.equals(id.replace('-', ' ')) ? title : said;
  }

  public String purposes(Activity activity) {
    return plain(activity.ground().purposes().words());
  }

  public String data(Activity activity) {
    return plain(activity.data().words().words());
  }

  /** Why it is lawful, one sentence for each ground. */
  public List<String> bases(Activity activity) {
    return activity.ground().bases().value().orElse(List.of()).stream().map(this::basis).toList();
  }

  private String basis(Basis basis) {
    String said = p.tongue().find("basis." + basis.is()).orElse(plain(basis.is()));
    Optional<String> law =
        basis
            .law()
            .map(
                l -> p.charter().law().cited(l).map(r -> r.title() + ", " + r.article()).orElse(l));
    return said
        + basis.interest().map(i -> ": " + i).orElse("")
        + law.map(l -> " (" + l + ")").orElse("");
  }

  /** From where the data comes, unless that is the person alone. */
  public String sources(Activity activity) {
    return activity
        .data()
        .from()
        .map(
            from ->
                from.words().stream()
                    .map(w -> p.tongue().find("from." + w).orElse(plain(w)))
                    .collect(Collectors.joining(", ")))
        .orElseGet(() -> p.say("report.unstated"));
  }

  /** Automated decisions, in the words of the charter. */
  public String automated(Activity activity) {
    return activity
        .ground()
        .automated()
        .map(a -> a.words().equals(List.of("none")) ? p.say("report.none") : plain(a.words()))
        .orElseGet(() -> p.say("report.noneKnown"));
  }

  /** How long the data is kept, one sentence for each rule. */
  public List<String> keeps(Activity activity) {
    List<KeepRule> rules = activity.keep().value().orElse(List.of());
    return rules.isEmpty()
        ? List.of(p.say("keep.unstated"))
        : rules.stream().flatMap(r -> r.phases().stream().map(f -> keep(r, f))).toList();
  }

  private String keep(KeepRule rule, Phase phase) {
    String about = rule.words().isEmpty() ? "" : plain(List.copyOf(rule.words())) + ": ";
    String stage =
        phase.stage().map(s -> p.tongue().find("stage." + s).orElse(plain(s)) + ": ").orElse("");
    EndAction then = phase.then();
    String end = then == EndAction.ARCHIVE ? "" : "; " + p.say("end." + then.id());
    Optional<String> law =
        phase.law().map(l -> p.charter().law().cited(l).map(r -> r.title()).orElse(l));
    return about + stage + limit(phase.limit()) + end + law.map(l -> " (" + l + ")").orElse("");
  }

  private String limit(Limit limit) {
    return switch (limit) {
      case Limit.After after -> p.say("keep.after", term(after.term()), event(after.from()));
      case Limit.Until until -> p.say("keep.until", event(until.event()));
      case Limit.Earliest earliest -> p.say("keep.earliest", all(earliest.of()));
      case Limit.Latest latest -> p.say("keep.latest", all(latest.of()));
      case Limit.Criterion criterion -> criterion.text();
    };
  }

  private String all(List<Limit> limits) {
    return limits.stream().map(this::limit).collect(Collectors.joining("; "));
  }

  private String event(String word) {
    return p.tongue().find("event." + word).orElse(plain(word));
  }

  private String term(Term term) {
    List<String> parts = new ArrayList<>();
    switch (term) {
      case Term.Calendar(Period length) -> {
        count(parts, length.toTotalMonths() / MONTHS, "year");
        count(parts, length.toTotalMonths() % MONTHS, "month");
        count(parts, days(length), "day");
      }
      case Term.Exact(Duration length) -> {
        count(parts, length.toHours(), "hour");
        count(parts, length.toMinutesPart(), "minute");
      }
    }
    return String.join(", ", parts);
  }

  @SuppressWarnings("JavaPeriodGetDays") // months are counted beside them
  private static int days(Period period) {
    return period.getDays();
  }

  private void count(List<String> parts, long count, String unit) {
    if (count != 0) {
      parts.add(p.say("unit." + unit + (count == 1 ? ".one" : ".other"), count));
    }
  }

  /**
   * Somebody who receives the data.
   *
   * @param detail what for, when, in what role, in which countries
   * @param transfers to other countries, each with what protects the data there
   */
  public record Receiver(String name, String detail, List<String> transfers) {}

  /** Who receives the data of an activity. */
  public List<Receiver> recipients(Activity activity) {
    return activity
        .recipients()
        .value()
        .map(r -> r.uses().stream().map(this::receiver).toList())
        .orElse(List.of());
  }

  private Receiver receiver(Activity.Use use) {
    Optional<Recipient> known = Optional.ofNullable(p.charter().recipients().get(use.who()));
    String name = known.flatMap(r -> r.name().value()).orElse(plain(use.who()));
    List<String> details = new ArrayList<>();
    known.ifPresent(r -> details.add(p.say("role." + r.role().name())));
    known
        .flatMap(r -> r.countries().value())
        .ifPresent(
            c -> details.add(c.stream().map(this::country).collect(Collectors.joining(", "))));
    use.what().ifPresent(details::add);
    use.when().ifPresent(details::add);
    List<String> transfers =
        known.flatMap(r -> r.transfers().value()).orElse(List.of()).stream()
            .map(this::transfer)
            .toList();
    return new Receiver(name, String.join("; ", details), transfers);
  }

  private String transfer(Transfer transfer) {
    String to = transfer.to().stream().map(this::country).collect(Collectors.joining(", "));
    String tool =
        transfer
            .tool()
            .value()
            .map(t -> p.tongue().find("tool." + t).orElse(plain(t)))
            .orElseGet(() -> p.say("report.toolUnstated"));
    return p.say("report.transfer", to, tool);
  }

  private String country(String code) {
    return code.length() == 2
        ? Locale.of("", code).getDisplayCountry(Locale.of(p.tongue().tag()))
        : code;
  }

  /** What a column holds: its data word for people, or the column's own name. */
  public String column(CopyReport.Table table, String column) {
    return Optional.ofNullable(table.words().get(column)).map(this::plain).orElse(column);
  }
}
