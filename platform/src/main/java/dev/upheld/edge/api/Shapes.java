package dev.upheld.edge.api;

import dev.upheld.access.People.Person;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.promise.Header;
import dev.upheld.charter.promise.LawRef;
import dev.upheld.charter.promise.Promise;
import dev.upheld.probe.board.Care;
import dev.upheld.probe.board.Kept;
import dev.upheld.probe.board.PromiseFile;
import dev.upheld.probe.board.ProofRun;
import dev.upheld.probe.board.Wall;
import dev.upheld.probe.board.WorkList;
import dev.upheld.probe.keep.DriftItem;
import dev.upheld.verdict.Evidence;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the interface says, in its own words. People appear as references, but in their list. */
final class Shapes {
  private Shapes() {}

  /** A verdict is written in capitals, all other words of the catalogue in lower case. */
  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String verdict(Enum<?> verdict) {
    return verdict.name();
  }

  record WallShape(
      Instant at,
      int total,
      Map<String, Integer> counts,
      Optional<Instant> lastProof,
      List<TileShape> promises) {
    static WallShape of(Wall wall) {
      Map<String, Integer> counts = new TreeMap<>();
      wall.counts().forEach((v, n) -> counts.put(verdict(v), n));
      return new WallShape(
          wall.at(),
          wall.total(),
          counts,
          wall.lastProof(),
          wall.tiles().stream().map(TileShape::of).toList());
    }
  }

  record TileShape(
      String id,
      String sentence,
      String duty,
      String kind,
      Optional<String> activity,
      List<String> clauses,
      List<String> laws,
      String verdict,
      Optional<Instant> since,
      CareShape care,
      boolean attestable) {
    static TileShape of(Wall.Tile tile) {
      return new TileShape(
          tile.id().toString(),
          tile.sentence(),
          tile.duty().id(),
          tile.kind(),
          tile.activity().map(Wall.Facet::id),
          tile.clauses(),
          tile.laws(),
          Shapes.verdict(tile.verdict()),
          tile.since(),
          CareShape.of(tile.care()),
          tile.attestable());
    }
  }

  record DriftShape(
      String system,
      String table,
      Optional<String> column,
      String kind,
      String nature,
      Optional<String> term,
      String sentence,
      Instant since) {
    static DriftShape of(DriftItem item) {
      return new DriftShape(
          item.system(),
          item.table(),
          item.column(),
          item.kind().id(),
          word(item.nature()),
          item.term(),
          item.sentence(),
          item.since());
    }
  }

  record CareShape(
      Optional<String> named,
      Optional<String> owner,
      Optional<Instant> due,
      Optional<Instant> acknowledged) {
    static CareShape of(Care care) {
      return new CareShape(
          care.named(),
          care.owner().map(Object::toString),
          care.due(),
          care.acknowledged().map(Care.Mark::at));
    }
  }

  record PromiseShape(
      String id,
      String sentence,
      String duty,
      String kind,
      String way,
      Optional<String> activity,
      List<String> clauses,
      PlaceShape at,
      List<LawShape> law,
      List<String> doubts,
      List<String> places,
      String verdict,
      Optional<Instant> since,
      String why,
      List<String> mend,
      List<EvidenceShape> evidence,
      List<SegmentShape> history,
      CareShape care,
      List<CommentShape> comments,
      boolean attestable) {
    static PromiseShape of(PromiseFile file) {
      Promise promise = file.promise();
      Header header = promise.header();
      return new PromiseShape(
          header.id().toString(),
          header.sentence(),
          promise.duty().id(),
          promise.kind(),
          header.way().id(),
          header.activity(),
          header.clauses(),
          new PlaceShape(header.at().file(), header.at().line()),
          header.law().stream().map(LawShape::of).toList(),
          file.doubts().stream().map(Finding::sentence).toList(),
          file.places(),
          Shapes.verdict(file.judgement().verdict()),
          file.since(),
          file.judgement().why(),
          file.mend(),
          file.evidence().stream().map(EvidenceShape::of).toList(),
          file.history().stream()
              .map(s -> new SegmentShape(s.from(), s.to(), Shapes.verdict(s.verdict())))
              .toList(),
          CareShape.of(file.care()),
          file.comments().stream()
              .map(c -> new CommentShape(c.by().map(Object::toString), c.at(), c.text()))
              .toList(),
          file.attestable());
    }
  }

  record PlaceShape(String file, int line) {}

  record LawShape(String pack, String citation, String title, String confidence, String source) {
    static LawShape of(LawRef law) {
      return new LawShape(law.pack(), law.citation(), law.title(), law.confidence(), law.source());
    }
  }

  record SegmentShape(Instant from, Instant to, String verdict) {}

  record CommentShape(Optional<String> by, Instant at, String text) {}

  record EvidenceShape(
      long entry,
      String digest,
      boolean counts,
      String source,
      String outcome,
      String summary,
      List<FigureShape> figures,
      CoverageShape coverage,
      Instant at,
      double seconds,
      List<AskedShape> asked,
      List<String> reasons,
      Optional<Instant> until,
      Optional<String> document) {
    static EvidenceShape of(Kept kept) {
      Evidence e = kept.evidence();
      return new EvidenceShape(
          kept.entry(),
          e.digest(),
          kept.counts(),
          word(e.source()),
          word(e.outcome()),
          e.summary(),
          e.figures().stream().map(f -> new FigureShape(f.name(), f.value(), f.where())).toList(),
          new CoverageShape(e.coverage().placesSeen(), e.coverage().places(), e.coverage().rows()),
          e.at(),
          e.took().toMillis() / 1000.0,
          e.asked().stream().map(a -> new AskedShape(a.system(), a.text())).toList(),
          e.reasons(),
          e.until(),
          kept.document());
    }
  }

  record FigureShape(String name, String value, String where) {}

  record CoverageShape(int placesSeen, int places, long rows) {}

  record AskedShape(String system, String text) {}

  record WorkShape(
      Instant at, List<ItemShape> needs, List<ItemShape> due, List<ChangeShape> changed) {
    static WorkShape of(WorkList work) {
      return new WorkShape(
          work.at(),
          work.needs().stream().map(ItemShape::of).toList(),
          work.due().stream().map(ItemShape::of).toList(),
          work.changed().stream().map(ChangeShape::of).toList());
    }
  }

  record ItemShape(
      String promise,
      String sentence,
      String verdict,
      String reason,
      String why,
      CareShape care,
      boolean mine,
      Optional<String> dateMeans,
      Optional<Instant> date,
      String action) {
    static ItemShape of(WorkList.Item item) {
      return new ItemShape(
          item.promise().toString(),
          item.sentence(),
          Shapes.verdict(item.verdict()),
          word(item.reason()),
          item.why(),
          CareShape.of(item.care()),
          item.mine(),
          item.date().map(d -> word(d.sense())),
          item.date().map(WorkList.When::at),
          word(item.action()));
    }
  }

  record ChangeShape(
      String promise, String sentence, String from, String to, Instant at, String why) {
    static ChangeShape of(WorkList.Change change) {
      return new ChangeShape(
          change.promise().toString(),
          change.sentence(),
          Shapes.verdict(change.from()),
          Shapes.verdict(change.to()),
          change.at(),
          change.why());
    }
  }

  record FindingShape(
      String code,
      String sentence,
      Optional<String> activity,
      PlaceShape at,
      List<String> clauses,
      List<LawShape> law) {
    static FindingShape of(Finding f) {
      return new FindingShape(
          f.code().code(),
          f.sentence(),
          f.activity(),
          new PlaceShape(f.at().file(), f.at().line()),
          f.clauses(),
          f.law().stream().map(LawShape::of).toList());
    }
  }

  record RunShape(
      int promises,
      Instant began,
      String step,
      long done,
      long total,
      Optional<Instant> ended,
      Optional<String> failed) {
    static RunShape of(ProofRun run) {
      return new RunShape(
          run.promises(),
          run.began(),
          run.step(),
          run.done(),
          run.total(),
          run.ended(),
          run.failed());
    }
  }

  record EntryShape(
      long number,
      Instant at,
      String kind,
      Optional<String> actor,
      Map<String, Object> facts,
      String hash) {
    static EntryShape of(dev.upheld.journal.Entry e) {
      return new EntryShape(
          e.id().sequence(),
          e.at(),
          e.kind(),
          e.actor().map(Object::toString),
          e.facts(),
          e.hash());
    }
  }

  record PersonShape(String id, String name, String email, String role, String state) {
    static PersonShape of(Person person) {
      return new PersonShape(
          person.id().toString(),
          person.name(),
          person.email(),
          person.role().word(),
          word(person.state()));
    }

    /** Name and address are personal data. */
    @Override
    public String toString() {
      return "PersonShape[" + id + "]";
    }
  }

  /** What is wrong with a request (RFC 9457). */
  record ProblemShape(String type, String title, int status, String detail) {}
}
