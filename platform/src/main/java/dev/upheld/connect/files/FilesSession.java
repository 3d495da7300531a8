package dev.upheld.connect.files;

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
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.TableName;
import dev.upheld.datamap.logs.LogFiles;
import dev.upheld.datamap.logs.LogFolder;
import dev.upheld.kernel.Asked;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A look into a folder of logs. */
final class FilesSession implements Session {
  private final SystemEntry system;
  private final LogFolder logs;
  private final OpenFolder folder;
  private final Duration longest;
  private final Map<String, Ages> ages = new HashMap<>();
  private volatile boolean cancelled;
  private long began;

  FilesSession(SystemEntry system, LogFolder logs, OpenFolder folder, Duration longest) {
    this.system = system;
    this.logs = logs;
    this.folder = folder;
    this.longest = longest;
  }

  @Override
  public Description describe() {
    List<LogFile> all = folder.list();
    List<Description.Table> tables =
        logs.logs().entrySet().stream()
            .map(e -> table(e.getKey(), files(e.getValue(), all)))
            .toList();
    return new Description("folder of logs", tables, strangers(all));
  }

  private static Description.Table table(String name, List<LogFile> files) {
    return new Description.Table(
        new TableName(Optional.empty(), name),
        true,
        Description.TableKind.TABLE,
        List.of(
            column(Over.WRITTEN, Description.Type.TIMESTAMP_WITH_ZONE, "time of entries"),
            column("line", Description.Type.TEXT, "lines")),
        List.of(),
        List.of(new Description.Index(List.of(Over.WRITTEN), false)),
        List.of(),
        Optional.empty(),
        files.size(),
        Sight.full());
  }

  private static Description.Column column(String name, Description.Type type, String means) {
    return new Description.Column(
        name, type, means, Optional.empty(), false, Optional.empty(), true);
  }

  private static List<LogFile> files(LogFiles log, List<LogFile> all) {
    return all.stream().filter(f -> isTaken(log, f)).toList();
  }

  private static boolean isTaken(LogFiles log, LogFile file) {
    String name = file.name().toString();
    return !Ledger.isOne(name) && log.takes(name);
  }

  /** What no log of the folder takes: it may hold anything. */
  private List<String> strangers(List<LogFile> all) {
    long strange =
        all.stream()
            .filter(f -> !Ledger.isOne(f.name().toString()))
            .filter(f -> logs.logs().values().stream().noneMatch(log -> isTaken(log, f)))
            .count();
    return strange == 0
        ? List.of()
        : List.of(
            "The folder has "
                + strange
                + " files or folders that no log of systems.yaml takes. Declare them, or move them.");
  }

  @Override
  public List<Asked> compile(Question<?> question) {
    String text =
        switch (question) {
          case Question.CountDue due when Over.fits(due) ->
              "files of log "
                  + due.table()
                  + " with entries "
                  + Over.text(due.due())
                  + ", as of "
                  + due.now();
          case Question.CountGaps gaps ->
              "hours or days without entries in log "
                  + gaps.table()
                  + " from "
                  + gaps.from()
                  + " to "
                  + gaps.now();
          case Question.CountDueOver due when Over.fits(due.at()) ->
              "files of log "
                  + due.at().table()
                  + " with entries "
                  + String.join(", ", due.steps().stream().map(Over::text).toList())
                  + ", as of "
                  + due.at().now();
          case Question.CountDue _ ->
              throw unfit(
                  "has one clock, " + Over.WRITTEN + ", and no columns to test",
                  "Bind the clock to it, without conditions.");
          default ->
              throw unfit(
                  "cannot answer this (" + Capability.of(question) + ")",
                  "Attest it, or keep the data elsewhere.");
        };
    return List.of(new Asked(system.id(), text));
  }

  private ProblemException unfit(String what, String mend) {
    return new ProblemException(
        Problem.of(
            ConnectProblem.UNFIT, "The folder of system " + system.id() + " " + what + ".", mend));
  }

  @Override
  @SuppressWarnings("unchecked") // each question gets the answer it is typed with
  public <A extends Answer> Answered<A> ask(Question<A> question, Progress progress) {
    List<Asked> asked = compile(question);
    began = System.nanoTime();
    Answer answer =
        switch (question) {
          case Question.CountDue due -> counting(due.table()).due(due);
          case Question.CountDueOver due -> counting(due.at().table()).dueOver(due);
          case Question.CountGaps gaps ->
              counting(gaps.table())
                  .gaps(gaps, new Slots(rhythm(log(gaps.table())), system.zone()));
          default -> throw new IllegalStateException("compile lets no other pass");
        };
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Answered<>((A) answer, Sight.full(), asked, took);
  }

  private LogFiles.Rhythm rhythm(LogFiles log) {
    return log.rhythm()
        .orElseThrow(
            () ->
                unfit(
                    "has a log of which nobody said how often it has entries",
                    "Say every and since in systems.yaml."));
  }

  private LogFiles log(TableName table) {
    return Optional.ofNullable(logs.logs().get(table.name()))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(
                        ConnectProblem.GONE,
                        "System " + system.id() + " has no log " + table.name() + ".",
                        "Name it under logs in systems.yaml, or correct the data map.")));
  }

  private Counting counting(TableName table) {
    LogFiles log = log(table);
    Ages known =
        ages.computeIfAbsent(
            table.name(), name -> new Ages(folder, log, system.zone(), this::check));
    return new Counting(log, known, files(log, folder.list()));
  }

  private void check() {
    if (cancelled) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.CANCELLED,
              "Reading the logs of " + system.id() + " was stopped.",
              "Run it again."));
    }
    if (System.nanoTime() - began > longest.toNanos()) {
      throw new ProblemException(
          Problem.of(
              ConnectProblem.TIMED_OUT,
              "Reading the logs of "
                  + system.id()
                  + " took longer than "
                  + longest.toSeconds()
                  + " seconds.",
              "Raise statement-timeout, or date the files by name."));
    }
  }

  @Override
  public Duration ping() {
    long from = System.nanoTime();
    folder.list();
    return Duration.ofNanos(System.nanoTime() - from);
  }

  @Override
  public Checkup checkup(List<Place> places) {
    began = System.nanoTime();
    List<LogFile> all = folder.list();
    List<String> facts = new ArrayList<>(List.of("folder of logs"));
    List<String> missing = new ArrayList<>();
    logs.logs().forEach((name, log) -> facts.add(look(name, log, files(log, all), missing)));
    places.stream()
        .filter(p -> !logs.logs().containsKey(p.table().name()))
        .forEach(
            p ->
                missing.add(
                    "The data map binds the log "
                        + p.table().name()
                        + ", which systems.yaml does not name."));
    facts.add(
        folder.isWritable()
            ? "files can be deleted by this account, which retention needs"
            : "files cannot be deleted by this account: it can only look");
    facts.addAll(strangers(all));
    return new Checkup(facts, missing, List.of(), List.of());
  }

  /** How many files a log has; why some are of no use is added to what is missing. */
  private String look(String name, LogFiles log, List<LogFile> files, List<String> missing) {
    if (files.isEmpty()) {
      missing.add("No file in the folder belongs to the log " + name + ".");
    }
    Map<String, Integer> reasons = new java.util.TreeMap<>();
    Ages known = new Ages(folder, log, system.zone(), this::check);
    for (LogFile file : files) {
      if (known.of(file) instanceof Age.Unknown(String why)) {
        reasons.merge(why, 1, Integer::sum);
      }
    }
    reasons.forEach(
        (why, count) ->
            missing.add(count + " files of the log " + name + " cannot be dated: " + why + "."));
    return "log " + name + ": " + files.size() + " files";
  }

  @Override
  public void cancel() {
    cancelled = true;
  }

  @Override
  public void close() {
    folder.close();
  }
}
