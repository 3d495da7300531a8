package dev.upheld.duty.retention;

import dev.upheld.charter.model.Charter;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.engine.Foretelling.Through;
import dev.upheld.engine.Foretelling.Way;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the people of rows are written to, as the data map says it: in the row, in the row it
 * belongs to, or where the same person is named in the same system. Pure.
 */
final class Addresses {
  /** Of the Data Privacy Vocabulary. */
  private static final String ADDRESS = "pd:EmailAddress";

  private Addresses() {}

  /** What is said where the data map has none. */
  static String missing(Place place) {
    return "The charter promises a mail before this data goes, and the data map does not say where"
        + " its people are written to. Bind a field with a data word of "
        + ADDRESS
        + " in "
        + place.id()
        + ", or in the place of the same subject in this system.";
  }

  /** The way to the address of a place's rows; empty where the data map has none. */
  static Optional<Way> of(Workspace workspace, String system, Place place) {
    Set<String> words = words(workspace.charter());
    Collection<Place> others = workspace.map().places().getOrDefault(system, Map.of()).values();
    return column(place, words)
        .map(column -> new Way(column, Optional.empty()))
        .or(() -> byLink(place, others, words).findFirst())
        .or(() -> bySubject(place, others, words).findFirst());
  }

  private static Set<String> words(Charter charter) {
    return charter.words().vocabulary().entrySet().stream()
        .filter(e -> e.getValue().is().equals(ADDRESS))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Optional<String> column(Place place, Set<String> words) {
    return place.fields().values().stream()
        .filter(f -> f.isWhole() && words.contains(f.word()))
        .map(Field::column)
        .sorted()
        .findFirst();
  }

  private static Stream<Way> byLink(Place place, Collection<Place> others, Set<String> words) {
    return place.links().stream()
        .filter(link -> link.kind() == Link.Kind.OWNS && link.columns().size() == 1)
        .flatMap(
            link ->
                others.stream()
                    .filter(other -> other.id().equals(link.place()))
                    .flatMap(
                        other ->
                            way(link.columns().getFirst(), other, link.key().getFirst(), words)));
  }

  private static Stream<Way> bySubject(Place place, Collection<Place> others, Set<String> words) {
    return place.subjects().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            subject ->
                others.stream()
                    .filter(other -> !other.id().equals(place.id()))
                    .flatMap(other -> bySubject(subject, other, words)));
  }

  private static Stream<Way> bySubject(
      Map.Entry<String, String> subject, Place other, Set<String> words) {
    return Optional.ofNullable(other.subjects().get(subject.getKey())).stream()
        .flatMap(by -> way(subject.getValue(), other, by, words));
  }

  private static Stream<Way> way(String from, Place other, String by, Set<String> words) {
    return column(other, words).stream()
        .map(address -> new Way(from, Optional.of(new Through(other.id(), by, address))));
  }

  /** The places that are read for it. */
  static List<Place> places(Workspace workspace, String system, Place place) {
    return of(workspace, system, place).flatMap(Way::through).stream()
        .flatMap(
            through ->
                workspace.map().places().getOrDefault(system, Map.of()).values().stream()
                    .filter(other -> other.id().equals(through.place())))
        .toList();
  }
}
