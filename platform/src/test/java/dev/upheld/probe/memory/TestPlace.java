package dev.upheld.probe.memory;

import dev.upheld.charter.promise.EndAction;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Condition;
import dev.upheld.datamap.Field;
import dev.upheld.datamap.FieldName;
import dev.upheld.datamap.Link;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.RemoteLink;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds a place of a data map for tests. */
public final class TestPlace {
  private final String id;
  private TableName table;
  private Set<String> activities = Set.of();
  private Optional<String> stage = Optional.empty();
  private List<String> key = List.of();
  private final Map<String, String> subjects = new LinkedHashMap<>();
  private final Map<String, BoundClock> clocks = new LinkedHashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final List<RemoteLink> elsewhere = new ArrayList<>();
  private final Map<String, String> residence = new LinkedHashMap<>();
  private final Map<String, Condition> states = new LinkedHashMap<>();
  private final Map<String, Condition> exempt = new LinkedHashMap<>();
  private Optional<Condition> only = Optional.empty();
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Set<String> technical = new LinkedHashSet<>();
  private final Set<FieldName> technicalParts = new LinkedHashSet<>();

  private TestPlace(String id) {
    this.id = id;
    this.table = TableName.parse(id);
  }

  public static TestPlace place(String id, String... activities) {
    TestPlace place = new TestPlace(id);
    place.activities = Set.of(activities);
    return place;
  }

  public TestPlace table(String name) {
    table = TableName.parse(name);
    return this;
  }

  public TestPlace stage(String of) {
    stage = Optional.of(of);
    return this;
  }

  public TestPlace key(String... columns) {
    key = List.of(columns);
    return this;
  }

  public TestPlace subject(String word, String column) {
    subjects.put(word, column);
    return this;
  }

  /** A clock that must be known. */
  public TestPlace clock(String event, String column) {
    return clock(event, column(column), BoundClock.Missing.UNKNOWN);
  }

  /** A clock of something that may not have happened yet. */
  public TestPlace maybe(String event, String column) {
    return clock(event, column(column), BoundClock.Missing.NOT_YET);
  }

  public TestPlace clock(String event, Clock clock, BoundClock.Missing missing) {
    clocks.put(event, new BoundClock(event, clock, missing));
    return this;
  }

  public TestPlace link(String column, String place, String there) {
    links.add(new Link(List.of(column), place, List.of(there), Link.Kind.OWNS));
    return this;
  }

  /** Points at a place of another system. */
  public TestPlace elsewhere(String column, String system, String place, String there) {
    elsewhere.add(
        new RemoteLink(List.of(column), system, place, List.of(there), Link.Kind.MENTIONS, at()));
    return this;
  }

  public TestPlace residence(String subject, String column) {
    residence.put(subject, column);
    return this;
  }

  public TestPlace state(String word, Condition condition) {
    states.put(word, condition);
    return this;
  }

  public TestPlace exempt(String reason, Condition condition) {
    exempt.put(reason, condition);
    return this;
  }

  public TestPlace only(Condition condition) {
    only = Optional.of(condition);
    return this;
  }

  public TestPlace field(String column, String word) {
    FieldName name = name(column);
    fields.put(
        name.toString(),
        new Field(name.column(), name.inside(), word, Optional.of(EndAction.DELETE), at()));
    return this;
  }

  public TestPlace technical(String... columns) {
    for (FieldName name : List.of(columns).stream().map(TestPlace::name).toList()) {
      if (name.inside().isPresent()) {
        technicalParts.add(name);
      } else {
        technical.add(name.column());
      }
    }
    return this;
  }

  private static FieldName name(String written) {
    return switch (FieldName.read(written)) {
      case FieldName.Read.Sound(FieldName name) -> name;
      case FieldName.Read.Bad(String what) -> throw new AssertionError(what);
    };
  }

  public static Clock column(String name) {
    return new Clock.Column(name, Clock.Reading.NATIVE);
  }

  public static Condition isNull(String column) {
    return new Condition.IsNull(column, false);
  }

  public static Condition notNull(String column) {
    return new Condition.IsNull(column, true);
  }

  public Place build() {
    return new Place(
        id,
        table,
        activities,
        stage,
        key,
        Map.copyOf(subjects),
        Map.copyOf(clocks),
        List.copyOf(links),
        List.copyOf(elsewhere),
        Map.copyOf(residence),
        Map.copyOf(states),
        Map.copyOf(exempt),
        only,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Map.copyOf(fields),
        Set.copyOf(technical),
        Set.copyOf(technicalParts),
        at());
  }

  private Location at() {
    return new Location("datamap/test.yaml", 3, 3);
  }
}
