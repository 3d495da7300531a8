package dev.upheld.app.serve;

import dev.upheld.charter.model.Activity;
import dev.upheld.charter.model.Charter;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.edge.api.RestrictionsApi.NotForShape;
import dev.upheld.edge.api.RestrictionsApi.SubjectShape;
import dev.upheld.engine.Known;
import dev.upheld.engine.Subject;
import dev.upheld.register.Fingerprints;
import dev.upheld.register.Marks;
import dev.upheld.register.Marks.Kind;
import dev.upheld.register.Marks.Standing;
import dev.upheld.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What programs are told of people: one query for all of them. */
record Standings(Store store, Fingerprints fingerprints, Supplier<Workspace> workspace) {

  /**
   * One answer for each, in order.
   *
   * @throws dev.upheld.kernel.ProblemException for a word that singles nobody out: to answer that
   *     such a person is free would be a guess
   */
  List<SubjectShape> of(List<Map<String, String>> subjects) {
    Workspace now = workspace.get();
    List<Set<String>> each = new ArrayList<>();
    Set<String> all = new HashSet<>();
    for (Map<String, String> subject : subjects) {
      Known.words(now, Subject.of(subject));
      Set<String> prints = new HashSet<>();
      subject.forEach((word, value) -> prints.add(fingerprints.of(word, value)));
      each.add(prints);
      all.addAll(prints);
    }
    Map<String, List<Standing>> found = Marks.among(store.dsl(), all);
    return each.stream()
        .map(prints -> prints.stream().flatMap(p -> found.getOrDefault(p, List.of()).stream()))
        .map(standing -> shape(now.charter(), standing.distinct().toList()))
        .toList();
  }

  /** A hold keeps from erasing, not from using; and it may be secret. */
  private static SubjectShape shape(Charter charter, List<Standing> standing) {
    List<NotForShape> notFor =
        standing.stream()
            .filter(s -> s.kind() == Kind.OBJECTION || s.kind() == Kind.WITHDRAWAL)
            .flatMap(s -> notFor(charter, s))
            .toList();
    boolean restricted = standing.stream().anyMatch(s -> s.kind() == Kind.RESTRICTION);
    return new SubjectShape(
        restricted ? "restricted" : notFor.isEmpty() ? "free" : "objected", notFor);
  }

  private static Stream<NotForShape> notFor(Charter charter, Standing standing) {
    return standing.activities().isEmpty()
        ? Stream.of(
            new NotForShape(standing.kind().word(), null, List.of(), standing.since().toString()))
        : standing.activities().stream()
            .map(
                id ->
                    new NotForShape(
                        standing.kind().word(),
                        id,
                        purposes(charter, id),
                        standing.since().toString()));
  }

  private static List<String> purposes(Charter charter, String activity) {
    return Optional.ofNullable(charter.activities().get(activity))
        .map(Activity::ground)
        .map(g -> List.copyOf(g.purposes().words()))
        .orElse(List.of());
  }
}
