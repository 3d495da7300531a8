package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.http.HttpPartners;
import dev.upheld.connect.http.StripeServer;
import dev.upheld.connect.http.StripeServer.Fault;
import dev.upheld.connect.http.Waiting;
import dev.upheld.connect.partner.PartnerSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop whose customers are with Stripe, too. */
class PartneringTest {
  private static final Map<String, String> ANNA = Map.of("email", ShopFixture.ANNA);

  @TempDir Path folder;
  private final StripeServer stripe = new StripeServer();
  private final Waiting time = new Waiting(ShopFixture.NOW);
  private final MemoryOutbox outbox = new MemoryOutbox();
  private ShopFixture shop;

  @BeforeEach
  void opens() {
    shop = new ShopFixture(Databases.postgres().freshDatabase(), folder);
    stripe
        .customer("cus_anna", ShopFixture.ANNA, 3)
        .customer("cus_bruno", ShopFixture.BRUNO, 2)
        .customer("cus_anna2", "anna.martin2@example.org", 1);
    shop.remembers();
    with("");
  }

  @AfterEach
  void stops() {
    stripe.close();
  }

  private void with(String more) {
    shop.partner(
        "pay: {kind: stripe, key: \"env:STRIPE_KEY\", address: \"%s\", country: IE%s}"
            .formatted(stripe.address(), more),
        calls(this::open, outbox));
  }

  private PartnerSession open(SystemEntry entry) {
    return new HttpPartners(time, time).open(entry);
  }

  private Partnering calls(
      java.util.function.Function<SystemEntry, PartnerSession> open, Outbox box) {
    return new Partnering(open, box, time);
  }

  private static SystemPlan pay(Plan plan) {
    return plan.systems().getLast();
  }

  private static SystemReceipt pay(Receipt receipt) {
    return receipt.systems().getLast();
  }

  private Receipt act(Plan approved) {
    return shop.erasing().act(shop.plan(ANNA), approved, true, Progress.SILENT);
  }

  @Test
  void thePlanCountsWhatGoesAndSaysWhatStaysAndWhy() {
    Plan plan = shop.plan(ANNA).plan();

    assertThat(pay(plan).system()).isEqualTo("pay");
    assertThat(pay(plan).partner().orElseThrow().title()).isEqualTo("Stripe");
    assertThat(pay(plan).partner().orElseThrow().besides())
        .singleElement()
        .asString()
        .contains("subscriptions");
    assertThat(pay(plan).touched()).isEqualTo(1);
    assertThat(pay(plan).steps())
        .extracting(
            s ->
                s.place()
                    + " "
                    + s.counts().deleted()
                    + " "
                    + s.kept().stream().mapToLong(Kept::rows).sum())
        .containsExactly("customer 1 0", "payment-method 0 3", "charge 0 3", "invoice 0 3");
    assertThat(pay(plan).steps().get(2).kept().getFirst().reason()).contains("books");
    assertThat(stripe.alive()).hasSize(3);
    assertThat(PlanJson.keep(plan)).doesNotContain("cus_", "anna");
    assertThat(PlanJson.kept(PlanJson.keep(plan))).isEqualTo(plan);
  }

  @Test
  void theCustomerGoesAndNobodyElseLosesAnything() {
    String bruno = stripe.held("cus_bruno");
    Plan plan = shop.plan(ANNA).plan();

    Receipt receipt = act(plan);

    assertThat(receipt.isWhole()).isTrue();
    assertThat(stripe.alive()).containsExactly("cus_anna2", "cus_bruno");
    assertThat(stripe.held("cus_bruno")).isEqualTo(bruno);
    assertThat(receipt.json().toString()).doesNotContain("cus_", "anna", "example.org");
    assertThat(act(plan)).isEqualTo(receipt);
    assertThat(stripe.deletions()).isEqualTo(1);
    assertThat(outbox.find(pay(receipt).act()).orElseThrow().ids()).isEmpty();
  }

  @Test
  void everyKindOfBadLineGivesTheSameReceipt() {
    for (Fault fault :
        List.of(Fault.BUSY, Fault.FAILS, Fault.CUT_BEFORE, Fault.CUT_AFTER, Fault.TWICE)) {
      if (!stripe.alive().contains("cus_anna")) {
        stripe.customer("cus_" + fault, ShopFixture.ANNA, 1);
      }
      int before = stripe.deletions();
      Plan plan = shop.plan(ANNA).plan();
      stripe.next("DELETE", fault);

      Receipt receipt = act(plan);

      assertThat(pay(receipt).trouble()).as(fault.name()).isEmpty();
      assertThat(pay(receipt).figures()).contains("\"deleted\":1").contains("books");
      assertThat(stripe.deletions()).isEqualTo(before + 1);
      assertThat(stripe.alive()).containsExactly("cus_anna2", "cus_bruno");
    }
  }

  private Receipt act(Plan approved, boolean everyAccount) {
    return shop.erasing().act(shop.plan(ANNA, everyAccount), approved, true, Progress.SILENT);
  }

  @Test
  void aDeadPartnerDelaysOnlyItself() {
    Plan plan = shop.plan(ANNA).plan();
    stripe.down(true);

    Receipt first = act(plan);

    assertThat(first.isWhole()).isFalse();
    assertThat(first.systems().getFirst().isDone()).isTrue();
    assertThat(pay(first).trouble())
        .singleElement()
        .asString()
        .contains("Stripe (pay) does not answer");
    assertThat(act(plan)).isEqualTo(first);

    stripe.down(false);
    Receipt last = act(plan);
    assertThat(last.isWhole()).isTrue();
    assertThat(last.systems().getFirst()).isEqualTo(first.systems().getFirst());
    assertThat(stripe.alive()).containsExactly("cus_anna2", "cus_bruno");
  }

  @Test
  void aPartnerThatIsDownWhilePlanningIsSaidSoAndLeftAlone() {
    stripe.down(true);
    Planned planned = shop.plan(ANNA);
    assertThat(planned.plan().isWhole()).isFalse();
    stripe.down(false);

    Receipt receipt = shop.act(planned);

    assertThat(receipt.systems().getFirst().isDone()).isTrue();
    assertThat(pay(receipt).isDone()).isFalse();
    assertThat(stripe.alive()).hasSize(3);
  }

  /** Dies at the nth call of the partner, before or after it reached it. */
  private Partnering dying(int at, boolean after, AtomicInteger calls) {
    return calls(entry -> new Dying(open(entry), at, after, calls), outbox);
  }

  private record Dying(PartnerSession inner, int at, boolean after, AtomicInteger calls)
      implements PartnerSession {
    private void die(boolean now) {
      if (now == after && (after ? calls.get() : calls.incrementAndGet()) == at) {
        throw new IllegalStateException("killed");
      }
      if (!now && after) {
        calls.incrementAndGet();
      }
    }

    @Override
    public SortedSet<String> locate(Map<String, List<String>> identifiers) {
      return inner.locate(identifiers);
    }

    @Override
    public void read(
        String records,
        String id,
        List<String> fields,
        java.util.function.Consumer<List<Optional<String>>> sink) {
      inner.read(records, id, fields, sink);
    }

    @Override
    public void erase(String id, String once) {
      die(false);
      inner.erase(id, once);
      die(true);
    }

    @Override
    public boolean isGone(String id) {
      die(false);
      boolean gone = inner.isGone(id);
      die(true);
      return gone;
    }

    @Override
    public void close() {
      inner.close();
    }
  }

  @Test
  void aProcessThatDiesAnywhereIsTakenUpAgain() {
    for (int at = 1; at <= 2; at++) {
      for (boolean after : new boolean[] {false, true}) {
        String id = "cus_" + at + after;
        if (!stripe.alive().contains("cus_anna")) {
          stripe.customer(id, ShopFixture.ANNA, 1);
        }
        int before = stripe.deletions();
        Plan plan = shop.plan(ANNA).plan();
        shop.partner(line(), dying(at, after, new AtomicInteger()));
        assertThatThrownBy(() -> act(plan)).hasMessage("killed");
        with("");

        Receipt receipt = act(plan);

        assertThat(receipt.isWhole()).isTrue();
        assertThat(pay(receipt).figures()).contains("\"deleted\":1");
        assertThat(act(plan)).isEqualTo(receipt);
        assertThat(stripe.deletions()).isEqualTo(before + 1);
        assertThat(stripe.alive()).containsExactly("cus_anna2", "cus_bruno");
      }
    }
  }

  private String line() {
    return "pay: {kind: stripe, key: \"env:STRIPE_KEY\", address: \"%s\", country: IE}"
        .formatted(stripe.address());
  }

  @Test
  void twoPeopleBehindOneAddressAreNeverTakenForOne() {
    stripe.customer("cus_twin", ShopFixture.ANNA, 0);

    assertThatThrownBy(() -> shop.plan(ANNA))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("2 people of pay");
    assertThat(pay(shop.plan(ANNA, true).plan()).touched()).isEqualTo(2);
  }

  @Test
  void anotherAccountSinceThePlanIsNotErasedUnseen() {
    Plan plan = shop.plan(ANNA, true).plan();
    stripe.customer("cus_late", ShopFixture.ANNA, 0);

    Receipt receipt = act(plan, true);

    assertThat(pay(receipt).trouble()).singleElement().asString().contains("Plan again");
    assertThat(stripe.deletions()).isZero();
  }

  @Test
  void aGroundThatDoesNotReachTheActivityKeepsTheCustomer() {
    for (String activity : List.of("", ", activity: shop", ", activity: [newsletter, shop]")) {
      with(activity);
      Planned planned = shop.plan(ANNA, ErasureOrder.on(ErasureGround.CONSENT_WITHDRAWN));
      assertThat(pay(planned.plan()).touched()).isZero();
      assertThat(pay(planned.plan()).partner().orElseThrow().besides()).isEmpty();
      assertThat(pay(shop.act(planned)).isDone()).isTrue();
      assertThat(stripe.deletions()).isZero();
    }
    with(", activity: newsletter");
    Planned reached = shop.plan(ANNA, ErasureOrder.on(ErasureGround.CONSENT_WITHDRAWN));
    assertThat(pay(reached.plan()).touched()).isEqualTo(1);
  }

  @Test
  void aPersonWhomNothingFindsAtThePartnerIsSaidSo() {
    Plan plan = shop.plan(Map.of("customers", "1")).plan();

    assertThat(plan.isWhole()).isFalse();
    assertThat(pay(plan).unreachable()).singleElement().asString().contains("pd:EmailAddress");
  }

  @Test
  void accessHandsOutWhatThePartnerHas() {
    Map<String, List<List<Optional<String>>>> copy = new TreeMap<>();
    List<String> shown = new ArrayList<>();
    new Copying(shop.erasing())
        .export(
            shop.workspace(),
            Subject.of(ANNA),
            false,
            Exporting.Scope.EVERYTHING,
            new Exporting.Sink() {
              private String at = "";

              @Override
              public void place(String system, String place, List<String> columns) {
                at = system + "/" + place;
                shown.addAll(columns);
              }

              @Override
              public void row(List<Optional<String>> values) {
                copy.computeIfAbsent(at, a -> new ArrayList<>()).add(values);
              }
            });

    assertThat(copy.keySet())
        .contains("pay/customer", "pay/charge", "pay/invoice", "pay/payment-method");
    assertThat(copy.get("pay/charge")).hasSize(3);
    assertThat(copy.getOrDefault("pay/customer", List.of()))
        .singleElement()
        .satisfies(row -> assertThat(row).contains(Optional.of(ShopFixture.ANNA)));
    assertThat(copy.toString()).doesNotContain(ShopFixture.BRUNO, "cus_bruno");
    assertThat(shown).contains("card-ends-with", "metadata");
    stripe.down(true);
    assertThatThrownBy(
            () ->
                new Copying(shop.erasing())
                    .export(
                        shop.workspace(),
                        Subject.of(ANNA),
                        false,
                        Exporting.Scope.EVERYTHING,
                        new NoSink()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("whole or it is none");
  }

  private static final class NoSink implements Exporting.Sink {
    @Override
    public void place(String system, String place, List<String> columns) {}

    @Override
    public void row(List<Optional<String>> values) {}
  }

  @Test
  void theReceiptTellsWhen() {
    Receipt receipt = act(shop.plan(ANNA).plan());
    assertThat(pay(receipt).at())
        .hasValueSatisfying(
            at -> assertThat(at).isBetween(ShopFixture.NOW, Instant.parse("2026-11-22T13:00:00Z")));
  }
}
