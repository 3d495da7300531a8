package dev.upheld.probe.keep;

import dev.upheld.journal.Draft;
import dev.upheld.journal.ReferenceId;
import dev.upheld.verdict.Evidence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the journal says of proof. */
final class Drafts {
  private Drafts() {}

  /** {@code evidence.probe}, {@code evidence.attestation}, {@code evidence.act}. */
  static Draft of(Evidence e, Optional<ReferenceId> who) {
    String source =
        switch (e.source()) {
          case PROBE -> "probe";
          case ACT -> "act";
          case ATTESTATION -> "attestation";
        };
    return new Draft("evidence." + source, who, EvidenceText.facts(e));
  }

  static Draft of(Change c) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("promise", c.promise().toString());
    facts.put("digest", c.digest());
    facts.put("at", c.at());
    facts.put("why", EvidenceText.sentence(c.why()));
    c.from().ifPresent(v -> facts.put("from", v.name()));
    c.to().ifPresent(v -> facts.put("to", v.name()));
    return Draft.of(c.kind(), facts);
  }

  static Draft begun(Statement s) {
    return Draft.of("statement.recorded", facts(s));
  }

  static Draft ended(Statement s) {
    return Draft.of("statement.ended", facts(s));
  }

  /** Not the wording, which may name a person: the digest pins it, its table can be erased. */
  private static Map<String, Object> facts(Statement s) {
    return Map.of(
        "promise", s.promise().toString(),
        "digest", s.digest(),
        "kind", s.kind(),
        "duty", s.duty().id(),
        "way", s.way().id());
  }
}
