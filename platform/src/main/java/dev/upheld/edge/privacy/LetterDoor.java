package dev.upheld.edge.privacy;

import dev.upheld.access.Needs;
import dev.upheld.access.Permission;
import dev.upheld.charter.model.Charter;
import dev.upheld.duty.request.CaseRef;
import dev.upheld.duty.request.Requests;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The answer to a request as a letter, to be printed by whoever answers. */
@Controller
public final class LetterDoor {
  private final Requests requests;
  private final Supplier<Charter> charter;

  public LetterDoor(Requests requests, Supplier<Charter> charter) {
    this.requests = requests;
    this.charter = charter;
  }

  /** The letter. */
  @GetMapping("/requests/{ref}/letter.pdf")
  @Needs(Permission.REQUESTS_WORK)
  public ResponseEntity<byte[]> letter(@PathVariable String ref) {
    return CaseRef.parse(ref)
        .flatMap(requests.inbox()::find)
        .flatMap(file -> AnswerLetter.of(file, charter.get()))
        .map(
            pdf ->
                ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_TYPE, "application/pdf")
                    .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"answer-" + ref + ".pdf\"")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .body(pdf))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
