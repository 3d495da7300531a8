package dev.upheld.connect.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.http.StripeServer.Fault;
import dev.upheld.connect.partner.PartnerSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.partner.Partner;
import dev.upheld.datamap.partner.Partner.Pace;
import dev.upheld.datamap.partner.PartnerAccess;
import dev.upheld.datamap.partner.PartnerAddress;
import dev.upheld.datamap.partner.Partners;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stripe's own file against a server that is as strict as Stripe's published interface. */
class StripeTest {
  private static final String ANNA = "anna.martin@example.org";

  private final StripeServer stripe = new StripeServer();
  private final Waiting time = new Waiting(Instant.parse("2026-11-22T12:00:00Z"));

  @AfterEach
  void stops() {
    stripe.close();
  }

  static SystemEntry entry(Partner partner, String address, String key) {
    PartnerAccess access =
        new PartnerAccess(
            partner,
            Optional.of(Secret.of(key)),
            PartnerAddress.of(address).orElseThrow(),
            Set.of(),
            Optional.empty());
    return new SystemEntry(
        "pay",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        ZoneOffset.UTC,
        Location.wholeFile("systems.yaml"),
        Optional.empty(),
        Optional.of(access),
        dev.upheld.datamap.RunWindow.ANY,
        Optional.empty(),
        Set.of());
  }

  static Partner stripeFile() {
    return Objects.requireNonNull(Partners.builtIn().partners().get("stripe"));
  }

  /** With less patience for one who does not answer. */
  private static Partner hurried(Partner p) {
    Pace pace = new Pace(p.pace().perSecond(), p.pace().tries(), Duration.ofSeconds(3));
    return new Partner(
        p.id(),
        p.title(),
        p.address(),
        p.auth(),
        p.headers(),
        pace,
        p.paging(),
        p.once(),
        p.person(),
        p.records(),
        p.digest());
  }

  private PartnerSession open(String key) {
    return new HttpPartners(time, time).open(entry(hurried(stripeFile()), stripe.address(), key));
  }

  private PartnerSession open() {
    return open(StripeServer.KEY);
  }

  private Set<String> located(String email) {
    try (PartnerSession session = open()) {
      return session.locate(Map.of("pd:EmailAddress", List.of(email)));
    }
  }

  private static void refused(ConnectProblem code, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo(code);
              assertThat(e.toString()).doesNotContain("anna", "cus_", StripeServer.KEY);
              assertThat(e.getCause()).isNull();
            });
  }

  @Test
  void findsACustomerByAddressInEitherSpellingAndNobodyElse() {
    stripe.customer("cus_1", ANNA, 0).customer("cus_2", "bruno.keller@example.org", 0);

    assertThat(located(ANNA)).containsExactly("cus_1");
    assertThat(located("Anna.Martin@Example.org")).containsExactly("cus_1");
    assertThat(located("nobody+plus@example.org")).isEmpty();
    assertThat(stripe.calls()).anyMatch(c -> c.contains("email=nobody%2Bplus%40example.org"));
  }

  @Test
  void readsEveryPageOfEveryKindAndNothingOfOthers() {
    stripe.customer("cus_1", ANNA, 250).customer("cus_2", "bruno.keller@example.org", 30);
    List<List<Optional<String>>> charges = new ArrayList<>();
    List<List<Optional<String>>> own = new ArrayList<>();

    try (PartnerSession session = open()) {
      session.read("charge", "cus_1", List.of("amount", "status"), charges::add);
      session.read("customer", "cus_1", List.of("email", "phone", "metadata"), own::add);
    }

    assertThat(charges).hasSize(250);
    assertThat(charges.getFirst()).containsExactly(Optional.of("100"), Optional.empty());
    assertThat(own)
        .containsExactly(
            List.of(Optional.of(ANNA), Optional.empty(), Optional.of("{\"shop\":\"cus_1\"}")));
    assertThat(stripe.calls()).filteredOn(c -> c.startsWith("GET /v1/charges")).hasSize(3);
  }

  @Test
  void erasesOneCustomerOnceHoweverTheLineBehaves() {
    for (Fault fault : Fault.values()) {
      String id = "cus_" + fault;
      stripe.customer(id, fault + ANNA, 1).customer("cus_other", "b@example.org", 1);
      String other = stripe.held("cus_other");
      int before = stripe.deletions();
      stripe.next("DELETE", fault);
      try (PartnerSession session = open()) {
        if (fault == Fault.VERY_BUSY) {
          refused(ConnectProblem.SYSTEM_DOWN, () -> session.erase(id, "once"));
          assertThat(session.isGone(id)).isFalse();
        }
        session.erase(id, "once");
        session.erase(id, "once");
        assertThat(session.isGone(id)).isTrue();
      }
      assertThat(stripe.deletions()).as(fault.name()).isEqualTo(before + 1);
      assertThat(stripe.alive()).containsExactly("cus_other");
      assertThat(stripe.held("cus_other")).isEqualTo(other);
    }
  }

  @Test
  void waitsAsLongAsStripeSaysAndNeverCallsFasterThanItsFile() {
    stripe.customer("cus_1", ANNA, 0);
    stripe.next("GET", Fault.BUSY, Fault.FAILS);

    assertThat(located(ANNA)).containsExactly("cus_1");

    assertThat(time.waits()).contains(Duration.ofSeconds(7), Duration.ofSeconds(1));
    try (PartnerSession session = open()) {
      Instant begun = time.instant();
      for (int i = 0; i < 31; i++) {
        session.isGone("cus_1");
      }
      assertThat(Duration.between(begun, time.instant()))
          .isBetween(Duration.ofMillis(1_999), Duration.ofMillis(2_001));
    }
  }

  @Test
  void givesUpInTimeAndSaysNothingOfThePerson() {
    stripe.customer("cus_1", ANNA, 0);
    stripe.down(true);

    refused(ConnectProblem.SYSTEM_DOWN, () -> located(ANNA));
    assertThat(stripe.calls()).hasSizeBetween(5, 10); // the client itself asks a GET once more

    stripe.down(false);
    stripe.next("GET", Fault.FAILS, Fault.FAILS, Fault.FAILS, Fault.FAILS, Fault.FAILS);
    refused(ConnectProblem.SYSTEM_DOWN, () -> located(ANNA));
    stripe.close();
    refused(ConnectProblem.SYSTEM_DOWN, () -> located(ANNA));
  }

  @Test
  void aWrongKeyIsToldAndNeverShown() {
    try (PartnerSession session = open("sk_test_wrong")) {
      refused(ConnectProblem.SIGN_IN_REFUSED, () -> session.isGone("cus_1"));
    }
    refused(ConnectProblem.BAD_OPTION, () -> open("sk\nanna"));
  }

  @Test
  void whoIsUnknownToStripeIsGoneAndHasNothing() {
    try (PartnerSession session = open()) {
      assertThat(session.isGone("cus_none")).isTrue();
      List<List<Optional<String>>> own = new ArrayList<>();
      session.read("customer", "cus_none", List.of("email"), own::add);
      assertThat(own).isEmpty();
    }
  }
}
