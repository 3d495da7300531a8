package dev.upheld.datamap.links;

import dev.upheld.datamap.classify.TypeFamily;
import dev.upheld.datamap.links.TableFacts.Column;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** What names, types, keys and indexes propose for one column. */
final class NamedCandidates {
  /** Before the last s of status, basis, address. */
  private static final Set<Character> NOT_PLURAL = Set.of('u', 'i', 's', 'a');

  private final Schema schema;
  private final Naming naming;
  private final Owners owners;

  NamedCandidates(Schema schema) {
    this.schema = schema;
    this.naming = new Naming(schema);
    this.owners = new Owners(schema);
  }

  /** Every pair with any evidence from a name, strongest first, each table and key once. */
  List<Candidate> of(Known from, Column column) {
    List<Candidate> found = new ArrayList<>();
    Set<List<String>> names = new LinkedHashSet<>();
    names.add(from.wordsOf(column.name()));
    names.add(from.allWordsOf(column.name()));
    boolean key = isOwnKey(from, column.name(), names);
    if (key) {
      return List.of();
    }
    for (List<String> words : names) {
      for (Reading reading : schema.readings(words)) {
        byTable(found, from, column, reading);
        byRole(found, from, column, reading);
      }
      byKey(found, from, column, words);
    }
    found.sort(Candidate.STRONGEST);
    List<Candidate> once = new ArrayList<>();
    for (Candidate candidate : found) {
      if (once.stream().noneMatch(candidate::isSamePair)) {
        once.add(candidate);
      }
    }
    return once;
  }

  /** A key called after its own table points nowhere. */
  private boolean isOwnKey(Known from, String column, Set<List<String>> names) {
    return from.keys().stream()
            .anyMatch(key -> key.column().name().equals(column) && !owners.isForeign(key, from))
        && names.stream()
            .flatMap(words -> schema.readings(words).stream())
            .anyMatch(
                reading -> Naming.isOwn(reading.words(), from) || schema.isEnd(reading, from));
  }

  private void byTable(List<Candidate> found, Known from, Column column, Reading reading) {
    boolean mute = !reading.saysKey();
    if (mute && reading.words().size() == 1 && Commonplace.is(reading.words().getFirst())) {
      return;
    }
    Set<Known> called = schema.called(reading.words());
    // where a table is called just so, one that is called nearly so is not meant
    Set<Known> tables = new LinkedHashSet<>(called);
    schema.speakingOf(reading).stream()
        .filter(to -> called.isEmpty() || Naming.isWithin(reading, from, to))
        .forEach(tables::add);
    tables.add(from);
    if (from.words().size() > 1) {
      tables.addAll(schema.called(from.words().subList(0, from.words().size() - 1)));
    }
    for (Known to : tables) {
      naming
          .of(reading, from, to)
          .filter(said -> said.own() || !from.isWholeKey(column.name()))
          .ifPresent(
              said ->
                  add(found, new Pair(from, column, to), reading, said.points(), said.reason()));
    }
  }

  private void byRole(List<Candidate> found, Known from, Column column, Reading reading) {
    List<String> role = reading.words();
    if (!People.isRole(role) || from.isWholeKey(column.name())) {
      return;
    }
    List<Known> actors =
        schema.tables().stream()
            .filter(t -> !t.words().isEmpty() && People.rank(role, t.words()) >= 0)
            .sorted(
                Comparator.comparingInt((Known t) -> People.rank(role, t.words()))
                    .thenComparingInt(t -> t.words().size()))
            .toList();
    if (actors.isEmpty()) {
      return;
    }
    Known to = actors.getFirst();
    Pair pair = new Pair(from, column, to);
    boolean certainType =
        column.family() != TypeFamily.TEXT
            || to.keys().stream()
                .anyMatch(
                    k ->
                        k.column().length().equals(column.length()) && column.length().isPresent());
    if (certainType) {
      double said = reading.saysKey() ? 0 : LinkWeights.KEY_WORD_FITS;
      boolean thing = !reading.saysKey() && !People.isDeed(role);
      double mute = thing && schema.habit() == Schema.Habit.KEY_WORDS ? LinkWeights.NO_KEY_WORD : 0;
      double points = LinkWeights.PERSONS_ROLE + mute + said;
      for (Known.Key key : to.keys()) {
        if (!owners.isForeign(key, to)) {
          double fit = KeyFit.words(reading.key(), key.words(), to.words());
          pair(found, pair, key, points + fit, "the name says who a person is to the row");
        }
      }
    }
  }

  private void byKey(List<Candidate> found, Known from, Column column, List<String> words) {
    for (Known to : schema.withKeyNamed(words)) {
      for (Known.Key key : to.keys()) {
        OptionalInt before = before(words, key.words());
        boolean says = before.isPresent() && schema.saysSomething(key.words());
        if (to.equals(from) || !says || owners.isForeign(key, to)) {
          continue;
        }
        boolean owner = owners.isOwn(key, to) || owners.isShort(key, to);
        boolean table = before.getAsInt() > 0 && isNamed(words.subList(0, before.getAsInt()), to);
        boolean said = table || owner || Reading.isKeyWord(key.words().getLast());
        if (before.getAsInt() > 0 && !said) {
          continue; // "ip_address" is no role of somebody's "address"
        }
        boolean whole = from.isWholeKey(column.name());
        boolean alike = !owner && from.hasKey(column.name()) && !Reading.isKeyWord(words.getLast());
        if ((whole && (!owner || before.getAsInt() > 0)) || alike) {
          continue;
        }
        double points = before.getAsInt() == 0 ? LinkWeights.NAME_OF_KEY : LinkWeights.ROLE_AND_KEY;
        if (table) {
          points = LinkWeights.NAMES_TABLE;
        } else if (!said && !isNatural(key, to) && key.strength() != Known.Strength.PRIMARY) {
          points += LinkWeights.NO_KEY_WORD_TEXT;
        }
        String reason =
            before.getAsInt() == 0
                ? "the name is that of the key"
                : table
                    ? "the name is that of the table and of its key"
                    : "the name is a role and that of the key";
        pair(
            found,
            new Pair(from, column, to),
            key,
            points + (owner ? LinkWeights.KEY_WORD_FITS : 0),
            reason);
      }
    }
  }

  /** {@code username} among the users. */
  private static boolean isNatural(Known.Key key, Known table) {
    return !table.words().isEmpty()
        && Stems.of(table.words().getLast()).stream().anyMatch(key.words().getFirst()::startsWith);
  }

  private static boolean isNamed(List<String> words, Known table) {
    return Naming.isOwn(words, table);
  }

  private static OptionalInt before(List<String> words, List<String> key) {
    int before = words.size() - key.size();
    return before >= 0 && words.subList(before, words.size()).equals(key)
        ? OptionalInt.of(before)
        : OptionalInt.empty();
  }

  private record Pair(Known from, Column column, Known to) {}

  private void add(
      List<Candidate> found, Pair pair, Reading reading, double points, String reason) {
    for (Known.Key key : pair.to().keys()) {
      if (owners.isForeign(key, pair.to())) {
        continue;
      }
      boolean role = !Naming.isTable(reading.words(), pair.to().words());
      double muted = reading.saysKey() ? 0 : mute(pair, key, role, reading);
      double fit = KeyFit.words(reading.key(), key.words(), pair.to().words());
      boolean part = schema.isJoin(pair.to()) && !Naming.hasWhole(reading, pair.to());
      double join = part ? LinkWeights.JOINS : 0;
      pair(found, pair, key, points + muted + fit + join, reason);
    }
  }

  private double mute(Pair pair, Known.Key key, boolean role, Reading reading) {
    Column column = pair.column();
    if (KeyFit.isUuid(column, key.column())) {
      return 0;
    }
    if (column.family() == TypeFamily.TEXT) {
      return LinkWeights.NO_KEY_WORD_TEXT;
    }
    if (pair.from().equals(pair.to())) {
      return Naming.saysAbove(reading) ? LinkWeights.NO_KEY_WORD : LinkWeights.NO_KEY_WORD_AGAINST;
    }
    if (schema.habit() != Schema.Habit.NO_KEY_WORDS && isSeveral(reading, pair.to())) {
      return LinkWeights.NO_KEY_WORD_AGAINST;
    }
    return switch (schema.habit()) {
      case KEY_WORDS -> role ? LinkWeights.NO_KEY_WORD_AGAINST : LinkWeights.NO_KEY_WORD_ODD;
      case NONE -> LinkWeights.NO_KEY_WORD;
      case NO_KEY_WORDS -> LinkWeights.NO_KEY_WORD_HERE;
    };
  }

  /** {@code users} as a number is how many there are, or what may be done with them. */
  private static boolean isSeveral(Reading reading, Known to) {
    String word = reading.words().getLast();
    return word.length() > 3
        && word.endsWith("s")
        && !NOT_PLURAL.contains(word.charAt(word.length() - 2))
        && to.words().getLast().equals(word);
  }

  private void pair(List<Candidate> found, Pair pair, Known.Key key, double points, String reason) {
    Known from = pair.from();
    Column column = pair.column();
    OptionalDouble types = KeyFit.types(column, key.column());
    boolean itself = from.equals(pair.to()) && key.column().equals(column);
    if (types.isEmpty() || itself) {
      return;
    }
    Candidate candidate =
        new Candidate(from, column.name(), pair.to(), key, points, List.of(reason));
    found.add(Circumstances.added(candidate, types.getAsDouble()));
  }
}
