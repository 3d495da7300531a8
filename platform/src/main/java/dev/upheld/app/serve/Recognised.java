package dev.upheld.app.serve;

import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Erasing;
import dev.upheld.engine.Known;
import dev.upheld.engine.Subject;
import dev.upheld.kernel.ProblemException;
import dev.upheld.register.Fingerprints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Fingerprints of a person told by words with values: those, and by what systems know them too.
 *
 * @param erasing finds people in systems
 */
public record Recognised(Supplier<Workspace> workspace, Erasing erasing, Fingerprints prints) {

  /**
   * All under which the person is to be found.
   *
   * @throws ProblemException for a word that singles nobody out, or without a value
   */
  public Set<String> of(Map<String, List<String>> identifiers) {
    Workspace now = workspace.get();
    Subject subject = new Subject(new TreeMap<>(identifiers));
    Known.words(now, subject);
    Prints words = new Prints(prints, now::charter);
    try {
      return words.of(Known.of(erasing, now, subject));
    } catch (ProblemException e) {
      // what was said holds; a plan that finds more is held against all it finds
      return words.of(subject.identifiers());
    }
  }
}
