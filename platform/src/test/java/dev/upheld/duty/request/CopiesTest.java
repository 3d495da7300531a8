package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_COPY_PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A copy opens to its own code alone, and is gone when it should be. */
class CopiesTest {
  private static final byte[] LARGE =
      "Ada Lovelace, 12 St James's Square; ".repeat(75_000).getBytes(StandardCharsets.UTF_8);

  private final House house = new House();
  private final Copies copies = house.requests.copies();

  @AfterEach
  void close() {
    house.close();
  }

  private CaseRef asked() {
    return house.asked(House.EMAIL, "access").ref();
  }

  private void keep(CaseRef ref) {
    copies.keep(ref, Map.of(), out -> out.write(LARGE));
  }

  private String code() {
    Matcher code =
        Pattern.compile("[0-9]{4} [0-9]{4}").matcher(house.lastMail("request-copy-code").text());
    assertThat(code.find()).isTrue();
    return code.group();
  }

  private List<byte[]> pieces() {
    return house.store.dsl().selectFrom(REQUEST_COPY_PART).fetch(REQUEST_COPY_PART.SEALED);
  }

  private byte[] fetched(CaseRef ref) {
    assertThat(copies.send(ref)).isEqualTo(Copies.Sent.SENT);
    Copies.Fetched fetched = copies.fetch(ref, code());
    assertThat(fetched).isInstanceOf(Copies.Opened.class);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ((Copies.Opened) fetched).body().writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @Test
  void whatWasWrittenComesBackAndLiesSealedMeanwhile() {
    CaseRef ref = asked();
    keep(ref);
    assertThat(pieces()).hasSize(3);
    assertThat(pieces())
        .noneMatch(p -> new String(p, StandardCharsets.ISO_8859_1).contains("Lovelace"));
    assertThat(copies.ready(ref).orElseThrow().bytes()).isEqualTo(LARGE.length);
    assertThat(fetched(ref)).isEqualTo(LARGE);
  }

  @Test
  void theCodeOfOneCopyOpensNoOther() {
    CaseRef ada = asked();
    CaseRef other = asked();
    keep(ada);
    keep(other);
    copies.send(other);
    String others = code();
    copies.send(ada);
    assertThat(copies.fetch(ada, others)).isInstanceOf(Copies.WrongCode.class);
  }

  @Test
  void anOldCodeServesNoMore() {
    CaseRef ref = asked();
    keep(ref);
    copies.send(ref);
    house.clock.pass(Duration.ofMinutes(20));
    assertThat(copies.fetch(ref, code())).isInstanceOf(Copies.Over.class);
  }

  @Test
  void whatBreaksOffLeavesNothing() {
    CaseRef ref = asked();
    assertThatThrownBy(
            () ->
                copies.keep(
                    ref,
                    Map.of(),
                    out -> {
                      out.write(LARGE);
                      throw RequestProblem.notNow();
                    }))
        .isInstanceOf(ProblemException.class);
    assertThat(pieces()).isEmpty();
    assertThat(copies.made(ref)).isFalse();
  }

  @Test
  void withTheFileItsCopyGoes() {
    CaseRef ref = asked();
    keep(ref);
    house
        .store
        .dsl()
        .update(REQUEST_CASE)
        .set(REQUEST_CASE.ERASE_AFTER, house.requests.today().minusDays(1))
        .execute();
    house.requests.keep();
    assertThat(pieces()).isEmpty();
    assertThat(copies.send(ref)).isEqualTo(Copies.Sent.GONE);
  }

  @Test
  void piecesOfAKilledProcessAreTidiedAndThoseOfACopyAreNot() {
    CaseRef ref = asked();
    keep(ref);
    house
        .store
        .dsl()
        .insertInto(REQUEST_COPY_PART)
        .set(REQUEST_COPY_PART.ID, java.util.UUID.randomUUID())
        .set(REQUEST_COPY_PART.NUMBER, 0)
        .set(REQUEST_COPY_PART.AT, house.clock.instant())
        .set(REQUEST_COPY_PART.SEALED, new byte[] {1})
        .execute();
    house.clock.pass(Duration.ofDays(3));
    house.requests.keep();
    assertThat(pieces()).hasSize(3);
    assertThat(fetched(ref)).isEqualTo(LARGE);
  }
}
