package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise.Absent;
import dev.upheld.charter.promise.Promise.Forbidden;
import dev.upheld.connect.Answer.ValueCount;
import dev.upheld.connect.Description;
import dev.upheld.connect.Description.Column;
import dev.upheld.connect.Question;
import dev.upheld.duty.safeguard.ValueTest.Grade;
import dev.upheld.probe.Observation;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What was found where nothing may be. Chance excuses numbers, never a text. */
final class AbsentJudge {
  private final Absent absent;
  private final Scene scene;
  private final Sheet sheet;
  private final Map<String, ValueCount> alone = new HashMap<>();

  /** Tables whose rows have been counted; one is asked several times where parts are excepted. */
  private final Set<String> counted = new HashSet<>();

  AbsentJudge(Absent absent, ProbePlan plan, Scene scene) {
    this.absent = absent;
    this.scene = scene;
    this.sheet = new Sheet(plan);
  }

  /** The name of the second question about one column. */
  static String alone(String where, String column) {
    return where + ", " + column + " alone";
  }

  static boolean isNumber(Column column) {
    return column.type() == Description.Type.WHOLE || column.type() == Description.Type.DECIMAL;
  }

  Observation judge(List<Reply> replies) {
    Map<Reply, ValueCount> tables = new LinkedHashMap<>();
    for (Reply reply : replies) {
      Optional<ValueCount> count = sheet.read(Copies.whole(reply, scene), ValueCount.class);
      boolean first = reply.inquiry().turn().round() == 0;
      if (count.isPresent() && first) {
        tables.put(reply, count.get());
      } else if (count.isPresent()) {
        alone.put(reply.inquiry().where(), count.get());
      }
    }
    tables.forEach((reply, count) -> judge(reply, count));
    return sheet.observe(
        "No "
            + said(1)
            + " in any column of "
            + sheet.places()
            + " tables ("
            + Wording.count(sheet.rowsSeen(), "row", "rows")
            + ").");
  }

  private void judge(Reply reply, ValueCount count) {
    String where = reply.inquiry().where();
    if (counted.add(where)) {
      sheet.rows(count.rows());
    }
    if (reply.inquiry().question() instanceof Question.FindValues question
        && question.hit() instanceof ValueTest test
        && test.saw(Grade.LISTED)) {
      sheet.figure("numbers that issuers publish for tests", "found", where);
    }
    List<String> certain = new ArrayList<>();
    long found = 0;
    for (var hit : new TreeMap<>(count.hitsByColumn()).entrySet()) {
      sheet.figure("found in " + hit.getKey(), hit.getValue(), where);
      Optional<ValueCount> number = Optional.ofNullable(alone.get(alone(where, hit.getKey())));
      if (number.filter(AbsentJudge::byChance).isPresent()) {
        sheet.doubtful(byChance(where, hit.getKey(), number.get()));
      } else {
        certain.add(hit.getKey());
        found += hit.getValue();
      }
    }
    if (!certain.isEmpty()) {
      sheet.violated(found(found, where, String.join(", ", certain)) + ".");
    }
  }

  private String byChance(String where, String column, ValueCount number) {
    return found(number.hits(), where, column)
        + ", among "
        + Wording.count(number.candidates())
        + " long numbers: as many as chance gives. A person must look.";
  }

  private String found(long n, String where, String columns) {
    return Wording.count(n) + " " + said(n) + " found in " + where + " (" + columns + ")";
  }

  private static boolean byChance(ValueCount count) {
    return Chance.mayBe(count.hits(), count.candidates());
  }

  private String said(long n) {
    Forbidden what = absent.what();
    return switch (what) {
      case CARD_NUMBER -> n == 1 ? "card number" : "card numbers";
      case IBAN -> n == 1 ? "IBAN" : "IBANs";
    };
  }
}
