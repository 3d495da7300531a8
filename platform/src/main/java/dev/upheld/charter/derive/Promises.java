package dev.upheld.charter.derive;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.Promise;
import java.util.ArrayList;
import java.util.List;

/** Derives promises. */
public final class Promises {
  private Promises() {}

  /** All promises of a charter: by activity in the order of the file, then company-wide. */
  public static List<Promise> of(Charter charter) {
    Phrases phrases = new Phrases(charter);
    Headers headers = new Headers(charter, phrases);
    List<Promise> promises = new ArrayList<>();
    charter
        .activities()
        .values()
        .forEach(
            activity ->
                promises.addAll(
                    new ActivityPromises(charter, phrases, headers, activity).derive()));
    promises.addAll(new CompanyPromises(charter, phrases, headers).derive());
    return List.copyOf(promises);
  }
}
