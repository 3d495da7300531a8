package dev.upheld.connect.sql.act;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.act.Remembered;
import dev.upheld.kernel.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table in which a system remembers what was done in it. */
record Memory(ActLine line, ActWords words) {
  private static final String LOOKING = "looking whether an act was done";

  /** Empty as well where there is no such table. */
  Optional<Remembered> of(String act) {
    return unlessGone(new Bound(select() + "act = ?", List.of(act)));
  }

  /** The entry with the highest number after this text; empty where there is none. */
  Optional<Remembered> last(String begin) {
    return unlessGone(
        new Bound(
            select()
                + "left(act, "
                + begin.length()
                + ") = ? order by char_length(act) desc, act desc limit 1",
            List.of(begin)));
  }

  private String select() {
    return "select act, plan, figures, at from " + words.relation(words.memory()) + " where ";
  }

  private Optional<Remembered> unlessGone(Bound text) {
    try {
      return line.ask(
          LOOKING,
          text,
          0,
          row ->
              row.next()
                  ? Optional.of(
                      new Remembered(
                          row.getString(1),
                          row.getString(2),
                          row.getString(3),
                          Instant.parse(row.getString(4))))
                  : Optional.empty());
    } catch (ProblemException e) {
      if (e.problems().stream().allMatch(p -> p.code() == ConnectProblem.GONE)) {
        return Optional.empty();
      }
      throw e;
    }
  }

  void add(String act, String plan, String figures) {
    String text =
        "insert into "
            + words.relation(words.memory())
            + " (act, plan, figures, at) values (?, ?, ?, "
            + words.now()
            + ")";
    line.change("remembering an act", new Bound(text, List.of(act, plan, figures)));
  }
}
