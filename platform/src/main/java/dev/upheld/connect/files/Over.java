package dev.upheld.connect.files;

import dev.upheld.connect.Due;
import dev.upheld.connect.Question;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.logs.LogFiles.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whether the time of a file's entries is over. A file goes once its youngest entry is past its
 * time. Until then its oldest may be older than promised by one rotation, as files are not cut; by
 * no more, and by nothing where a rotation is more than a tenth of the promised time.
 */
final class Over {
  /** The only clock a file has. */
  static final String WRITTEN = "written";

  private static final int SMALL_PART = 10;

  private static final Duration TRUST = Duration.ofDays(1);

  private final Question.CountDue question;
  private final Rotation rotation;

  Over(Question.CountDue question, Rotation rotation) {
    this.question = question;
    this.rotation = rotation;
  }

  /** Whether a file knows the answer to the question at all. */
  static boolean fits(Question.CountDue question) {
    return question.only().isEmpty()
        && question.exempt().isEmpty()
        && clocks(question.due())
            .allMatch(c -> c instanceof Clock.Column(String name, var _) && name.equals(WRITTEN));
  }

  private static Stream<Clock> clocks(Due due) {
    return switch (due) {
      case Due.Before before -> Stream.of(before.clock().clock());
      case Due.Any(List<Due> of) -> of.stream().flatMap(Over::clocks);
      case Due.All(List<Due> of) -> of.stream().flatMap(Over::clocks);
    };
  }

  /** All of the file is past its time: it can go. */
  boolean whole(Age.Known age) {
    return !isAhead(age) && is(question.due(), b -> age.last().isBefore(b.limit()));
  }

  /** It can go, or should have been rotated so that it could. */
  boolean late(Age.Known age) {
    return is(
        question.due(),
        b ->
            age.last().isBefore(b.limit())
                || age.first().plus(age.blur()).isBefore(b.limit().minus(slack(b))));
  }

  /** Some entries are past their time, and no more than files must allow. */
  boolean aging(Age.Known age) {
    return !late(age) && is(question.due(), b -> age.first().isBefore(b.limit()));
  }

  /** It has an entry of tomorrow or later for certain, which cannot be trusted. */
  boolean isAhead(Age.Known age) {
    return age.reached().isAfter(question.now().plus(TRUST));
  }

  /** How much older than promised an entry may be that stands in one file with younger ones. */
  private Duration slack(Due.Before before) {
    Duration term = Duration.between(before.limit(), question.now());
    return rotation.longest().multipliedBy(SMALL_PART).compareTo(term) <= 0
        ? rotation.longest()
        : Duration.ZERO;
  }

  private static boolean is(Due due, Predicate<Due.Before> past) {
    return switch (due) {
      case Due.Before before -> past.test(before);
      case Due.Any(List<Due> of) -> of.stream().anyMatch(d -> is(d, past));
      case Due.All(List<Due> of) -> !of.isEmpty() && of.stream().allMatch(d -> is(d, past));
    };
  }

  /** The limits, as people read them. */
  static String text(Due due) {
    return switch (due) {
      case Due.Before before -> "before " + instant(before.limit());
      case Due.Any(List<Due> of) ->
          "(" + String.join(" or ", of.stream().map(Over::text).toList()) + ")";
      case Due.All(List<Due> of) ->
          "(" + String.join(" and ", of.stream().map(Over::text).toList()) + ")";
    };
  }

  private static String instant(Instant at) {
    return at.toString();
  }
}
