package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.duty.retention.DeskWork;
import dev.upheld.duty.retention.Standing;
import dev.upheld.edge.api.RetentionShapes.DayShape;
import dev.upheld.edge.api.RetentionShapes.LookShape;
import dev.upheld.edge.api.RetentionShapes.NightsShape;
import dev.upheld.edge.api.RetentionShapes.ReleasedShape;
import dev.upheld.edge.api.RetentionShapes.RetentionRuleShape;
import dev.upheld.edge.api.RetentionShapes.RetentionRunShape;
import dev.upheld.journal.ReferenceId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Rules of retention for programs: how they stand, what they would do, did, and will do. */
@Controller
@ResponseBody
public final class RetentionApi {
  private static final int RUNS = 100;

  private final DeskWork work;
  private final SigningKeys signing;
  private final Access access;

  /**
   * @param signing keys that sign certificates
   */
  public RetentionApi(DeskWork work, SigningKeys signing, Access access) {
    this.work = work;
    this.signing = signing;
    this.access = access;
  }

  /**
   * Which rule, and which day.
   *
   * @param rule its id
   * @param on a day like 2026-11-22; only for days
   */
  public record RuleQuery(@Nullable String rule, @Nullable String on) {}

  /**
   * Which run.
   *
   * @param run its id
   */
  public record RunQuery(@Nullable String run) {}

  /**
   * What is to be done with a rule.
   *
   * @param digest what was seen; only to release
   * @param reason in words; only to pause
   */
  public record RuleBody(@Nullable String rule, @Nullable String digest, @Nullable String reason) {}

  private ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }

  private static String given(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }

  private Standing standing(@Nullable String rule) {
    return work.desk().one(work.workspace(), given(rule));
  }

  /** All rules. */
  @GetMapping("/api/v1/retention/rules")
  @Summary("All rules of retention, and how each stands.")
  @Needs(Permission.PROMISES_READ)
  public List<RetentionRuleShape> retentionRules() {
    return work.desk().all(work.workspace()).stream().map(RetentionRuleShape::of).toList();
  }

  /** The newest dry run. */
  @GetMapping("/api/v1/retention/plan")
  @Summary("The newest dry run of a rule, and whether somebody is still at it.")
  @Needs(Permission.PROMISES_READ)
  public LookShape retentionPlan(RuleQuery query) {
    return LookShape.of(standing(query.rule()));
  }

  /** Wants a dry run. */
  @PostMapping("/api/v1/retention/plan")
  @Summary("Begins a dry run of a rule; nothing is changed.")
  @Needs(Permission.RETENTION_MANAGE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void retentionLook(@RequestBody RuleBody body) {
    work.look(given(body.rule()));
  }

  /** Releases. */
  @PostMapping("/api/v1/retention/release")
  @Summary("Lets a rule do what its dry run showed, by the digest that was seen.")
  @Needs(Permission.RETENTION_RELEASE)
  public ReleasedShape retentionRelease(@RequestBody RuleBody body, Identity identity) {
    return ReleasedShape.of(
        work.desk()
            .release(work.workspace(), given(body.rule()), given(body.digest()), who(identity)));
  }

  /** Pauses. */
  @PostMapping("/api/v1/retention/pause")
  @Summary("Tells a rule to do nothing for now, and why.")
  @Needs(Permission.RETENTION_MANAGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void retentionPause(@RequestBody RuleBody body, Identity identity) {
    work.desk()
        .pause(
            work.workspace(), given(body.rule()), given(body.reason()), Optional.of(who(identity)));
  }

  /** Resumes. */
  @PostMapping("/api/v1/retention/resume")
  @Summary("Lets a paused rule go on.")
  @Needs(Permission.RETENTION_MANAGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void retentionResume(@RequestBody RuleBody body, Identity identity) {
    work.desk().resume(standing(body.rule()).rule().id(), Optional.of(who(identity)));
  }

  /** Runs. */
  @PostMapping("/api/v1/retention/run")
  @Summary("Begins a run of a released rule, before the night does.")
  @Needs(Permission.RETENTION_MANAGE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void retentionRun(@RequestBody RuleBody body, Identity identity) {
    work.run(given(body.rule()), who(identity));
  }

  /** Its runs. */
  @GetMapping("/api/v1/retention/runs")
  @Summary("The last hundred runs of a rule, the newest first.")
  @Needs(Permission.PROMISES_READ)
  public List<RetentionRunShape> retentionRuns(RuleQuery query) {
    return work.desk().runs(standing(query.rule()).rule().id(), RUNS).stream()
        .map(RetentionRunShape::of)
        .toList();
  }

  /** What it did on a day. */
  @GetMapping("/api/v1/retention/day")
  @Summary("What a rule did on a day: due, done, kept back by what, oldest record left.")
  @Needs(Permission.PROMISES_READ)
  public DayShape retentionDay(RuleQuery query) {
    try {
      LocalDate day = LocalDate.parse(given(query.on()));
      return DayShape.of(
          work.desk().day(work.workspace(), standing(query.rule()).rule().id(), day));
    } catch (DateTimeException e) {
      throw ApiProblem.PARAMETER.because(
          "The parameter on is not a day.", "Write it like 2026-11-22.");
    }
  }

  /** The certificate of a run. */
  @GetMapping(value = "/api/v1/retention/certificate", produces = MediaType.APPLICATION_JSON_VALUE)
  @Summary("The signed certificate of a run; `upheld retain verify` checks it.")
  @Needs(Permission.PROMISES_READ)
  public String retentionCertificate(RunQuery query) {
    return run(query.run())
        .flatMap(run -> work.desk().certificate(run, signing.current()))
        .orElseThrow(
            () ->
                ApiProblem.NO_SUCH_RUN.because(
                    "There is no such run of retention that has ended.",
                    "GET /api/v1/retention/runs lists them."));
  }

  private static Optional<UUID> run(@Nullable String text) {
    try {
      return Optional.of(UUID.fromString(given(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** What comes due. */
  @GetMapping("/api/v1/retention/calendar")
  @Summary(
      "What comes due by each rule in the next 14 nights and 12 weeks, and whether its hours suffice.")
  @Needs(Permission.PROMISES_READ)
  public List<NightsShape> retentionCalendar() {
    Workspace workspace = work.workspace();
    return work.desk().all(workspace).stream()
        .flatMap(
            s ->
                s.ahead().stream()
                    .map(
                        o ->
                            NightsShape.of(
                                s, o, workspace.zone(), s.forecast(workspace, work.now()))))
        .toList();
  }
}
