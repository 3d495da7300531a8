package dev.upheld.datamap.workspace;

import dev.upheld.charter.model.Charter;
import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Extension;
import dev.upheld.charter.promise.Promise.Keep;
import dev.upheld.datamap.read.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of a charter that systems and data maps may use. */
final class CharterNames {
  private CharterNames() {}

  static Names of(Charter charter, List<Promise> promises) {
    Set<String> events = new HashSet<>(charter.words().events().keySet());
    Set<String> stages = new HashSet<>();
    for (Promise promise : promises) {
      if (promise instanceof Keep keep) {
        keep.stage().ifPresent(stages::add);
        keep.limit().events().forEach(events::add);
        keep.extensions().stream()
            .map(Extension::limit)
            .forEach(limit -> limit.ifPresent(l -> l.events().forEach(events::add)));
      }
    }
    Set<String> operators = new HashSet<>(charter.recipients().keySet());
    operators.addAll(charter.organisation().controllers().keySet());
    operators.add(charter.company());
    return new Names(
        charter.activities().keySet(),
        charter.words().subjects().keySet(),
        charter.words().vocabulary().keySet(),
        stages,
        events,
        operators);
  }
}
