package dev.upheld.edge.console;

import dev.upheld.charter.promise.Term;
import dev.upheld.duty.retention.Outlook.Age;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.History;
import dev.upheld.edge.console.view.WorkList;
import dev.upheld.engine.Expired;
import dev.upheld.verdict.Verdict;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What every template has at hand: the frame, the words, dates, and addresses of assets. Templates
 * need it public; nothing else uses it.
 *
 * @param words in the language of the frame
 * @param dates in that language and the time zone of the server
 */
public record PageContext(Frame frame, Words words, Clockface dates, Assets assets) {

  /** The language of the charter served, in which its activities are called. */
  public String charterLanguage() {
    return frame.user().map(SignedIn::language).orElse(frame.language().tag());
  }

  /** The text of a key. */
  public String say(String key, Object... with) {
    return words.say(key, with);
  }

  /** The text for a number of things. */
  public String count(String key, long n, Object... with) {
    return words.count(key, n, with);
  }

  /** The word of a constant. */
  public String name(Enum<?> constant) {
    return words.name(constant);
  }

  /** A number with its thousands set apart. */
  public String number(long n) {
    return words.number(n);
  }

  /** The word of a role: {@code role.officer}; the role's own word where there is none. */
  public String role(String role) {
    return words.find("role." + role).orElse(role);
  }

  /** What a role may do; empty text where no words are known. */
  public String roleHelp(String role) {
    return words.find("roleHelp." + role).orElse("");
  }

  /** What a scope lets its holder do; the scope itself where no words are known. */
  public String scope(String scope) {
    return words.find("scope." + scope).orElse(scope);
  }

  /** The word of a verdict after a number of promises. */
  public String counted(Verdict verdict, long n) {
    return words.count("Verdict." + verdict.name(), n);
  }

  /** The class of a verdict in the style sheet, and the name of its symbol. */
  public String css(Verdict verdict) {
    return switch (verdict) {
      case BROKEN -> "broken";
      case UNPROVEN -> "unproven";
      case AT_RISK -> "risk";
      case UPHELD -> "upheld";
    };
  }

  /** A constant as forms and addresses write it: {@code at_risk}. */
  public String value(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What a link means for a person's data; its kind where no words are known. */
  public String linkKind(String kind) {
    return words.find("link." + kind).orElse(kind);
  }

  /** What a right is called; its own word where none is known. */
  public String right(String right) {
    return words.find("right." + right).orElse(right.replace('-', ' '));
  }

  /** What happened to a request; its own word where none is known. */
  public String turn(String what) {
    return words.find("turn." + what).orElse(what);
  }

  /** How it became clear who asks; its own word where none is known. */
  public String method(String method) {
    return words.find("method." + method).orElse(method);
  }

  /** How near a day is, for a deadline: {@code 3 days left}, {@code 2 days late}. */
  public String left(LocalDate today, LocalDate due) {
    long days = ChronoUnit.DAYS.between(today, due);
    return days == 0
        ? say("request.today")
        : days > 0 ? count("request.left", days) : count("request.over", -days);
  }

  /** What an end action does; its word where no words are known. */
  public String end(String action) {
    return words.find("end." + action).orElse(action);
  }

  /** Whether the person looking may do this, as far as the navigation needs to know. */
  public boolean may(String scope) {
    return frame.user().map(u -> u.scopes().contains(scope)).orElse(false);
  }

  /** Whether an entry of the navigation leads to where one is. */
  public boolean here(String path) {
    return path.equals("/")
        ? frame.path().equals("/")
        : frame.path().equals(path) || frame.path().startsWith(path + "/");
  }

  /** What is wrong with a field, in words; empty when nothing is. */
  public Optional<String> fault(Map<String, FieldError> errors, String field) {
    return Optional.ofNullable(errors.get(field)).map(this::words);
  }

  private String words(FieldError error) {
    String key = "Fault." + error.fault().name();
    return words.say(key, error.with().toArray());
  }

  /** A date of the work list with its meaning: {@code 2 days overdue}. */
  public String sense(WorkList.When when) {
    long days = dates.days(when.at());
    return switch (when.sense()) {
      case SINCE -> say("sense.since", dates.when(when.at()));
      case DUE ->
          days < 0 ? count("sense.overdue", -days) : say("sense.due", dates.dayName(when.at()));
      case ENDS -> say(days < 0 ? "sense.ended" : "sense.ends", dates.dayName(when.at()));
      case BREAKS -> say("sense.breaks", dates.dayName(when.at()));
      case AGES -> say("sense.ages", dates.dayName(when.at()));
    };
  }

  /** A figure of evidence as people read it: counts with their thousands, instants as dates. */
  public String figure(String value) {
    if (value.matches("-?[0-9]{1,18}")) {
      return number(Long.parseLong(value));
    }
    try {
      return dates.when(Instant.parse(value));
    } catch (DateTimeException e) {
      return value;
    }
  }

  /** The history of a promise, drawn. */
  public HistoryPicture picture(History history) {
    return HistoryPicture.of(history, dates.zone());
  }

  /** The history of a promise in one sentence, for those who do not see the picture. */
  public String told(History history) {
    return HistoryPicture.shares(history).entrySet().stream()
        .map(e -> say("history.share", name(e.getKey()), dates.lasting(e.getValue())))
        .collect(Collectors.joining(", "));
  }

  /** What is held, by age, drawn. */
  public AgePicture picture(Map<Age, Long> ages) {
    return AgePicture.of(ages);
  }

  /** The same in one sentence, for those who do not see the picture. */
  public String told(Map<Age, Long> ages) {
    return say(
        "retention.told",
        number(AgePicture.sum(ages, true)),
        number(ages.getOrDefault(Age.WEEK, 0L)),
        number(AgePicture.sum(ages, false) - ages.getOrDefault(Age.WEEK, 0L)));
  }

  /** Lengths of time in words: {@code 60 days, 14 days}. */
  public String terms(List<Term> terms) {
    return terms.stream().map(this::term).collect(Collectors.joining(", "));
  }

  private String term(Term term) {
    Map<String, Long> parts = new LinkedHashMap<>();
    switch (term) {
      case Term.Calendar(Period length) -> {
        parts.put("term.months", length.toTotalMonths());
        parts.put("term.days", length.get(ChronoUnit.DAYS));
      }
      case Term.Exact(Duration length) -> {
        parts.put("term.hours", length.toHours());
        parts.put("term.minutes", (long) length.toMinutesPart());
      }
    }
    return parts.entrySet().stream()
        .filter(e -> e.getValue() > 0)
        .map(e -> count(e.getKey(), e.getValue()))
        .collect(Collectors.joining(" "));
  }

  /** What keeps rows back, in words; the word of the run where none are known. */
  public String keeps(String why) {
    return switch (why) {
      case Expired.PEOPLE -> say("retention.keeps.people");
      case Expired.POINTED_AT -> say("retention.keeps.pointedAt");
      case Expired.CHANGED -> say("retention.keeps.changed");
      case Expired.UNTOLD -> say("retention.keeps.untold");
      case Expired.TOLD_LATELY -> say("retention.keeps.toldLately");
      case Expired.YOUNGER -> say("retention.keeps.younger");
      case Expired.IN_USE -> say("retention.keeps.inUse");
      case Expired.LINKED -> say("retention.keeps.linked");
      case Expired.NAMES -> say("retention.keeps.names");
      case Expired.SHARED -> say("retention.keeps.shared");
      default ->
          why.startsWith(Expired.PROMISE)
              ? say("retention.keeps.promise")
              : why.startsWith(Expired.HOLD) ? say("retention.keeps.hold") : why;
    };
  }

  /** Confidence in a pack's value, in words; the pack's own word where none are known. */
  public String confidence(String confidence) {
    return words.find("confidence." + confidence).orElse(confidence);
  }

  /** The text that was entered in a form before; empty text for none. */
  public String entered(Map<String, String> entered, String field) {
    return entered.getOrDefault(field, "");
  }

  /** The key in groups of four, easier to type. */
  public String grouped(String key) {
    return key.replaceAll("(.{4})(?=.)", "$1 ");
  }
}
