package dev.upheld.edge.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.edge.console.view.History;
import dev.upheld.edge.console.view.History.Span;
import dev.upheld.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The picture shows each verdict in its lane, for as long as it held. */
class HistoryPictureTest {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-04-11T00:00:00Z");

  private static Instant day(int day) {
    return FROM.plus(Duration.ofDays(day));
  }

  private static History history(Span... spans) {
    return new History(FROM, TO, List.of(spans));
  }

  @Test
  void aBarIsAsLongAsItsTime() {
    HistoryPicture picture =
        HistoryPicture.of(
            history(
                new Span(day(0), day(60), Verdict.UPHELD),
                new Span(day(60), day(100), Verdict.BROKEN)),
            ZoneOffset.UTC);
    assertThat(picture.bars()).extracting(HistoryPicture.Bar::x).containsExactly(0, 600);
    assertThat(picture.bars()).extracting(HistoryPicture.Bar::width).containsExactly(600, 400);
    assertThat(picture.bars().get(0).y()).isLessThan(picture.bars().get(1).y());
    assertThat(picture.ticks()).containsExactly(310, 590, 900);
  }

  @Test
  void theShortestBreakIsStillSeenAndStaysInside() {
    HistoryPicture picture =
        HistoryPicture.of(
            history(new Span(TO.minusSeconds(60), TO, Verdict.BROKEN)), ZoneOffset.UTC);
    HistoryPicture.Bar bar = picture.bars().getFirst();
    assertThat(bar.width()).isGreaterThanOrEqualTo(4);
    assertThat(bar.x() + bar.width()).isLessThanOrEqualTo(HistoryPicture.WIDTH);
  }

  @Test
  void whatLiesOutsideIsCutOff() {
    HistoryPicture picture =
        HistoryPicture.of(history(new Span(day(-50), day(150), Verdict.AT_RISK)), ZoneOffset.UTC);
    assertThat(picture.bars().getFirst().x()).isZero();
    assertThat(picture.bars().getFirst().width()).isEqualTo(HistoryPicture.WIDTH);
  }

  @Test
  void sharesAddUpWorstFirst() {
    assertThat(
            HistoryPicture.shares(
                history(
                    new Span(day(0), day(10), Verdict.UPHELD),
                    new Span(day(10), day(12), Verdict.BROKEN),
                    new Span(day(12), day(20), Verdict.UPHELD))))
        .containsExactly(
            java.util.Map.entry(Verdict.BROKEN, Duration.ofDays(2)),
            java.util.Map.entry(Verdict.UPHELD, Duration.ofDays(18)));
  }
}
