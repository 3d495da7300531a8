package dev.upheld.charter.compare;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold of the comparison of any two charters. */
final class Mirrors {
  private Mirrors() {}

  static void hold(Compared a, Compared b) {
    Comparison there = Comparison.of(a, b);
    Comparison back = Comparison.of(b, a);
    assertThat(there.differences().stream().map(Difference::mirrored))
        .containsExactlyInAnyOrderElementsOf(back.differences());
    assertThat(there.equal()).isEqualTo(back.equal());
    long onlyA = only(there, Side.A);
    long onlyB = only(there, Side.B);
    assertThat(there.pairs().size() + onlyA).isEqualTo(a.promises().size());
    assertThat(there.pairs().size() + onlyB).isEqualTo(b.promises().size());
    assertThat(Comparison.of(a, a).differences()).isEmpty();
    assertThat(Comparison.of(b, b).differences()).isEmpty();
  }

  private static long only(Comparison comparison, Side side) {
    return comparison.only(Difference.Only.class).stream().filter(d -> d.side() == side).count();
  }
}
