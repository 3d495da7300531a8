package dev.upheld.duty.retention;

import dev.upheld.probe.Wording;

/** What is said of a forecast in evidence and by commands. */
public final class ForecastWords {
  private ForecastWords() {}

  /** In one sentence, with the figures. */
  public static String of(Forecast.TooShort it, String where) {
    return "The hours are too short for "
        + where
        + ": by the night of "
        + it.night()
        + " "
        + Wording.count(it.backlog(), "row has", "rows have")
        + " to go, and about "
        + Wording.count(it.perNight())
        + " can in a night, so that it takes "
        + it.nights()
            .map(n -> Wording.count(n, "night", "nights"))
            .orElse("more than " + Wording.count(it.counted(), "night", "nights"))
        + ".";
  }
}
