package dev.upheld.app.serve;

import dev.upheld.duty.request.Reviews.Finding;
import dev.upheld.duty.request.Reviews.Review;
import dev.upheld.engine.Screened;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Between what the engine found in a copy and what the file of the request keeps of it. */
final class CopyReviews {
  private CopyReviews() {}

  /** Where nothing was found there is nothing to decide. */
  static Review of(Screened screened) {
    List<Finding> findings =
        screened.findings().stream()
            .map(
                f ->
                    new Finding(
                        f.system(),
                        f.place(),
                        f.field(),
                        f.kind().name(),
                        f.value(),
                        f.context(),
                        f.times()))
            .toList();
    return new Review(
        findings,
        screened.more(),
        screened.own(),
        screened.names(),
        findings.isEmpty(),
        Set.of(),
        "");
  }

  static Screened screened(Review review) {
    return new Screened(
        review.own(),
        review.names(),
        review.findings().stream()
            .map(
                f ->
                    new Screened.Finding(
                        f.system(),
                        f.place(),
                        f.field(),
                        Screened.Kind.valueOf(f.kind()),
                        f.value(),
                        f.context(),
                        f.times()))
            .toList(),
        review.more());
  }

  static Set<Screened.Key> released(Review review) {
    List<Screened.Finding> findings = screened(review).findings();
    return review.released().stream()
        .map(n -> findings.get(n).key())
        .collect(Collectors.toUnmodifiableSet());
  }
}
