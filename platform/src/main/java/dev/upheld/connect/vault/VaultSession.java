package dev.upheld.connect.vault;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Answered;
import dev.upheld.connect.Capability;
import dev.upheld.connect.Checkup;
import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.Description;
import dev.upheld.connect.Question;
import dev.upheld.connect.Session;
import dev.upheld.connect.Sight;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.TableName;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** A look into an archive of files. */
final class VaultSession implements Session {
  private final String system;
  private final Vault vault;
  private final Duration longest;
  private volatile boolean cancelled;
  private long began;

  VaultSession(String system, Vault vault, Duration longest) {
    this.system = system;
    this.vault = vault;
    this.longest = longest;
  }

  @Override
  public Description describe() {
    return vault.doing(
        "to be listed",
        () -> {
          List<Description.Table> tables = new ArrayList<>();
          for (TableName name : tables()) {
            tables.add(table(name));
          }
          return new Description("archive of files", tables, List.of());
        });
  }

  private List<TableName> tables() throws IOException {
    List<TableName> tables = new ArrayList<>();
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(vault.folder(), Files::isDirectory)) {
      for (Path folder : folders) {
        String name = Objects.requireNonNull(folder.getFileName()).toString();
        tables.add(new TableName(Optional.empty(), name));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return tables.stream().sorted().toList();
  }

  private Description.Table table(TableName name) throws IOException {
    Map<String, Description.Type> columns = new LinkedHashMap<>();
    Drawer drawer = vault.drawer(name);
    for (UUID file : drawer.contents().published()) {
      try {
        RowsReader.header(drawer.rows(file))
            .columns()
            .forEach(c -> columns.putIfAbsent(c.name(), c.type()));
      } catch (IOException e) {
        // told of when its rows are counted
      }
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

  private static Description.Column column(String name, Description.Type type) {
    return new Description.Column(
        name, type, type.name(), Optional.empty(), true, Optional.empty(), true);
  }

  @Override
  public List<Asked> compile(Question<?> question) {
    String text =
        switch (question) {
          case Question.CountDue due when Past.fits(due) ->
              "rows of " + due.table() + " by " + due.due() + ", as of " + due.now();
          case Question.CountDueOver due when Past.fits(due.at()) && due.held().isEmpty() ->
              "rows of " + due.at().table() + " by " + due.steps() + ", as of " + due.at().now();
          case Question.CountDue _, Question.CountDueOver _ -> throw unfit();
          default ->
              throw problem(
                  ConnectProblem.UNFIT,
                  "The archive "
                      + system
                      + " cannot answer this ("
                      + Capability.of(question)
                      + ").",
                  "Attest it, or keep the data in a database.");
        };
    return List.of(new Asked(system, text));
  }

  static ProblemException unfit() {
    return problem(
        ConnectProblem.UNFIT,
        "An archive of files has clocks of its own columns, and no conditions to test.",
        "Bind each clock to a column, without only, states or exempt.");
  }

  private static ProblemException problem(ConnectProblem code, String what, String mend) {
    return new ProblemException(Problem.of(code, what, mend));
  }

  @Override
  @SuppressWarnings("unchecked") // each question gets the answer it is typed with
  public <A extends Answer> Answered<A> ask(Question<A> question, Progress progress) {
    List<Asked> asked = compile(question);
    began = System.nanoTime();
    VaultCounts counts = new VaultCounts(vault, table(question), this::check);
    Answer answer =
        vault.doing(
            "to be counted",
            () ->
                switch (question) {
                  case Question.CountDue due -> counts.due(due);
                  case Question.CountDueOver due -> counts.over(due);
                  default -> throw unanswered();
                });
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Answered<>((A) answer, counts.sight(), asked, took);
  }

  private static TableName table(Question<?> question) {
    return switch (question) {
      case Question.CountDue due -> due.table();
      case Question.CountDueOver due -> due.at().table();
      default -> throw unanswered();
    };
  }

  private static IllegalStateException unanswered() {
    return new IllegalStateException("compile lets no other pass");
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
    vault.doing("to be listed", this::tables);
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Override
  public Checkup checkup(List<Place> places) {
    List<String> facts = new ArrayList<>(List.of("archive of encrypted files"));
    List<String> missing = new ArrayList<>();
    List<String> excess = new ArrayList<>();
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
    return new Checkup(facts, missing, excess, List.of());
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
