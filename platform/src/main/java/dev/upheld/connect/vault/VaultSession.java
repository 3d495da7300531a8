package dev.upheld.connect.vault;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.BoundClock;
import dev.upheld.datamap.Clock;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** A look into an archive of files. */
final class VaultSession implements Session {
  private final String system;
  private final Vault vault;
  private final Duration longest;
  private volatile boolean cancelled;
  private final Instant opened;
  private long began;

  /**
   * @param opened what conditions on time are measured against
   */
  VaultSession(String system, Vault vault, Duration longest, Instant opened) {
    this.opened = opened;
    this.system = system;
    this.vault = vault;
    this.longest = longest;
  }

  @Override
  public Description describe() {
    return describe(List.of());
  }

  /** A table gets its folder with the first rows, and its columns with them. */
  @Override
  public Description describe(Collection<Place> bound) {
    return vault.doing(
        "to be listed",
        () -> {
          Set<TableName> names = new TreeSet<>(vault.tables());
          bound.stream()
              .map(Place::table)
              .filter(t -> t.schema().isEmpty() && Vault.isTable(t.name()))
              .forEach(names::add);
          List<String> blind = new ArrayList<>();
          if (!vault.isMarked()) {
            blind.add(vault.bare());
          }
          if (vault.strange() > 0) {
            blind.add("The folder of the archive " + system + " has things that are none of it.");
          }
          List<Description.Table> tables = new ArrayList<>();
          for (TableName name : names) {
            tables.add(
                table(name, bound.stream().filter(p -> p.table().equals(name)).toList(), blind));
          }
          return new Description("archive of files", tables, blind);
        });
  }

  private Description.Table table(TableName name, List<Place> bound, List<String> blind)
      throws IOException {
    Map<String, Description.Type> columns = new LinkedHashMap<>();
    Drawer drawer = vault.drawer(name);
    Set<UUID> files = drawer.contents().published();
    int unread = 0;
    for (UUID file : files) {
      try {
        RowsReader.header(drawer.rows(file))
            .columns()
            .forEach(c -> columns.putIfAbsent(c.name(), c.type()));
      } catch (IOException e) {
        unread++;
      }
    }
    if (unread > 0) {
      blind.add(
          "Of " + unread + " of the files of " + name + " nobody can tell what columns they have.");
    }
    if (files.isEmpty()) {
      bound.forEach(
          p -> named(p).forEach(column -> columns.putIfAbsent(column, Description.Type.TEXT)));
    }
    return new Description.Table(
        name,
        true,
        Description.TableKind.TABLE,
        columns.entrySet().stream().map(e -> column(e.getKey(), e.getValue())).toList(),
        List.of(),
        columns.keySet().stream().map(c -> new Description.Index(List.of(c), false)).toList(),
        List.of(),
        Optional.empty(),
        -1,
        Sight.full());
  }

  /** What rows will have, as the run that archives them takes it from the place. */
  private static Set<String> named(Place place) {
    Set<String> columns = new LinkedHashSet<>(place.key());
    columns.addAll(place.fieldColumns());
    columns.addAll(place.subjects().values());
    columns.addAll(place.residence().values());
    place.links().forEach(link -> columns.addAll(link.columns()));
    place.elsewhere().forEach(link -> columns.addAll(link.columns()));
    for (BoundClock bound : place.clocks().values()) {
      if (bound.clock() instanceof Clock.Column clock) {
        columns.add(clock.column());
      }
    }
    return columns;
  }

  private static Description.Column column(String name, Description.Type type) {
    return new Description.Column(
        name, type, type.name(), Optional.empty(), true, Optional.empty(), true);
  }

  @Override
  public List<Asked> compile(Question<?> question) {
    return List.of(new Asked(system, VaultTexts.of(system, question)));
  }

  private static ProblemException problem(ConnectProblem code, String what, String mend) {
    return new ProblemException(Problem.of(code, what, mend));
  }

  @Override
  @SuppressWarnings("unchecked") // each question gets the answer it is typed with
  public <A extends Answer> Answered<A> ask(Question<A> question, Progress progress) {
    List<Asked> asked = compile(question);
    began = System.nanoTime();
    List<VaultPass> passes = new ArrayList<>();
    Answer answer = vault.doing("to be read", () -> answer(question, passes));
    List<String> blind = new ArrayList<>();
    List<String> beside = new ArrayList<>();
    for (VaultPass pass : passes) {
      blind.addAll(pass.sight().blind());
      beside.addAll(pass.sight().beside());
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Answered<>((A) answer, new Sight(blind, beside), asked, took);
  }

  /**
   * @param passes gets the ways through tables that were gone
   */
  private Answer answer(Question<?> question, List<VaultPass> passes) throws IOException {
    return switch (question) {
      case Question.CountDue q -> new VaultCounts(pass(q.table(), passes)).due(q);
      case Question.CountDueOver q -> new VaultCounts(pass(q.at().table(), passes)).over(q);
      case Question.FindValues q -> values(q.table(), passes).find(q);
      case Question.CountWhere q -> values(q.table(), passes).where(q);
      case Question.Tally q -> values(q.table(), passes).tally(q);
      case Question.Sample q -> values(q.table(), passes).sample(q);
      case Question.SampleRows q -> values(q.table(), passes).sample(q);
      case Question.Fingerprint q -> new VaultPrints().fingerprint(pass(q.table(), passes), q);
      case Question.SharedValues q ->
          new VaultPrints().shared(pass(q.left(), passes), pass(q.right(), passes), q);
      case Question.Readers _ -> readers();
      case Question.Transport _ -> Answer.TransportFacts.ofFolder();
      case Question.CountGaps _, Question.Sift _ ->
          throw new IllegalStateException("compile lets no other pass");
    };
  }

  private VaultPass pass(TableName table, List<VaultPass> passes) {
    VaultPass pass = new VaultPass(vault, table, this::check);
    passes.add(pass);
    return pass;
  }

  private VaultValues values(TableName table, List<VaultPass> passes) {
    return new VaultValues(pass(table, passes), opened);
  }

  /**
   * Nobody but the account of Upheld, which is never among the readers, where the folder lets
   * nobody else in. Whoever else it lets in has sealed files; whether the key as well is not seen.
   */
  private Answer.ReaderFacts readers() throws IOException {
    List<String> hidden = new ArrayList<>();
    if (vault.isOpenToOthers()) {
      hidden.add(
          "Other accounts of the machine may open the folder of the archive, and whether they have"
              + " its key is not seen. Take that from them (chmod 700), and give it to the account of"
              + " Upheld.");
    }
    return new Answer.ReaderFacts(List.of(), hidden);
  }

  private void check() {
    if (cancelled) {
      throw problem(
          ConnectProblem.CANCELLED,
          "Reading the archive " + system + " was stopped.",
          "Run it again.");
    }
    if (System.nanoTime() - began > longest.toNanos()) {
      throw problem(
          ConnectProblem.TIMED_OUT,
          "Reading the archive "
              + system
              + " took longer than "
              + longest.toSeconds()
              + " seconds.",
          "Raise statement-timeout.");
    }
  }

  @Override
  public Duration ping() {
    long from = System.nanoTime();
    vault.doing("to be listed", vault::tables);
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Override
  public Checkup checkup(List<Place> places) {
    List<String> facts = new ArrayList<>(List.of("archive of encrypted files"));
    Set<String> missing = new LinkedHashSet<>();
    List<String> excess = new ArrayList<>();
    if (places.isEmpty() && !vault.<Boolean>doing("to be listed", vault::isMarked)) {
      missing.add(vault.bare());
    }
    for (Place place : places) {
      try {
        vault.check(place.table());
        facts.add("rows of " + place.table() + " can be archived by this account");
      } catch (ProblemException e) {
        e.problems().forEach(p -> missing.add(p.what() + " " + p.mend()));
      }
    }
    if (vault.isOpenToOthers()) {
      excess.add(
          "The folder of the archive can be looked into by other accounts: take that from them"
              + " (chmod 700).");
    }
    return new Checkup(facts, List.copyOf(missing), excess, List.of());
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
