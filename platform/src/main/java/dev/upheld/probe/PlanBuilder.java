package dev.upheld.probe;

import dev.upheld.connect.Answer;
import dev.upheld.connect.Question;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.verdict.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects a {@link ProbePlan} step by step. Not for several threads. */
public final class PlanBuilder {
  private final Scene scene;
  private final Set<String> wheres = new LinkedHashSet<>();
  private final List<Inquiry<?>> inquiries = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();
  private final List<String> beyond = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Drift> drift = new ArrayList<>();
  private final List<ProbePlan.Note> notes = new ArrayList<>();

  public PlanBuilder(Scene scene) {
    this.scene = scene;
  }

  /**
   * A place that should be measured: counts towards the coverage.
   *
   * @return whether its system can be asked; otherwise the gap is noted
   */
  public boolean place(BoundPlace bound) {
    wheres.add(bound.where());
    return reachable(bound.system(), bound.where());
  }

  /**
   * A system that should be measured as a whole.
   *
   * @return whether it can be asked; otherwise the gap is noted
   */
  public boolean system(SystemEntry entry) {
    wheres.add(entry.id());
    return reachable(entry.id(), entry.id());
  }

  /** Something else that should be measured: counts towards the coverage. */
  public void where(String where) {
    wheres.add(where);
  }

  private boolean reachable(String system, String where) {
    if (scene.description(system).isPresent()) {
      return true;
    }
    gap(where, whyUnreachable(system));
    return false;
  }

  private String whyUnreachable(String system) {
    if (scene.silent().containsKey(system)) {
      return Wording.of(scene.silent().get(system));
    }
    return scene.system(system).isPresent()
        ? "The system "
            + system
            + " is only declared: nothing connects to it. Name host, user and password in"
            + " systems.yaml if it can be asked."
        : "The data map speaks of the system "
            + system
            + ", which systems.yaml does not list. Declare it there.";
  }

  public <A extends Answer> PlanBuilder ask(String system, String where, Question<A> question) {
    return ask(new Inquiry<>(system, where, question));
  }

  public PlanBuilder ask(Inquiry<?> inquiry) {
    inquiries.add(inquiry);
    return this;
  }

  /** See {@link Gap}. */
  public PlanBuilder gap(String where, String text) {
    gaps.add(new Gap(where, text));
    return this;
  }

  /** See {@link ProbePlan#beyond}. */
  public PlanBuilder beyond(String text) {
    beyond.add(text);
    return this;
  }

  /** See {@link Finding}. */
  public PlanBuilder found(Outcome outcome, String where, String text) {
    findings.add(new Finding(outcome, where, text));
    return this;
  }

  /** See {@link ProbePlan#drift}. */
  public PlanBuilder drift(Drift one) {
    drift.add(one);
    return this;
  }

  /** See {@link ProbePlan#notes}. */
  public PlanBuilder note(ProbePlan.Note one) {
    notes.add(one);
    return this;
  }

  public ProbePlan build() {
    return new ProbePlan(wheres, inquiries, gaps, beyond, findings, drift, notes);
  }
}
