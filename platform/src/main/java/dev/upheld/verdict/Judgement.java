package dev.upheld.verdict;

import java.util.List;

/**
 * A verdict with its grounds.
 *
 * @param restsOn the evidence that decided; empty when there was none that counts
 * @param why one or two plain sentences for people
 */
public record Judgement(Verdict verdict, List<Evidence> restsOn, String why) {
  public Judgement {
    restsOn = List.copyOf(restsOn);
  }
}
