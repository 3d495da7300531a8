package dev.upheld.engine;

import dev.upheld.connect.Description;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.act.Remembered;
import dev.upheld.connect.act.RowSet;
import dev.upheld.connect.vault.Draft;
import dev.upheld.connect.vault.Vault;
import dev.upheld.connect.vault.VaultHeader;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves rows of one rule into encrypted files. The transaction that removes them remembers the
 * file's key, sealed: so whether rows are here or there is decided by its commit alone. A file that
 * was not confirmed is settled by what the system remembers, and where it remembers nothing, it is
 * first made sure that it never will.
 */
final class Filing implements Elsewhere {
  /** Under this plan is remembered that an act will not be done any more. */
  static final String ABANDONED = "abandoned";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FILES = "files";

  /** No transaction of another rule that may still go on is older. */
  private static final Duration OLD = Duration.ofHours(1);

  /** Families of types whose values are the same when they are read as text. */
  private static final Set<Description.Type> PLAIN =
      Set.of(
          Description.Type.TEXT,
          Description.Type.WHOLE,
          Description.Type.DECIMAL,
          Description.Type.BOOLEAN,
          Description.Type.DATE,
          Description.Type.TIMESTAMP,
          Description.Type.TIMESTAMP_WITH_ZONE,
          Description.Type.ADDRESS,
          Description.Type.JSON,
          Description.Type.UUID,
          Description.Type.ARRAY);

  private final Workspace workspace;
  private final Expiry rule;
  private final ActSession session;
  private final List<Draft.Written> written = new ArrayList<>();
  private Optional<String> act = Optional.empty();

  Filing(Workspace workspace, Expiry rule, ActSession session) {
    this.workspace = workspace;
    this.rule = rule;
    this.session = session;
  }

  /** Begins a transaction, of which the system remembers that it was done under this name. */
  void begin(Optional<String> name) {
    written.clear();
    act = name;
  }

  private Place place(Decision.Move move) {
    return place(workspace, move.system().orElseThrow(), move.place());
  }

  private static Place place(Workspace workspace, String system, String place) {
    return Optional.ofNullable(workspace.map().places().get(system))
        .flatMap(all -> Optional.ofNullable(all.get(place)))
        .orElseThrow(() -> new IllegalArgumentException("no place of that name"));
  }

  private static SystemEntry entry(Workspace workspace, String system) {
    return Optional.ofNullable(workspace.map().systems().get(system))
        .orElseThrow(() -> new IllegalArgumentException("no system of that name"));
  }

  @Override
  public void check(Node node, Decision.Move move) {
    Place into = place(move);
    if (!session.remembers()) {
      throw EngineProblem.FORGETFUL.because(
          "System "
              + rule.system()
              + " has no memory of acts: after a crash nobody could tell whether rows are in their"
              + " file or still here. Nothing was done.",
          "Make its table there: upheld request memory prints the script.");
    }
    columns(node, into, move);
    Vault.of(entry(workspace, move.system().orElseThrow())).check(into.table());
  }

  @Override
  public long take(Node node, RowSet rows, Decision.Move move) {
    check(node, move);
    long wanted = session.fates(rows).getOrDefault(Fate.GOES, 0L);
    if (wanted == 0) {
      return 0;
    }
    session.lock(rows); // what is read is what goes
    Place into = place(move);
    List<Source> columns = columns(node, into, move);
    ZoneId zone = rule.kept().time().system();
    VaultHeader header =
        new VaultHeader(
            UUID.randomUUID(),
            into.table().name(),
            new VaultHeader.From(rule.system(), rule.id(), act.orElseThrow()),
            columns.stream().map(Source::header).toList(),
            rows.key(),
            zone,
            Optional.empty());
    Draft draft = Vault.of(entry(workspace, move.system().orElseThrow())).begin(into, header);
    boolean whole = false;
    try {
      List<String> read = columns.stream().filter(Source::isThere).map(Source::name).toList();
      session.read(
          rows,
          read,
          (fate, values) -> {
            if (fate == Fate.GOES) {
              draft.row(filled(columns, values, zone));
            }
          });
      Draft.Written file = draft.finish();
      if (file.rows() != wanted) {
        throw EngineProblem.CHANGED.because(
            "Rows of " + rows.table() + " changed while they were archived. Nothing was done.",
            "Run it again.");
      }
      whole = true;
      written.add(file);
      return wanted;
    } finally {
      if (!whole) {
        draft.abandon();
      }
    }
  }

  /**
   * A column of the file.
   *
   * @param isThere whether the row has it; else it is when the row came
   * @param begins how a clock is written that begins now where it says nothing
   */
  private record Source(
      String name, Description.Type type, boolean isThere, Optional<Clock.Reading> begins) {
    VaultHeader.Column header() {
      return new VaultHeader.Column(name, type);
    }
  }

  private List<Optional<String>> filled(
      List<Source> columns, List<Optional<String>> values, ZoneId zone) {
    List<Optional<String>> row = new ArrayList<>();
    int next = 0;
    Instant now = rule.kept().time().now();
    for (Source column : columns) {
      Optional<String> value = Optional.empty();
      if (column.isThere()) {
        value = values.get(next);
        next++;
      }
      row.add(
          value.or(
              () -> column.begins().map(r -> VaultHeader.written(now, column.type(), r, zone))));
    }
    return row;
  }

  /** What the data map says of the archive's rows is what is put there, and the key. */
  private List<Source> columns(Node node, Place into, Decision.Move move) {
    Optional<Clock.Column> begins =
        Optional.ofNullable(into.clocks().get(move.event()))
            .filter(c -> c.clock() instanceof Clock.Column)
            .map(c -> (Clock.Column) c.clock());
    boolean fits = into.clocks().values().stream().allMatch(c -> c.clock() instanceof Clock.Column);
    if (!fits) {
      throw EngineProblem.MAP.because(
          into.at() + ": a clock of " + into.id() + " is no column of its own.",
          "An archive of files knows clocks of its own columns only.");
    }
    Set<String> wanted = new LinkedHashSet<>(node.set().key());
    wanted.addAll(new TreeSet<>(into.fieldColumns()));
    wanted.addAll(into.subjects().values());
    wanted.addAll(into.residence().values());
    into.links().forEach(l -> wanted.addAll(l.columns()));
    into.elsewhere().forEach(l -> wanted.addAll(l.columns()));
    into.clocks().values().forEach(c -> wanted.add(((Clock.Column) c.clock()).column()));
    List<Source> columns = new ArrayList<>();
    for (String name : wanted) {
      Optional<Clock.Reading> clock =
          begins.filter(c -> c.column().equals(name)).map(Clock.Column::reading);
      columns.add(
          node.table()
              .column(name)
              .map(c -> plain(node, c, clock))
              .or(
                  () ->
                      clock.map(
                          r ->
                              new Source(
                                  name,
                                  Description.Type.TIMESTAMP_WITH_ZONE,
                                  false,
                                  Optional.of(r))))
              .orElseThrow(() -> lacking(node, into, name)));
    }
    return columns;
  }

  private static Source plain(
      Node node, Description.Column column, Optional<Clock.Reading> begins) {
    boolean rounded = column.sqlType().startsWith("float"); // MariaDB writes six digits of it
    if (!PLAIN.contains(column.type()) || rounded) {
      throw EngineProblem.MAP.because(
          "Column "
              + column.name()
              + " of "
              + node.set().table()
              + " ("
              + column.sqlType()
              + ") cannot be put into a file without loss. Nothing was done.",
          "Leave it out of the place of the archive, or archive into a database.");
    }
    return new Source(column.name(), column.type(), true, begins);
  }

  private static ProblemException lacking(Node node, Place into, String column) {
    return EngineProblem.MAP.because(
        into.at()
            + ": "
            + node.set().table()
            + " has no column "
            + column
            + " that the archive "
            + into.id()
            + " could keep.",
        "Name the columns of the archive as those of the table it archives.");
  }

  /** What is to be remembered of an act: its figures, and by what its files open. */
  String figures(Expired done) {
    if (written.isEmpty()) {
      return done.json();
    }
    ObjectNode node = (ObjectNode) JSON.readTree(done.json());
    ObjectNode files = node.putObject(FILES);
    written.forEach(w -> files.put(w.header().file().toString(), w.wrapped()));
    return JSON.writeValueAsString(node);
  }

  /** The transaction was committed: its files count from here on. */
  void committed() {
    List<Draft.Written> all = List.copyOf(written);
    written.clear();
    all.forEach(Draft.Written::publish);
  }

  /** Whether there are files that nobody confirmed, in archives the rule's system moves rows to. */
  static boolean isOpen(Workspace workspace, Expiry rule) {
    return archives(workspace, rule).stream().anyMatch(a -> !a.unconfirmed().isEmpty());
  }

  /** An archive with what is unconfirmed in it. */
  private record Open(Vault vault, Place place, List<VaultHeader> unconfirmed) {}

  /** Those that are there: where one is away, only rows that move into it must wait. */
  private static List<Open> archives(Workspace workspace, Expiry rule) {
    List<Open> all = new ArrayList<>();
    for (Expiry.Archive archive : new LinkedHashSet<>(rule.archives().values())) {
      if (archive.system().isPresent()) {
        String system = archive.system().get();
        Place place = place(workspace, system, archive.place());
        try {
          Vault vault = Vault.of(entry(workspace, system));
          all.add(new Open(vault, place, vault.unconfirmed(place.table())));
        } catch (ProblemException e) {
          // the probe says it, and whatever would move there
        }
      }
    }
    return all;
  }

  /** Settles what others began and did not end, as the system remembers it. */
  void settle(Instant now) {
    for (Open archive : archives(workspace, rule)) {
      for (VaultHeader header : archive.unconfirmed()) {
        boolean own = header.from().rule().equals(rule.id());
        try {
          settle(archive, header, own, now);
        } catch (ProblemException e) {
          if (own) {
            throw e; // the runs of another rule say it
          }
        }
      }
    }
  }

  private void settle(Open archive, VaultHeader header, boolean own, Instant now) {
    Vault vault = archive.vault();
    Place place = archive.place();
    boolean moved = header.replaces().isEmpty();
    boolean here = header.from().system().equals(rule.system());
    if (moved && here && (own || vault.isOld(place.table(), header, now, OLD))) {
      Optional<String> key = key(header);
      if (key.isPresent()) {
        vault.confirm(place, header, key.get());
      } else {
        vault.discard(place.table(), header);
      }
    } else if (moved && !workspace.map().systems().containsKey(header.from().system())) {
      remembered(header).ifPresent(key -> vault.confirm(place, header, key)); // it was renamed
    }
  }

  private Optional<String> remembered(VaultHeader header) {
    return session
        .inVain(() -> session.remembered(header.from().act()))
        .flatMap(known -> key(header, known));
  }

  private static Optional<String> key(VaultHeader header, Remembered known) {
    JsonNode figures = JSON.readTree(known.figures());
    return Optional.of(figures.path(FILES).path(header.file().toString()).asString(""))
        .filter(k -> !k.isEmpty());
  }

  /** By what a file opens; empty where its act was not done, and never will be. */
  private Optional<String> key(VaultHeader header) {
    String name = header.from().act();
    Optional<Remembered> known = session.inVain(() -> session.remembered(name));
    if (known.isEmpty()) {
      forbid(name);
      known = session.inVain(() -> session.remembered(name));
    }
    return key(
        header,
        known.orElseThrow(
            () ->
                EngineProblem.FORGETFUL.because(
                    "System "
                        + rule.system()
                        + " does not remember what it was told: a file of the archive stays"
                        + " unconfirmed.",
                    "Look at its table upheld_act.")));
  }

  /**
   * Takes the name of an act, so that a transaction that may still be on its way can never commit.
   * Where it was faster, the name is taken already: then this one fails.
   */
  private void forbid(String name) {
    try {
      session.inOne(
          () -> {
            session.remember(name, ABANDONED, Expired.NOTHING.json());
            return true;
          });
    } catch (ProblemException e) {
      if (session.inVain(() -> session.remembered(name)).isEmpty()) {
        throw e;
      }
    }
  }
}
