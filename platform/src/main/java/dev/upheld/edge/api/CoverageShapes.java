package dev.upheld.edge.api;

import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.edge.api.Shapes.FindingShape;
import dev.upheld.probe.board.Clauses;
import dev.upheld.verdict.Verdict;
import dev.upheld.verdict.clause.Backing;
import dev.upheld.verdict.clause.Carrier;
import dev.upheld.verdict.clause.Clause;
import dev.upheld.verdict.clause.ClauseTable;
import dev.upheld.verdict.clause.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the interface says of clauses. */
final class CoverageShapes {
  private CoverageShapes() {}

  record ClausesShape(
      Instant at,
      Optional<Instant> lastProof,
      String company,
      boolean listed,
      int total,
      int standing,
      Map<String, Integer> states,
      Map<String, Integer> verdicts,
      List<String> missing,
      List<String> unlisted,
      List<ClauseShape> clauses,
      List<FindingShape> findings) {
    static ClausesShape of(Clauses clauses) {
      ClauseTable table = clauses.table();
      Tally tally = table.tally();
      Map<String, Integer> states = new TreeMap<>();
      for (Backing backing : Backing.values()) {
        states.put(backing.id(), tally.of(backing));
      }
      Map<String, Integer> verdicts = new TreeMap<>();
      for (Verdict verdict : Verdict.values()) {
        verdicts.put(verdict.name(), tally.of(verdict));
      }
      return new ClausesShape(
          clauses.at(),
          clauses.lastProof(),
          clauses.company(),
          table.listed().isPresent(),
          tally.clauses(),
          tally.standing(),
          states,
          verdicts,
          table.missing(),
          table.unlisted(),
          table.clauses().stream().map(ClauseShape::of).toList(),
          table.findings().stream().map(FindingShape::of).toList());
    }
  }

  record ClauseShape(
      String id,
      String state,
      Optional<String> verdict,
      List<CarrierShape> promises,
      List<String> findings) {
    static ClauseShape of(Clause clause) {
      return new ClauseShape(
          clause.id(),
          clause.backing().id(),
          clause.verdict().map(Verdict::name),
          clause.carriers().stream().map(CarrierShape::of).toList(),
          clause.findings().stream().map(f -> f.code().code()).distinct().toList());
    }
  }

  record CarrierShape(
      String id,
      String sentence,
      String kind,
      String way,
      String duty,
      List<String> laws,
      boolean built,
      Optional<String> verdict) {
    static CarrierShape of(Carrier carrier) {
      Header header = carrier.promise().header();
      return new CarrierShape(
          header.id().toString(),
          header.sentence(),
          carrier.promise().kind(),
          header.way().id(),
          carrier.promise().duty().id(),
          header.law().stream().map(LawRef::citation).distinct().toList(),
          carrier.built(),
          carrier.verdict().map(Verdict::name));
    }
  }
}
