package dev.upheld.duty.request;

import static dev.upheld.store.generated.Tables.REGISTER_SUBJECT;
import static dev.upheld.store.generated.Tables.REQUEST_CASE;
import static dev.upheld.store.generated.Tables.REQUEST_MESSAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.crypto.CaseKeys;
import dev.upheld.crypto.MasterKey;
import dev.upheld.duty.request.CaseFile.Outcome;
import dev.upheld.duty.request.Handling.Refusal;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people of the company do with requests, and what time does. */
class HandlingTest {
  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  private Handling handling() {
    return house.requests.handling();
  }

  private static void refused(RequestProblem code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo(code));
  }

  @Test
  void aLetterIsWorkedByHandToTheEnd() {
    CaseRef ref = house.letter("access", "erasure");
    assertThat(house.file(ref).line().state()).isEqualTo(State.RECEIVED);
    refused(
        RequestProblem.UNFINISHED,
        () -> handling().finish(ref, "Here is everything.", House.OFFICER));
    handling().prove(ref, "call-back", House.OFFICER);
    handling()
        .task(
            ref,
            new Handling.NewTask("Ask the archive", Optional.empty(), house.requests.today()),
            House.OFFICER);
    UUID task = house.file(ref).tasks().getFirst().id();
    refused(
        RequestProblem.UNFINISHED,
        () -> handling().finish(ref, "Here is everything.", House.OFFICER));
    handling().done(ref, task, "Two boxes, shredded", House.OFFICER);
    handling().finish(ref, "Here is everything, and it is erased.", House.OFFICER);
    CaseFile file = house.file(ref);
    assertThat(file.line().state()).isEqualTo(State.DONE);
    assertThat(file.rights()).allMatch(r -> r.outcome() == Outcome.KEPT);
    assertThat(file.tasks().getFirst().result()).contains("Two boxes, shredded");
    assertThat(house.journalled())
        .containsExactly(
            "request.received",
            "request.identity-proved",
            "request.task-given",
            "request.task-done",
            "request.done");
  }

  @Test
  void bothDatesAreShownAndTheEarlierSteers() {
    CaseRef ref = house.letter("access");
    house.days(1);
    handling().askIdentity(ref, "Two accounts bear that name.", House.OFFICER);
    house.days(10);
    handling().prove(ref, "document", House.OFFICER);
    CaseFile file = house.file(ref);
    assertThat(file.line().due()).isEqualTo("2026-12-23");
    assertThat(file.line().suspended()).isEqualTo("2027-01-02");
    assertThat(file.pauses())
        .singleElement()
        .matches(p -> p.promptly() && p.answered().isPresent());
  }

  @Test
  void aQuestionThatCameLateStopsNoClock() {
    CaseRef ref = house.letter("access");
    house.days(9);
    handling().askIdentity(ref, "Two accounts bear that name.", House.OFFICER);
    house.days(10);
    handling().prove(ref, "document", House.OFFICER);
    assertThat(house.file(ref).line().suspended()).isEqualTo("2026-12-23");
  }

  @Test
  void anExtensionIsToldInTimeOrNotAtAll() {
    try (House other = new House("clever-cloud", RequestWork.NONE)) {
      CaseRef ref = other.letter("access");
      refused(
          RequestProblem.WORDS, () -> other.requests.handling().extend(ref, "busy", House.OFFICER));
      other.requests.handling().extend(ref, "Data of eleven years in six systems.", House.OFFICER);
      assertThat(other.file(ref).line().due()).isEqualTo("2027-02-23");
      assertThat(other.file(ref).extension()).contains("Data of eleven years in six systems.");
      assertThat(other.lastMail("request-turn").text()).doesNotContain("eleven");
      refused(
          RequestProblem.EXTENSION,
          () -> other.requests.handling().extend(ref, "And longer still, sorry.", House.OFFICER));
      CaseRef late = other.letter("access");
      other.days(31);
      refused(
          RequestProblem.EXTENSION,
          () -> other.requests.handling().extend(late, "Data of eleven years.", House.OFFICER));
    }
  }

  @Test
  void anExtensionOfTheLawDoesNotStretchAPromiseThatNamesNone() {
    CaseRef ref = house.letter("access");
    handling().extend(ref, "Data of eleven years in six systems.", House.OFFICER);
    assertThat(house.file(ref).line().due()).isEqualTo("2026-12-23");
    assertThat(house.file(ref).due().rests()).containsExactly("promise");
  }

  @Test
  void aRefusalNeedsAGroundOfTheLawAndAReason() {
    CaseRef ref = house.letter("access", "erasure");
    String ground = "Art. 17(3)(b): legal obligation, public task, official authority";
    refused(
        RequestProblem.CHOICE,
        () ->
            handling()
                .refuse(ref, "access", new Refusal(ground, "Invoices must stay."), House.OFFICER));
    refused(
        RequestProblem.WORDS,
        () -> handling().refuse(ref, "erasure", new Refusal(ground, "no"), House.OFFICER));
    handling().refuse(ref, "erasure", new Refusal(ground, "Invoices must stay."), House.OFFICER);
    assertThat(house.file(ref).line().state()).isEqualTo(State.RECEIVED);
    handling()
        .refuse(
            ref,
            "access",
            new Refusal("Art. 15(4): rights and freedoms of others", "It is all about others."),
            House.OFFICER);
    assertThat(house.file(ref).line().state()).isEqualTo(State.REFUSED);
    assertThat(house.file(ref).rights().getFirst().words()).contains("It is all about others.");
    assertThat(house.journal.page(0, 100, "").toString()).doesNotContain("about others.");
  }

  @Test
  void whatBelongsToACustomerIsForwardedAndEndedWithProof() {
    CaseRef ref = house.letter("erasure");
    handling().forward(ref, "Acme, by ticket 4711 today", House.OFFICER);
    CaseFile file = house.file(ref);
    assertThat(file.line().state()).isEqualTo(State.FORWARDED);
    assertThat(file.contents().orElseThrow().customer()).isEqualTo("Acme, by ticket 4711 today");
    refused(RequestProblem.NOT_NOW, () -> handling().prove(ref, "account", House.OFFICER));
  }

  @Test
  void deadlinesAreWarnedOfOnceAtEachDistance() {
    CaseRef ref = house.letter("access");
    house.days(22);
    house.requests.keep();
    assertThat(house.mails()).noneMatch(m -> m.template().equals("request-warning"));
    int[] expected = {1, 1, 1, 1, 2, 2, 3};
    for (int i = 0; i < expected.length; i++) {
      house.days(1);
      house.requests.keep();
      house.requests.keep();
      assertThat(house.mails().stream().filter(m -> m.template().equals("request-warning")))
          .as("day %d", i)
          .hasSize(expected[i]);
    }
    house.days(2);
    house.requests.keep();
    house.requests.keep();
    assertThat(house.mails().stream().filter(m -> m.template().equals("request-late")))
        .singleElement()
        .matches(m -> m.to().equals("dpo@nimbus.example") && m.subject().contains(ref.value()));
    assertThat(house.journalled()).contains("request.due-soon", "request.overdue");
  }

  @Test
  void aFileIsErasedAYearAfterTheReplyAndItsDatesStay() {
    CaseRef ref = house.letter("access");
    UUID key = house.store.dsl().selectFrom(REQUEST_CASE).fetchSingle().getKey();
    byte[] sealed = house.store.dsl().selectFrom(REQUEST_CASE).fetchSingle().getContentSealed();
    handling().write(ref, "A word", House.OFFICER);
    handling().forward(ref, "Acme", House.OFFICER);
    house.days(365);
    house.requests.keep();
    assertThat(house.file(ref).contents()).isPresent();
    house.days(1);
    house.requests.keep();
    CaseFile file = house.file(ref);
    assertThat(file.contents()).isEmpty();
    assertThat(file.erased()).isPresent();
    assertThat(file.line().state()).isEqualTo(State.FORWARDED);
    assertThat(house.keys.open(key, sealed, ref + ":content"))
        .as("a copy of the database opens no more")
        .isEmpty();
    assertThat(house.store.dsl().fetchCount(REQUEST_MESSAGE)).isZero();
    assertThat(house.store.dsl().fetchCount(REGISTER_SUBJECT)).isZero();
    assertThat(house.journalled()).last().isEqualTo("request.erased");
    assertThat(house.requests.inbox().search(House.EMAIL)).isEmpty();
    refused(RequestProblem.ERASED, () -> handling().write(ref, "More", House.OFFICER));
  }

  @Test
  void theInboxIsOrderedByDeadlineAndFoundByAddressOrReference() {
    CaseRef first = house.letter("access");
    house.days(2);
    CaseRef second = house.asked("bob@people.example", "erasure").ref();
    CaseRef third = house.letter("withdraw-consent");
    assertThat(house.requests.inbox().list(Inbox.Show.OPEN).stream().map(CaseLine::ref))
        .containsExactly(third, first, second);
    assertThat(house.requests.inbox().search(" ADA@people.example").stream().map(CaseLine::ref))
        .containsExactly(third, first);
    assertThat(house.requests.inbox().search(second.value().toLowerCase(java.util.Locale.ROOT)))
        .singleElement()
        .matches(l -> l.ref().equals(second));
    assertThat(house.requests.inbox().search("ada")).isEmpty();
  }

  @Test
  void whatThePersonWritesIsSeenAsUnreadUntilSomebodyActs() {
    Intake.Opened opened = house.asked(House.EMAIL, "access");
    CaseFile own = house.requests.own().open(opened.link().reveal(), "192.0.2.7").orElseThrow();
    house.requests.own().write(own.ref(), "Also the telephone calls, please");
    assertThat(house.requests.inbox().list(Inbox.Show.OPEN).getFirst().unread()).isTrue();
    assertThat(house.lastMail("request-wrote").text()).doesNotContain("telephone");
    house.days(1);
    handling().write(own.ref(), "They are in it.", House.OFFICER);
    assertThat(house.requests.inbox().list(Inbox.Show.OPEN).getFirst().unread()).isFalse();
    assertThat(house.file(own.ref()).messages()).hasSize(2);
  }

  @Test
  void linksAreNotGuessedAndALeakedOneIsReplaced() {
    Intake.Opened opened = house.asked(House.EMAIL, "access");
    String link = opened.link().reveal();
    house.requests.own().renew(opened.ref());
    assertThat(house.requests.own().open(link, "192.0.2.7")).isEmpty();
    for (int i = 0; i < 30; i++) {
      assertThat(house.requests.own().open("guess" + i, "192.0.2.7")).isEmpty();
    }
    assertThat(house.journalled()).last().isEqualTo("request.flood");
    String fresh =
        house.lastMail("request-turn").text().replaceAll("(?s).*/request/(\\S+).*", "$1");
    assertThat(house.requests.own().open(fresh, "192.0.2.7")).as("slowed down").isEmpty();
    assertThat(house.requests.own().open(fresh, "192.0.2.8")).isPresent();
  }

  @Test
  void aRequestIsTakenBackByWhoeverMadeIt() {
    Intake.Opened opened = house.asked(House.EMAIL, "access");
    house.requests.own().withdraw(opened.ref());
    assertThat(house.file(opened.ref()).line().state()).isEqualTo(State.WITHDRAWN);
    refused(RequestProblem.NOT_NOW, () -> house.requests.own().withdraw(opened.ref()));
  }

  @Test
  void aNewMasterKeySealsTheKeysOfCasesToo() {
    CaseRef ref = house.letter("access");
    MasterKey next = MasterKey.given(Secret.of(MasterKey.random()));
    CaseKeys both = new CaseKeys(List.of(next, house.master), house.folder);
    assertThat(both.rewrap()).isEqualTo(1);
    assertThat(both.rewrap()).isZero();
    CaseKeys only = new CaseKeys(List.of(next), house.folder);
    var row = house.store.dsl().selectFrom(REQUEST_CASE).fetchSingle();
    assertThat(only.open(row.getKey(), row.getContentSealed(), ref + ":content")).isPresent();
  }
}
