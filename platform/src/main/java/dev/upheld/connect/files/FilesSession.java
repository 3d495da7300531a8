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
  private final Map<TableName, OpenLog> opened = new HashMap<>();
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
    List<Description.Table> tables =
        logs.logs().keySet().stream()
            .map(name -> new TableName(Optional.empty(), name))
            .map(name -> table(name, log(name).files()))
            .toList();
    return new Description("folder of logs", tables, strangers());
  }

  private static Description.Table table(TableName name, List<LogFile> files) {
    return new Description.Table(
        name,
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

  /** What no log of the folder takes: it may hold anything. */
  private List<String> strangers() {
    long strange = folder.list().stream().filter(f -> logs.isStrange(f.name().toString())).count();
    return strange == 0
        ? List.of()
        : List.of(
            "The folder of system "
                + system.id()
                + " has "
                + strange
                + (strange == 1 ? " file or folder" : " files or folders")
                + " that no log of systems.yaml takes. Declare them as a log, name under besides"
                + " what is none, or move them.");
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
          case Question.CountDueOver due when Over.fits(due.at()) && due.held().isEmpty() ->
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
    LogCounts counts = new LogCounts(log(table(question)));
    Answer answer =
        switch (question) {
          case Question.CountDue due -> counts.due(due);
          case Question.CountDueOver due -> counts.dueOver(due);
          case Question.CountGaps gaps -> counts.gaps(gaps, slots(log(gaps.table())));
          default -> throw unanswered();
        };
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Answered<>((A) answer, sight(table(question), counts), asked, took);
  }

  private static TableName table(Question<?> question) {
    return switch (question) {
      case Question.CountDue due -> due.table();
      case Question.CountDueOver due -> due.at().table();
      case Question.CountGaps gaps -> gaps.table();
      default -> throw unanswered();
    };
  }

  private static IllegalStateException unanswered() {
    return new IllegalStateException("compile lets no other pass");
  }

  /** Files of the log are all seen; what may belong to it is said, and a log that is not there. */
  private Sight sight(TableName table, LogCounts counts) {
    List<String> beside = new ArrayList<>(strangers());
    if (counts.isEmpty()) {
      beside.add(nothing(table));
    }
    return new Sight(List.of(), beside);
  }

  private static String nothing(TableName table) {
    return "No file in the folder belongs to the log " + table + ". Is its disk there?";
  }

  private Slots slots(OpenLog log) {
    return new Slots(rhythm(log.log()), system.zone());
  }

  private LogFiles.Rhythm rhythm(LogFiles log) {
    return log.rhythm()
        .orElseThrow(
            () ->
                unfit(
                    "has a log of which nobody said how often it has entries",
                    "Say every and since in systems.yaml."));
  }

  private OpenLog log(TableName table) {
    return opened.computeIfAbsent(table, name -> new OpenLog(system, folder, name, this::check));
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
    List<String> facts = new ArrayList<>(List.of("folder of logs"));
    List<String> missing = new ArrayList<>();
    logs.logs()
        .keySet()
        .forEach(name -> facts.add(look(new TableName(Optional.empty(), name), missing)));
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
    missing.addAll(strangers());
    return new Checkup(facts, missing, List.of(), List.of());
  }

  /** How many files a log has; why some are of no use is added to what is missing. */
  private String look(TableName name, List<String> missing) {
    OpenLog log = log(name);
    List<LogFile> files = log.files();
    if (files.isEmpty()) {
      missing.add(nothing(name));
    }
    Map<String, Integer> reasons = new java.util.TreeMap<>();
    for (LogFile file : files) {
      if (log.age(file) instanceof Age.Unknown(String why)) {
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
