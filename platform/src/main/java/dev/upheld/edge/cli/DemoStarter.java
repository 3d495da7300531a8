package dev.upheld.edge.cli;

import dev.upheld.kernel.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts the databases of fictional companies. */
public interface DemoStarter {

  /**
   * A company that can be started.
   *
   * @param name of its example: {@code demo}, {@code clever-cloud}
   * @param faults ids of the faults that can be planted, with a sentence each, in a sensible order
   * @param usualFaults ids planted when nothing else is asked
   */
  record Company(String name, Map<String, String> faults, List<String> usualFaults) {}

  /**
   * @param example the name of the company
   * @param customers how many customers the company has
   * @param faults ids of the faults to plant; empty for a healthy company
   */
  record Order(String example, int customers, List<String> faults) {
    public Order {
      faults = List.copyOf(faults);
    }
  }

  /** The databases are running; closing stops them. */
  interface Running extends AutoCloseable {

    /** The workspace that describes them. */
    Path workspace();

    /**
     * Environment variables the workspace's references name, and a home of the demonstration's own:
     * its made-up officer and evidence stay apart from those of real companies.
     */
    Map<String, String> env();

    @Override
    void close();
  }

  /** All companies there are; the demonstration first. */
  List<Company> companies();

  /**
   * Starts them, generating data where it is missing.
   *
   * @throws dev.upheld.kernel.ProblemException when they cannot be started
   */
  Running start(Order order, Progress progress);
}
