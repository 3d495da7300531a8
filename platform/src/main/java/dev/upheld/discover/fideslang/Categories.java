package dev.upheld.discover.fideslang;

import dev.upheld.charter.promise.EndAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What keys of the taxonomy mean here. Immutable. */
public final class Categories {
  private final Map<String, List<String>> terms = new HashMap<>();
  private final Map<String, String> former = new LinkedHashMap<>();
  private final Map<String, String> identities = new HashMap<>();
  private final Map<String, EndAction> masking = new HashMap<>();

  /** Whom data is about. */
  public enum Sense {
    PERSONAL,
    UNSURE,
    TECHNICAL
  }

  /**
   * What a key means.
   *
   * @param terms of the Data Privacy Vocabulary, the likeliest first, then of what it is a kind of
   * @param own how many of the terms are its own
   * @param known the key itself, or the longest known one it begins with; empty when there is none
   */
  public record Meaning(Sense sense, List<String> terms, int own, Optional<String> known) {
    public Meaning {
      terms = List.copyOf(terms);
    }
  }

  /** With the tables that come with Upheld. */
  public Categories() {
    rows(CategoryText.TERMS).forEach(row -> terms.put(row.getFirst(), row.subList(1, row.size())));
    rows(CategoryText.FORMER).forEach(row -> former.put(row.getFirst(), row.get(1)));
    rows(CategoryText.IDENTITIES).forEach(row -> identities.put(row.getFirst(), row.get(1)));
    for (List<String> row : rows(CategoryText.MASKING)) {
      Arrays.stream(EndAction.values())
          .filter(end -> end.id().equals(row.get(1)))
          .forEach(end -> masking.put(row.getFirst(), end));
    }
  }

  private static List<List<String>> rows(String text) {
    return text.lines().map(line -> List.of(line.strip().split("\\s+", -1))).toList();
  }

  /** What a key means, in its present or a former spelling. */
  public Meaning of(String key) {
    String now = present(key);
    Optional<String> known = known(now);
    if (known.isEmpty()) {
      return new Meaning(Sense.UNSURE, List.of(), 0, known);
    }
    List<String> found = new ArrayList<>();
    Sense sense = Sense.PERSONAL;
    int own = 0;
    for (Optional<String> at = known; at.isPresent(); at = known(parent(at.get()))) {
      List<String> row = terms.getOrDefault(at.get(), List.of("unsure"));
      if (at.get().equals(known.get())) {
        sense = sense(row);
      }
      row.stream().filter(t -> t.startsWith("pd:") && !found.contains(t)).forEach(found::add);
      own = at.get().equals(now) ? found.size() : own;
    }
    return new Meaning(sense, found, own, known.map(k -> k.equals(now) ? key : k));
  }

  private static Sense sense(List<String> row) {
    return switch (row.getFirst()) {
      case "technical" -> Sense.TECHNICAL;
      case "unsure" -> Sense.UNSURE;
      default -> Sense.PERSONAL;
    };
  }

  private String present(String key) {
    String now = key;
    for (Map.Entry<String, String> rule : former.entrySet()) {
      if (now.startsWith(rule.getKey())) {
        String renamed = rule.getValue() + now.substring(rule.getKey().length());
        now = terms.containsKey(now) ? now : renamed;
      }
    }
    return now;
  }

  private Optional<String> known(String key) {
    String at = key;
    while (!at.isEmpty() && !terms.containsKey(at)) {
      at = parent(at);
    }
    return Optional.of(at).filter(k -> !k.isEmpty());
  }

  private static String parent(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0 ? "" : key.substring(0, dot);
  }

  /** The term of what people are looked up by; one for any identifier where it is not known. */
  public String identity(String kind) {
    return identities.getOrDefault(kind, "pd:UID");
  }

  /** How a masking strategy leaves a value; empty where that is not known. */
  public Optional<EndAction> end(String strategy) {
    return Optional.ofNullable(masking.get(strategy));
  }
}
