package dev.upheld.duty.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.journal.ReferenceId;
import dev.upheld.store.Store;
import dev.upheld.store.StoreAddress;
import dev.upheld.testing.Stores;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Whether an address is known cannot be told from what is done for it: to the byte the same is
 * asked of the database, no system is looked into, and the mails are the same.
 */
class NothingTellsTest {
  private static final int ROUNDS = 16;
  private static final String KNOWN = "anna.known@people.example";
  private static final String UNKNOWN = "carl.never@people.example";

  /** Whoever looks into the systems before it is clear who asks, fails. */
  private static final class Untouched implements RequestWork {
    private static AssertionError touched() {
      return new AssertionError("a system was looked into");
    }

    @Override
    public boolean ready() {
      throw touched();
    }

    @Override
    public Plan plan(CaseRef request) {
      throw touched();
    }

    @Override
    public Optional<Plan> planned(CaseRef request) {
      throw touched();
    }

    @Override
    public void approve(CaseRef request, String digest, ReferenceId who) {
      throw touched();
    }

    @Override
    public void run(CaseRef request) {
      throw touched();
    }

    @Override
    public Optional<Progress> progress(CaseRef request) {
      throw touched();
    }
  }

  @Test
  void theSameIsDoneForAddressesThatAreKnownAndThatAreNot() {
    StoreAddress.External direct = Stores.freshAddress();
    String url = direct.jdbcUrl();
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    try (Relay relay = new Relay(port)) {
      StoreAddress.External through =
          new StoreAddress.External(
              url.replace(":" + port + "/", ":" + relay.port() + "/"),
              direct.owner(),
              direct.ownerPassword(),
              direct.run(),
              direct.runPassword());
      Store store = Store.open(through, dev.upheld.kernel.Progress.SILENT);
      try (House house = new House(store, House.charter("demo"), new Untouched())) {
        house.asked(KNOWN, "access");
        assertThat(least(house, relay, KNOWN)).isEqualTo(least(house, relay, UNKNOWN));
        assertThat(mail(house, KNOWN)).isEqualTo(mail(house, UNKNOWN));
      }
    }
  }

  /** The fewest of some rounds: a pool that looks after its connections asks more now and then. */
  private static long least(House house, Relay relay, String email) {
    return LongStream.range(0, ROUNDS).map(round -> bytes(house, relay, email)).min().orElseThrow();
  }

  private static long bytes(House house, Relay relay, String email) {
    house.clock.pass(Duration.ofHours(2));
    house.requests.keep();
    long before = relay.bytes();
    Intake.Begun begun =
        house
            .requests
            .intake()
            .begin(
                new Intake.Asked(List.of("access"), "en", Contents.asked("", email, "", "")),
                "192.0.2.7");
    String token = ((Intake.Sent) begun).token().reveal();
    assertThat(house.requests.intake().confirm(token, "x")).isInstanceOf(Intake.WrongCode.class);
    return relay.bytes() - before;
  }

  private static String mail(House house, String to) {
    House.Posted mail =
        house.mails().stream()
            .filter(m -> m.to().equals(to) && m.template().equals("request-code"))
            .reduce((a, b) -> b)
            .orElseThrow();
    return mail.subject() + mail.text().replaceAll("[0-9]{4} [0-9]{4}", "CODE");
  }
}
