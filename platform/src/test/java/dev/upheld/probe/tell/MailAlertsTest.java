package dev.upheld.probe.tell;

import static dev.upheld.store.generated.Tables.PROBE_CARE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.ReferenceId;
import dev.upheld.mail.Mail;
import dev.upheld.probe.keep.Change;
import dev.upheld.probe.keep.Sample;
import dev.upheld.store.Store;
import dev.upheld.testing.Stores;
import dev.upheld.verdict.Verdict;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets the mail. */
class MailAlertsTest {
  private static final ReferenceId ADA = new ReferenceId(UUID.randomUUID());
  private static final ReferenceId GONE = new ReferenceId(UUID.randomUUID());
  private static final PromiseId UNNAMED = new PromiseId("nimbus", "doors", "watch");

  private final Store store = Stores.fresh();
  private final List<String> sent = new ArrayList<>();
  private final List<PromiseId> unfit = new ArrayList<>();
  private final MailAlerts alerts =
      new MailAlerts(
          (tx, to, with) ->
              sent.add(to.email() + " " + with.get("count") + "\n" + with.get("changes")),
          new MailAlerts.Recipients(
              (tx, person) -> Optional.of("ada@nimbus.example").filter(a -> person.equals(ADA)),
              p -> p.equals(UNNAMED) ? Optional.empty() : Optional.of("dpo@nimbus.example"),
              Optional.of("privacy@nimbus.example"),
              new Plain()),
          new Speech(),
          URI.create("https://upheld.example"));

  /** Takes what the outbox takes, and remembers whom it could not reach. */
  private final class Plain implements MailAlerts.Fit {

    @Override
    public boolean fits(String email) {
      return Mail.takes(email);
    }

    @Override
    public void unfit(PromiseId promise) {
      unfit.add(promise);
    }
  }

  @Test
  void anAddressThatCannotBeUsedFallsToTheNextAndIsSaid() {
    MailAlerts odd =
        new MailAlerts(
            (tx, to, with) -> sent.add(to.email()),
            new MailAlerts.Recipients(
                (tx, person) -> Optional.of("ada@nimbus.example, ida@nimbus.example"),
                p -> Optional.of("DPO <dpo@nimbus.example>").filter(o -> p.equals(Sample.VISITS)),
                Optional.of("privacy@nimbus.example"),
                new Plain()),
            new Speech(),
            URI.create("https://upheld.example"));
    assign(Sample.VISITS, ADA);
    odd.tell(store.dsl(), List.of(broken(Sample.VISITS), broken(Sample.REVIEW)));
    assertThat(sent).containsExactly("privacy@nimbus.example");
    assertThat(unfit).containsExactly(Sample.VISITS, Sample.VISITS);
  }

  /** Ada reads French, all others English. */
  private static final class Speech implements MailAlerts.Speech {

    @Override
    public String language(DSLContext tx, String email) {
      return email.startsWith("ada") ? "fr" : "en";
    }

    @Override
    public String word(Verdict verdict, String language) {
      return language + ":" + verdict;
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void assign(PromiseId promise, ReferenceId to) {
    store
        .dsl()
        .insertInto(PROBE_CARE)
        .set(PROBE_CARE.PROMISE, promise.toString())
        .set(PROBE_CARE.OWNER, to.value())
        .execute();
  }

  private static Change broken(PromiseId promise) {
    return new Change(
        promise,
        "A promise.",
        Sample.digest(1),
        Optional.of(Verdict.UPHELD),
        Optional.of(Verdict.BROKEN),
        Sample.NOW,
        "3 rows.");
  }

  private void tell(PromiseId... promises) {
    alerts.tell(store.dsl(), List.of(promises).stream().map(MailAlertsTest::broken).toList());
  }

  @Test
  void theAssignedComeBeforeTheNamedAndTheNamedBeforeNobody() {
    assign(Sample.VISITS, ADA);
    tell(Sample.VISITS, Sample.REVIEW, UNNAMED);
    assertThat(sent)
        .extracting(s -> s.lines().findFirst().orElse(""))
        .containsExactly(
            "ada@nimbus.example 1", "dpo@nimbus.example 1", "privacy@nimbus.example 1");
    assertThat(sent.getFirst())
        .contains(
            "fr:UPHELD \u2192 fr:BROKEN", "https://upheld.example/promises/nimbus/visits/keep");
  }

  @Test
  void oneMailForAllThatBreaksTogether() {
    assign(Sample.VISITS, GONE);
    tell(Sample.VISITS, Sample.REVIEW);
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst()).startsWith("dpo@nimbus.example 2\n").contains("\n\n", "en:BROKEN");
  }
}
