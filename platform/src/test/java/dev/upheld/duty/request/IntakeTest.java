package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_INTAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.duty.request.Intake.Asked;
import dev.upheld.duty.request.Intake.Sent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way in for everybody: a code by mail, and nothing that tells whether somebody is known. */
class IntakeTest {
  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  private Intake.Begun begin(String email, String source) {
    return house
        .requests
        .intake()
        .begin(new Asked(List.of("access"), "en", Contents.asked("", email, "", "")), source);
  }

  private String sent(String email) {
    return ((Sent) begin(email, "192.0.2.1")).token().reveal();
  }

  @Test
  void theCodeOpensTheRequestOfTheDayItWasWritten() {
    String token = sent(House.EMAIL);
    var opened = house.requests.intake().confirm(token, house.code());
    assertThat(opened).isInstanceOf(Intake.Opened.class);
    CaseFile file = house.file(((Intake.Opened) opened).ref());
    assertThat(file.line().state()).isEqualTo(State.IDENTITY_PROVED);
    assertThat(file.proved().orElseThrow().method()).isEqualTo("code");
    assertThat(file.line().received()).isEqualTo("2026-11-23");
    assertThat(file.line().due()).isEqualTo("2026-12-23");
    assertThat(file.contents().orElseThrow().email()).isEqualTo(House.EMAIL);
    assertThat(house.lastMail("request-received").text())
        .contains("https://privacy.nimbus.example/privacy/request/")
        .doesNotContain("access");
    assertThat(house.journalled()).containsExactly("request.received");
    assertThat(house.requests.intake().confirm(token, house.code()))
        .as("a code serves once")
        .isInstanceOf(Intake.Over.class);
  }

  @Test
  void wrongCodesAreCountedAndTheRightOneIsNoHelpAfterThem() {
    String token = sent(House.EMAIL);
    String wrong = house.code().equals("0000 0000") ? "11111111" : "00000000";
    for (int i = 0; i < 4; i++) {
      assertThat(house.requests.intake().confirm(token, wrong))
          .isInstanceOf(Intake.WrongCode.class);
    }
    assertThat(house.requests.intake().confirm(token, wrong)).isInstanceOf(Intake.Over.class);
    assertThat(house.requests.intake().confirm(token, house.code()))
        .isInstanceOf(Intake.Over.class);
    assertThat(house.journalled()).containsExactly("request.code-spent");
    assertThat(house.store.dsl().fetchCount(REQUEST_CASE)).isZero();
  }

  @Test
  void aCodeIsOverAfterItsTimeAndWhatWasWrittenIsErased() {
    String token = sent(House.EMAIL);
    String code = house.code();
    house.clock.pass(Duration.ofMinutes(21));
    assertThat(house.requests.intake().confirm(token, code)).isInstanceOf(Intake.Over.class);
    house.requests.keep();
    assertThat(house.store.dsl().fetchCount(REQUEST_INTAKE)).isZero();
  }

  @Test
  void theCodeOfOneRequestOpensNoOther() {
    sent(House.EMAIL);
    String code = house.code();
    house.clock.pass(Duration.ofSeconds(1));
    String other = sent("eve@people.example");
    assertThat(house.code()).isNotEqualTo(code);
    assertThat(house.requests.intake().confirm(other, code)).isInstanceOf(Intake.WrongCode.class);
    assertThat(house.requests.intake().confirm("no-such-token", code))
        .isInstanceOf(Intake.Over.class);
  }

  @Test
  void whoeverIsKnownGetsTheSameAsWhoeverIsNot() {
    house.asked(House.EMAIL, "access");
    house.clock.pass(Duration.ofMinutes(1));
    assertThat(begin(House.EMAIL, "192.0.2.8")).isInstanceOf(Sent.class);
    String known = house.lastMail("request-code").text();
    house.clock.pass(Duration.ofMinutes(1));
    assertThat(begin("nobody@people.example", "192.0.2.9")).isInstanceOf(Sent.class);
    String unknown = house.lastMail("request-code").text();
    String digits = "[0-9]{4} [0-9]{4}";
    assertThat(known.replaceAll(digits, "")).isEqualTo(unknown.replaceAll(digits, ""));
  }

  @Test
  void aFloodFromOneAddressOrOneSourceIsHeldAndJournalledOnce() {
    for (int i = 0; i < 4; i++) {
      assertThat(begin(House.EMAIL, "192.0.2." + i)).isInstanceOf(Sent.class);
    }
    assertThat(begin(House.EMAIL, "192.0.2.50")).isInstanceOf(Intake.TooMany.class);
    assertThat(begin(House.EMAIL.toUpperCase(java.util.Locale.ROOT), "192.0.2.51"))
        .isInstanceOf(Intake.TooMany.class);
    assertThat(house.journalled()).containsExactly("request.flood");
    for (int i = 0; i < 20; i++) {
      assertThat(begin("p" + i + "@people.example", "198.51.100.1")).isInstanceOf(Sent.class);
    }
    assertThat(begin("one-more@people.example", "198.51.100.1")).isInstanceOf(Intake.TooMany.class);
    assertThat(house.journalled()).containsExactly("request.flood", "request.flood");
    int mails = house.mails().size();
    house.clock.pass(Duration.ofMinutes(61));
    assertThat(begin(House.EMAIL, "198.51.100.1")).isInstanceOf(Sent.class);
    assertThat(house.mails()).hasSize(mails + 1);
  }

  @Test
  void nothingUnofferedAndNoHiddenSecondAddressIsTaken() {
    assertThat(
            house
                .requests
                .intake()
                .begin(
                    new Asked(List.of("gold"), "en", Contents.asked("", House.EMAIL, "", "")), "x"))
        .isInstanceOf(Intake.NothingAsked.class);
    assertThat(begin("a@people.example, b@people.example", "x"))
        .isInstanceOf(Intake.NoAddress.class);
    assertThat(begin("a@people.example\nBcc: b@people.example", "x"))
        .isInstanceOf(Intake.NoAddress.class);
    assertThat(house.mails()).isEmpty();
  }

  @Test
  void nothingOfThePersonStandsOpenInTheStore() {
    house.asked("unmistakable@people.example", "access");
    String all = house.store.dsl().selectFrom(REQUEST_CASE).fetch().formatCSV();
    assertThat(all).doesNotContain("unmistakable").doesNotContain("All of it");
    assertThat(house.journal.page(0, 100, "").toString()).doesNotContain("unmistakable");
  }
}
