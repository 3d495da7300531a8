package dev.upheld.connect.vault;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts archived rows of one table by the indexes of their files, while each file is opened to see
 * that its rows are there.
 */
final class VaultCounts {
  private final VaultPass pass;

  VaultCounts(VaultPass pass) {
    this.pass = pass;
  }

  Answer.DueCount due(Question.CountDue question) throws IOException {
    return pass.through(() -> new DueRows(question)).count();
  }

  private final class DueRows implements VaultPass.Each {
    private final Question.CountDue question;
    private long rows;
    private long over;
    private long unknown;
    private long future;
    private @Nullable Instant late;
    private @Nullable Instant first;

    DueRows(Question.CountDue question) {
      this.question = question;
    }

    @Override
    public void ends(VaultIndex index) {
      Past past = new Past(index);
      sees(past, Stream.of(question.due()));
      for (VaultIndex.Entry entry : index.entries()) {
        rows++;
        Optional<Boolean> is = past.of(entry, question.due());
        unknown += is.isEmpty() ? 1 : 0;
        future += past.isAhead(entry, question) ? 1 : 0;
        boolean gone = is.orElse(false);
        over += gone ? 1 : 0;
        past.clocks(entry, question.due())
            .forEach(
                at -> {
                  first = earlier(first, at);
                  late = gone ? earlier(late, at) : late;
                });
      }
    }

    private static Instant earlier(@Nullable Instant known, Instant at) {
      return known == null || at.isBefore(known) ? at : known;
    }

    Answer.DueCount count() {
      Optional<Instant> oldest = Optional.ofNullable(late).or(() -> Optional.ofNullable(first));
      return new Answer.DueCount(rows, over, unknown, future, 0, oldest);
    }
  }

  private void sees(Past past, Stream<Due> asked) {
    if (!asked.allMatch(past::knows)) {
      pass.blind("its index was made before the clock was bound");
    }
  }

  Answer.DueOver over(Question.CountDueOver question) throws IOException {
    return pass.through(() -> new DueSteps(question)).count();
  }

  private final class DueSteps implements VaultPass.Each {
    private final Question.CountDueOver question;
    private final long[] past;
    private long rows;
    private long unknown;

    DueSteps(Question.CountDueOver question) {
      this.question = question;
      this.past = new long[question.steps().size()];
    }

    @Override
    public void ends(VaultIndex index) {
      Past over = new Past(index);
      sees(over, Stream.concat(Stream.of(question.at().due()), question.steps().stream()));
      for (VaultIndex.Entry entry : index.entries()) {
        rows++;
        unknown += over.of(entry, question.at().due()).isEmpty() ? 1 : 0;
        for (int i = 0; i < past.length; i++) {
          past[i] += over.surely(entry, question.steps().get(i)) ? 1 : 0;
        }
      }
    }

    Answer.DueOver count() {
      return new Answer.DueOver(rows, unknown, Arrays.stream(past).boxed().toList());
    }
  }
}
