package dev.upheld.edge.api;

import dev.upheld.access.Access;
import dev.upheld.access.Identity;
import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.access.PersonId;
import dev.upheld.charter.promise.PromiseId;
import dev.upheld.edge.api.Shapes.EvidenceShape;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.board.Assigned;
import dev.upheld.probe.board.Attestation;
import dev.upheld.probe.board.Board;
import dev.upheld.probe.board.Days;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Acting: attest, acknowledge, assign, comment, prove now. */
@Controller
@ResponseBody
public final class ActsApi {
  private final Board board;
  private final Access access;
  private final ZoneId zone;

  /**
   * @param zone in which dates are meant
   */
  public ActsApi(Board board, Access access, ZoneId zone) {
    this.board = board;
    this.access = access;
    this.zone = zone;
  }

  /** Which promise is meant: {@code nimbus/risk/review}. */
  public record PromiseBody(@Nullable String promise) {}

  /**
   * Evidence given by a person.
   *
   * @param promise its id
   * @param document what the document is and where it is kept
   * @param digest SHA-256 of the document, 64 hexadecimal digits; may be missing
   * @param until the last day on which it counts: {@code 2027-06-30}
   */
  public record AttestBody(
      @Nullable String promise,
      @Nullable String document,
      @Nullable String digest,
      @Nullable String until) {}

  /**
   * Who shall answer for a promise.
   *
   * @param owner id of a person (see people); missing for nobody
   * @param due by which day it shall be mended; missing for none
   */
  public record AssignBody(
      @Nullable String promise, @Nullable String owner, @Nullable String due) {}

  /** A comment in plain text. */
  public record CommentBody(@Nullable String promise, @Nullable String text) {}

  /** Gives evidence where only a person can; answers with the evidence as it is kept. */
  @PostMapping("/api/v1/promises/attest")
  @Summary("Gives evidence where only a person can; answers with the evidence as it is kept.")
  @Needs(Permission.PROMISES_ATTEST)
  @ResponseStatus(HttpStatus.CREATED)
  public EvidenceShape attest(@RequestBody AttestBody body, Identity identity) {
    Attestation given =
        new Attestation(
            Objects.requireNonNullElse(body.document(), ""),
            Optional.ofNullable(body.digest()).filter(d -> !d.isBlank()),
            lastInstant(body.until(), "until"));
    return EvidenceShape.of(board.attest(promise(body.promise()), given, who(identity)));
  }

  /** Says that somebody has seen the present verdict. */
  @PostMapping("/api/v1/promises/acknowledge")
  @Summary("Says that somebody has seen the present verdict.")
  @Needs(Permission.PROMISES_ACKNOWLEDGE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void acknowledge(@RequestBody PromiseBody body, Identity identity) {
    board.acknowledge(promise(body.promise()), who(identity));
  }

  /** Says who answers for it and by when. */
  @PostMapping("/api/v1/promises/assign")
  @Summary("Says who answers for it and by when.")
  @Needs(Permission.PROMISES_ASSIGN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void assign(@RequestBody AssignBody body, Identity identity) {
    Optional<ReferenceId> owner = Optional.ofNullable(body.owner()).map(this::person);
    Optional<Instant> due = Optional.ofNullable(body.due()).map(d -> lastInstant(d, "due"));
    board.assign(promise(body.promise()), new Assigned(owner, due), who(identity));
  }

  /** Writes beside it. */
  @PostMapping("/api/v1/promises/comment")
  @Summary("Writes beside it.")
  @Needs(Permission.PROMISES_COMMENT)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  public void comment(@RequestBody CommentBody body, Identity identity) {
    board.comment(
        promise(body.promise()), Objects.requireNonNullElse(body.text(), ""), who(identity));
  }

  /** Has it measured now, behind the scenes; the runs tell how it goes. */
  @PostMapping("/api/v1/promises/prove")
  @Summary("Has it measured now, behind the scenes; the runs tell how it goes.")
  @Needs(Permission.PROMISES_PROVE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  public void prove(@RequestBody PromiseBody body, Identity identity) {
    board.proveNow(promise(body.promise()), who(identity));
  }

  private ReferenceId who(Identity identity) {
    return access.people().reference(identity.person());
  }

  private ReferenceId person(String id) {
    return PersonId.parse(id)
        .filter(p -> access.people().find(p).isPresent())
        .map(p -> access.people().reference(p))
        .orElseThrow(
            () ->
                ApiProblem.PARAMETER.because(
                    "There is no person with the id in owner.",
                    "Leave it out for nobody, or use the id of a person."));
  }

  private static PromiseId promise(@Nullable String id) {
    String[] parts = Objects.requireNonNullElse(id, "").split("/", -1);
    if (parts.length != 3) {
      throw ApiProblem.noSuchPromise();
    }
    return new PromiseId(parts[0], parts[1], parts[2]);
  }

  private Instant lastInstant(@Nullable String day, String field) {
    return Days.lastInstant(Objects.requireNonNullElse(day, ""), zone)
        .orElseThrow(
            () ->
                ApiProblem.PARAMETER.because(
                    "The field " + field + " is not a day.", "Write it like 2027-06-30."));
  }
}
