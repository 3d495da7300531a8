package dev.upheld.verdict.clause;

import dev.upheld.charter.model.Finding;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.Verdicts;
import java.util.List;
import java.util.Optional;

/**
 * One clause of the source policy.
 *
 * @param id {@code CC-05}
 * @param carriers the promises that carry it, in the charter's order
 * @param findings those that carry it, in the charter's order
 */
public record Clause(String id, List<Carrier> carriers, List<Finding> findings) {
  public Clause {
    carriers = List.copyOf(carriers);
    findings = List.copyOf(findings);
  }

  /** How far it can be proved. */
  public Backing backing() {
    if (carriers.isEmpty()) {
      return findings.isEmpty() ? Backing.MISSING : Backing.FINDING;
    }
    long built = carriers.stream().filter(Carrier::built).count();
    if (built == 0) {
      return Backing.WAITING;
    }
    return built == carriers.size() ? Backing.LIVE : Backing.PARTLY;
  }

  /** Its worst promise; empty without promises, or when one of them was not judged. */
  public Optional<Verdict> verdict() {
    List<Verdict> known = carriers.stream().flatMap(c -> c.verdict().stream()).toList();
    return known.size() == carriers.size() ? Verdicts.worst(known) : Optional.empty();
  }
}
