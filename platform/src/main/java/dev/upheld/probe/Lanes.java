package dev.upheld.probe;

import dev.upheld.connect.Connector;
import dev.upheld.connect.Description;
import dev.upheld.datamap.Place;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The lanes of one run: systems side by side, one inquiry at a time in each. Closing closes every
 * session.
 */
final class Lanes implements AutoCloseable {
  private final Map<String, Lane> lanes = new HashMap<>();
  private final Map<String, Description> described = new HashMap<>();
  private final Map<String, Problem> silent = new HashMap<>();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Progress progress;
  private volatile boolean stopped;

  Lanes(List<SystemEntry> systems, Progress progress) {
    this.progress = progress;
    for (SystemEntry entry : systems) {
      entry.unreachable().ifPresent(problem -> silent.put(entry.id(), problem));
      if (entry.access().isPresent() && entry.unreachable().isEmpty()) {
        lanes.put(entry.id(), new Lane(entry));
      }
    }
  }

  /**
   * Connects to all systems at once and reads their catalogues.
   *
   * @param bound the places of each system
   */
  void describe(Map<String, Connector> connectors, Map<String, Map<String, Place>> bound) {
    AtomicLong done = new AtomicLong();
    Map<String, Callable<Optional<Description>>> tasks = new HashMap<>();
    for (Lane lane : lanes.values()) {
      tasks.put(
          lane.system(),
          () -> {
            report("describing " + lane.system(), done.get(), lanes.size());
            Optional<Description> description =
                lane.describe(connectors, bound.getOrDefault(lane.system(), Map.of()).values());
            report("described " + lane.system(), done.incrementAndGet(), lanes.size());
            return description;
          });
    }
    together(tasks).forEach((id, found) -> found.ifPresent(d -> described.put(id, d)));
    for (Lane lane : lanes.values()) {
      lane.silence().ifPresent(problem -> silent.put(lane.system(), problem));
    }
  }

  Map<String, Description> described() {
    return described;
  }

  Map<String, Problem> silent() {
    return silent;
  }

  Optional<Lane> lane(String system) {
    return Optional.ofNullable(lanes.get(system));
  }

  /**
   * Asks everything, round by round.
   *
   * @return the replies in the order of the inquiries
   */
  List<Reply> ask(List<Inquiry<?>> inquiries) {
    Reply[] replies = new Reply[inquiries.size()];
    AtomicLong done = new AtomicLong();
    int last = inquiries.stream().mapToInt(i -> i.turn().round()).max().orElse(-1);
    for (int round = 0; round <= last; round++) {
      Map<String, Callable<Boolean>> tasks = new HashMap<>();
      roundOf(inquiries, round)
          .forEach(
              (system, indices) ->
                  tasks.put(
                      system,
                      () -> {
                        for (int index : indices) {
                          replies[index] = ask(inquiries.get(index), done, inquiries.size());
                        }
                        return true;
                      }));
      together(tasks);
    }
    return List.of(replies);
  }

  private static Map<String, List<Integer>> roundOf(List<Inquiry<?>> inquiries, int round) {
    Map<String, List<Integer>> bySystem = new HashMap<>();
    for (int i = 0; i < inquiries.size(); i++) {
      if (inquiries.get(i).turn().round() == round) {
        bySystem.computeIfAbsent(inquiries.get(i).system(), s -> new ArrayList<>()).add(i);
      }
    }
    return bySystem;
  }

  private Reply ask(Inquiry<?> inquiry, AtomicLong done, int total) {
    report("measuring " + inquiry.where(), done.get(), total);
    Progress within = (step, d, t) -> report(inquiry.where() + ": " + step, done.get(), total);
    Reply reply =
        inquiry.turn().needed().getAsBoolean()
            ? lane(inquiry.system())
                .map(lane -> lane.ask(inquiry, within))
                .orElseGet(() -> new Reply.Failed(inquiry, Prove.stopped()))
            : new Reply.Spared(inquiry);
    report("measured " + inquiry.where(), done.incrementAndGet(), total);
    return reply;
  }

  private void report(String step, long done, long total) {
    progress.report(step, done, total);
  }

  /** Runs one task per system and waits for all. */
  private <T> Map<String, T> together(Map<String, Callable<T>> tasks) {
    Map<String, Future<T>> running = new HashMap<>();
    tasks.forEach((system, task) -> running.put(system, threads.submit(task)));
    Map<String, T> results = new HashMap<>();
    try {
      for (Map.Entry<String, Future<T>> one : running.entrySet()) {
        results.put(one.getKey(), one.getValue().get());
      }
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
      throw new ProblemException(Prove.stopped(), e);
    } catch (ExecutionException e) {
      stop();
      throw new ProblemException(Prove.fault("asking the systems", e.getCause()));
    }
    if (stopped) {
      throw new ProblemException(Prove.stopped());
    }
    return results;
  }

  /** From any thread: stops what runs now, in all systems, and what would follow. */
  void stop() {
    stopped = true;
    lanes.values().forEach(Lane::stop);
  }

  @Override
  public void close() {
    threads.close(); // waits for tasks; after stop() they end at once
    lanes.values().forEach(Lane::close);
  }
}
