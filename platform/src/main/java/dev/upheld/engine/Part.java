package dev.upheld.engine;

import dev.upheld.connect.act.Remembered;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far an act in several transactions has come; each of them writes the next one into the memory
 * of the system. Holds no personal data.
 *
 * @param number of transactions so far
 * @param whole what is done in all, as it was counted before the first of them
 * @param done rows so far, by place
 * @param marks by place, up to which mark the fields of its rows have ended
 */
record Part(
    int number,
    List<PlaceStep> whole,
    SortedMap<String, PlaceStep.Counts> done,
    SortedMap<String, String> marks) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final PlaceStep.Counts NONE = new PlaceStep.Counts(0, 0, 0, 0, 0);

  Part {
    whole = List.copyOf(whole);
    done = new TreeMap<>(done);
    marks = new TreeMap<>(marks);
  }

  /** Nothing yet. */
  static Part first(List<PlaceStep> whole) {
    return new Part(0, whole, new TreeMap<>(), new TreeMap<>());
  }

  static Part of(Remembered remembered) {
    return JSON.readValue(remembered.figures(), Part.class);
  }

  String figures() {
    return JSON.writeValueAsString(this);
  }

  /** Names of parts of an act begin so; the number follows. */
  static String begin(String act) {
    int slash = act.indexOf('/');
    String name = act.substring(0, Math.min(slash, 32)) + act.substring(slash);
    return name + "#";
  }

  String name(String act) {
    return begin(act) + number;
  }

  long rows() {
    return done.values().stream().mapToLong(PlaceStep.Counts::touched).sum();
  }

  /** What was found since, with what is done already counted in. */
  List<PlaceStep> among(List<PlaceStep> now) {
    Map<String, PlaceStep> all = new LinkedHashMap<>();
    whole.forEach(s -> all.put(s.place(), s.with(s.counts().instead(NONE))));
    now.forEach(s -> all.put(s.place(), s));
    return all.values().stream()
        .map(s -> s.with(s.counts().instead(s.counts().plus(done.getOrDefault(s.place(), NONE)))))
        .toList();
  }

  /** The same with what was found since: rows that came meanwhile count as well. */
  Part found(List<PlaceStep> now) {
    Map<String, PlaceStep.Counts> rest = new TreeMap<>();
    now.forEach(s -> rest.put(s.place(), s.counts()));
    List<PlaceStep> grown =
        whole.stream()
            .map(
                s ->
                    s.with(
                        s.counts()
                            .instead(
                                done.getOrDefault(s.place(), NONE)
                                    .plus(rest.getOrDefault(s.place(), NONE)))))
            .toList();
    return new Part(number, grown, done, marks);
  }

  Part next() {
    return new Part(number + 1, whole, done, marks);
  }

  /** The same with more done. */
  Part and(String place, PlaceStep.Counts more) {
    SortedMap<String, PlaceStep.Counts> all = new TreeMap<>(done);
    all.merge(place, more, PlaceStep.Counts::plus);
    return new Part(number, whole, all, marks);
  }

  /** The same with fields ended up to this mark. */
  Part upTo(String place, String mark) {
    SortedMap<String, String> all = new TreeMap<>(marks);
    all.put(place, mark);
    return new Part(number, whole, done, all);
  }
}
