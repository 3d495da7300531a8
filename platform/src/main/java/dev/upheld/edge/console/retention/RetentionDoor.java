package dev.upheld.edge.console.retention;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.People.Person;
import dev.upheld.access.Permission;
import dev.upheld.access.PersonId;
import dev.upheld.crypto.SigningKeys;
import dev.upheld.duty.retention.CertificatePdf;
import dev.upheld.duty.retention.Desk;
import dev.upheld.duty.retention.DeskWork;
import dev.upheld.duty.retention.ReviewWork;
import dev.upheld.duty.retention.Standing;
import dev.upheld.edge.console.http.Reply;
import dev.upheld.edge.console.view.Notice;
import dev.upheld.edge.console.view.RetentionCalendar;
import dev.upheld.edge.console.view.RetentionPage;
import dev.upheld.edge.console.view.RetentionRule;
import dev.upheld.journal.ReferenceId;
import dev.upheld.kernel.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Rules of retention: shown to whoever sees promises, steered by whoever may. */
@Controller
public final class RetentionDoor {
  private static final String HERE = "/retention";
  private static final int RUNS = 30;

  private final DeskWork work;
  private final ReviewWork reviews;
  private final SigningKeys signing;
  private final Access access;

  /**
   * @param reviews of what is kept by a reason without a number
   * @param signing keys that sign certificates
   */
  public RetentionDoor(DeskWork work, ReviewWork reviews, SigningKeys signing, Access access) {
    this.work = work;
    this.reviews = reviews;
    this.signing = signing;
    this.access = access;
  }

  /** All rules. */
  @GetMapping(HERE)
  @Needs(Permission.PROMISES_READ)
  public RetentionPage page(Identity identity) {
    return RetentionViews.page(work, identity.may(Permission.RETENTION_MANAGE))
        .with(reviews.soon().size());
  }

  /** What comes due, by night and week. */
  @GetMapping(HERE + "/calendar")
  @Needs(Permission.PROMISES_READ)
  public RetentionCalendar calendar() {
    return RetentionViews.calendar(work);
  }

  /**
   * One rule.
   *
   * @param on a day it is asked about
   */
  @GetMapping(HERE + "/rule")
  @Needs(Permission.PROMISES_READ)
  public RetentionRule rule(@Nullable String rule, @Nullable String on, Identity identity) {
    return shown(standing(rule), day(on), identity, "", Optional.empty());
  }

  private static Optional<LocalDate> day(@Nullable String on) {
    try {
      return on == null || on.isBlank()
          ? Optional.empty()
          : Optional.of(LocalDate.parse(on.strip()));
    } catch (DateTimeException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  private Standing standing(@Nullable String rule) {
    return work.desk()
        .find(work.workspace(), Objects.requireNonNullElse(rule, ""))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private RetentionRule shown(
      Standing standing,
      Optional<LocalDate> day,
      Identity identity,
      String reason,
      Optional<String> fault) {
    Desk desk = work.desk();
    String id = standing.rule().id();
    return new RetentionRule(
        standing,
        RetentionViews.title(work.workspace(), standing),
        RetentionViews.ages(List.of(standing), work.workspace().zone()),
        names(standing),
        desk.runs(id, RUNS),
        day.map(d -> desk.day(work.workspace(), id, d)),
        new RetentionRule.Ahead(
            standing.next(work.workspace(), work.now()),
            standing.forecast(work.workspace(), work.now()),
            RetentionViews.held(List.of(standing), work.workspace().zone())),
        new RetentionRule.Form(
            identity.may(Permission.RETENTION_MANAGE),
            identity.may(Permission.RETENTION_RELEASE),
            reason,
            fault));
  }

  private Map<ReferenceId, String> names(Standing standing) {
    Set<ReferenceId> all = new HashSet<>();
    standing.leave().flatMap(Standing.Leave::who).ifPresent(all::add);
    standing.pause().flatMap(p -> p.who()).ifPresent(all::add);
    if (all.isEmpty()) {
      return Map.of();
    }
    Map<PersonId, String> known =
        access.people().list().stream()
            .collect(
                Collectors.toMap(
                    Person::id, p -> p.name().isBlank() ? p.email() : p.name(), (a, _) -> a));
    Map<ReferenceId, String> names = new HashMap<>();
    access
        .people()
        .resolve(all)
        .forEach(
            (reference, person) ->
                Optional.ofNullable(known.get(person)).ifPresent(n -> names.put(reference, n)));
    return names;
  }

  private ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }

  /** An act on a rule that may be refused. */
  private interface Act {
    void on(String rule);
  }

  private Reply did(@Nullable String rule, Identity identity, Notice notice, Act act) {
    return did(rule, identity, notice, "", act);
  }

  private Reply did(
      @Nullable String rule, Identity identity, Notice notice, String reason, Act act) {
    Standing standing = standing(rule);
    try {
      act.on(standing.rule().id());
    } catch (ProblemException e) {
      String why = e.problems().getFirst().what() + " " + e.problems().getFirst().mend();
      return Reply.again(shown(standing, Optional.empty(), identity, reason, Optional.of(why)));
    }
    return Reply.go(RetentionPage.href(standing.rule().id()), notice);
  }

  /** Wants a dry run. */
  @PostMapping(HERE + "/look")
  @Needs(Permission.RETENTION_MANAGE)
  public Reply look(@Nullable String rule, Identity identity) {
    return did(rule, identity, Notice.RETENTION_LOOKING, work::look);
  }

  /** Lets the rule do what its dry run showed. */
  @PostMapping(HERE + "/release")
  @Needs(Permission.RETENTION_RELEASE)
  public Reply release(@Nullable String rule, @Nullable String digest, Identity identity) {
    return did(
        rule,
        identity,
        Notice.RETENTION_RELEASED,
        id ->
            work.desk()
                .release(
                    work.workspace(), id, Objects.requireNonNullElse(digest, ""), who(identity)));
  }

  /** Tells a rule to do nothing for now. */
  @PostMapping(HERE + "/pause")
  @Needs(Permission.RETENTION_MANAGE)
  public Reply pause(@Nullable String rule, @Nullable String reason, Identity identity) {
    String said = Objects.requireNonNullElse(reason, "");
    return did(
        rule,
        identity,
        Notice.RETENTION_PAUSED,
        said,
        id -> work.desk().pause(work.workspace(), id, said, Optional.of(who(identity))));
  }

  /** Lets it go on. */
  @PostMapping(HERE + "/resume")
  @Needs(Permission.RETENTION_MANAGE)
  public Reply resume(@Nullable String rule, Identity identity) {
    return did(
        rule,
        identity,
        Notice.RETENTION_RESUMED,
        id -> work.desk().resume(id, Optional.of(who(identity))));
  }

  /** Wants a run before the night. */
  @PostMapping(HERE + "/run")
  @Needs(Permission.RETENTION_MANAGE)
  public Reply run(@Nullable String rule, Identity identity) {
    return did(rule, identity, Notice.RETENTION_RUNS, id -> work.run(id, who(identity)));
  }

  /** Counts anew what comes due of a rule. */
  @PostMapping(HERE + "/count")
  @Needs(Permission.RETENTION_MANAGE)
  public Reply count(@Nullable String rule, Identity identity) {
    return did(rule, identity, Notice.RETENTION_COUNTING, work::recount);
  }

  /**
   * The certificate of a run.
   *
   * @param form {@code pdf}, else JSON
   * @param language of the paper: {@code fr}, else English
   */
  @GetMapping(HERE + "/certificate")
  @Needs(Permission.PROMISES_READ)
  public ResponseEntity<byte[]> certificate(
      @Nullable String run, @Nullable String form, @Nullable String language) {
    String signed =
        uuid(run)
            .flatMap(id -> work.desk().certificate(id, signing.current()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    boolean pdf = "pdf".equals(form);
    String company = work.workspace().charter().organisation().company().name();
    byte[] body =
        pdf
            ? CertificatePdf.of(signed, company, Objects.requireNonNullElse(language, "en"))
            : (signed + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    String name = "destruction-" + run + (pdf ? ".pdf" : ".json");
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(
            HttpHeaders.CONTENT_TYPE, pdf ? "application/pdf" : "application/json; charset=utf-8")
        .body(body);
  }

  private static Optional<UUID> uuid(@Nullable String text) {
    try {
      return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
