package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.app.serve.OutboxFolders;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.http.StripeServer;
import dev.upheld.kernel.Progress;
import dev.upheld.testing.ChildJvm;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestFolders;
import dev.upheld.testing.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process killed at any moment of plan, act and verify, in a database and with a partner that
 * misbehaves: the next try comes to the same receipt, and everything was done once.
 */
class ErasingKilledTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Nested
  class OnPostgres extends Contract {
    @Override
    TestServer server() {
      return Databases.postgres();
    }

    @Test
    void isDoneOnceAndWhole() throws IOException {
      killed(5);
    }
  }

  @Nested
  class OnMariaDb extends Contract {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }

    @Test
    void isDoneOnceAndWhole() throws IOException {
      killed(4);
    }
  }

  @Nested
  class InUnitsOnPostgres extends InUnits {
    @Override
    TestServer server() {
      return Databases.postgres();
    }
  }

  @Nested
  class InUnitsOnMariaDb extends InUnits {
    @Override
    TestServer server() {
      return Databases.mariadb();
    }
  }

  /** Hundreds of rows, of which one transaction takes few. */
  abstract static class InUnits extends Contract {
    @Override
    long most() {
      return 100;
    }

    @Override
    void grow() {
      GrownShop.grow(shop.database());
    }

    @Override
    void notRemembered(Plan approved) {
      SortedMap<String, PlaceStep.Counts> done = new TreeMap<>();
      try (var session = session()) {
        session
            .inVain(() -> session.lastRemembered(Part.begin(approved.act("shop"))))
            .ifPresent(r -> done.putAll(Part.of(r).done()));
      }
      Bystanders now = Bystanders.of(shop.database());
      for (PlaceStep step : approved.systems().getFirst().steps()) {
        String table = step.table().substring(step.table().indexOf('.') + 1);
        PlaceStep.Counts counts = done.get(step.place());
        assertThat(before.count(table) - now.count(table))
            .as("rows of " + table + " that are gone, and those written down")
            .isEqualTo(counts == null ? 0 : (int) counts.deleted());
      }
      assertThat(stripe.deletions()).isZero();
    }

    @Test
    void isDoneOnceAndWhole() throws IOException {
      killed(3);
    }
  }

  abstract static class Contract {
    @TempDir Path folder;
    final StripeServer stripe = new StripeServer();
    private final List<String> calls = new ArrayList<>();
    ShopFixture shop;
    Bystanders before;
    private String others = "";
    private Optional<ChildJvm> ahead = Optional.empty();

    abstract TestServer server();

    /** Rows that one transaction takes. */
    long most() {
      return CommitUnits.USUAL;
    }

    /** Puts more rows into a shop that is as it was at first. */
    void grow() {}

    @BeforeEach
    void opens() throws IOException {
      shop = new ShopFixture(server().freshDatabase(), folder.resolve("shop"));
      shop.remembers();
      shop.pack("stripe", hurried());
      shop.partner(
          "pay: {kind: stripe, key: \"env:STRIPE_KEY\", address: \"%s\", country: IE}"
              .formatted(stripe.address()),
          Partnering.none());
      grow();
      before = Bystanders.of(shop.database());
    }

    @AfterEach
    void closes() {
      ahead.ifPresent(ChildJvm::close);
      stripe.close();
      shop.database().drop(server());
    }

    /** The built-in file, with less patience for one who does not answer. */
    private static String hurried() throws IOException {
      try (InputStream in =
          Partnering.class.getResourceAsStream("/dev/upheld/datamap/partner/stripe.yaml")) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("timeout: 30");
        return text.replace("timeout: 30", "timeout: 3");
      }
    }

    @Test
    @Tag("long")
    void noMatterWhereOrHowOften() throws IOException {
      killed(100);
    }

    void killed(int times) throws IOException {
      Long one = Long.getLong("upheld.seed");
      long first = one == null ? System.nanoTime() : one;
      restore();
      Counting counting = new Counting((moment, name) -> {});
      Erasing whole = KilledMain.counted(counting, home(), most());
      Planned planned = shop.plan(whole, ShopFixture.ANNA);
      Plan approved = planned.plan();
      Receipt reference = whole.act(planned, approved, false, Progress.SILENT);
      assertThat(reference.isWhole()).isTrue();
      assertThat(reference.systems()).hasSize(2);
      List<String> moments = counting.names();
      System.out.println(
          "killing " + times + " times, " + moments.size() + " moments, from seed " + first);
      Files.writeString(file(), PlanJson.keep(approved));
      int last = one == null ? times : 1;
      for (int i = 0; i < last; i++) {
        KillPoint point = KillPoint.of(first + i, moments);
        try {
          restore();
          ChildJvm child = ahead.orElseGet(this::start);
          ahead = i + 1 < last ? Optional.of(start()) : Optional.empty();
          once(child, point, approved, reference);
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError(
              "with -Dupheld.seed=" + point.seed() + ", " + point + ": " + e.getMessage(), e);
        }
      }
    }

    private Path home() {
      return folder.resolve("home");
    }

    private void restore() {
      shop.restore();
      grow();
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
      stripe.restore();
      stripe
          .customer("cus_anna", ShopFixture.ANNA, 3)
          .customer("cus_bruno", ShopFixture.BRUNO, 2)
          .customer("cus_anna2", "anna.martin2@example.org", 1);
      others = stripe.held("cus_bruno");
      TestFolders.delete(home());
      calls.clear();
    }

    /** The next one gets up while this one is killed and cleared away. */
    private ChildJvm start() {
      return ChildJvm.start(
          Map.of("SHOP_SECRET", shop.database().password(), "STRIPE_KEY", StripeServer.KEY),
          "64m",
          KilledMain.class,
          folder.resolve("shop").toString(),
          file().toString(),
          ShopFixture.ANNA,
          home().toString(),
          String.valueOf(most()));
    }

    private Path file() {
      return folder.resolve("plan.json");
    }

    private void once(ChildJvm child, KillPoint point, Plan approved, Receipt reference) {
      point.before().ifPresent(fault -> stripe.next("DELETE", fault));
      point.air().ifPresent(at -> stripe.during("DELETE", point.nth(), at, child::kill));
      try (child) {
        child.tell(String.valueOf(point.moment()));
        reach(point, child);
        child.kill();
        calls.addAll(child.said().stream().filter(s -> s.startsWith(Counting.ERASE)).toList());
      }
      afterwards(point, approved, reference);
    }

    private static void reach(KillPoint point, ChildJvm child) {
      if (point.moment() > 0) {
        child.await(KilledMain.STOPPED);
      } else if (point.air().isPresent()) {
        assertThat(child.ends(PATIENCE)).as("killed in the midst of its call").isTrue();
        assertThat(child.said()).doesNotContain(KilledMain.DONE);
      } else {
        child.await(KilledMain.PLANNED);
        child.ends(Duration.ofMillis(point.millis()));
      }
    }

    private void afterwards(KillPoint point, Plan approved, Receipt reference) {
      Optional<String> remembered = remembered(approved);
      Optional<String> sent =
          OutboxFolders.in(home())
              .find(approved.act("pay"))
              .filter(s -> s.done().isPresent())
              .map(s -> s.done().orElseThrow() + " " + s.figures());
      if (remembered.isEmpty()) {
        notRemembered(approved);
      }
      if (sent.isPresent()) {
        assertThat(stripe.deletions()).isEqualTo(1);
      }
      if (point.down()) {
        stripe.down(true);
        Receipt part = again(approved);
        remembered = Optional.of(said(part, 0));
        assertThat(part.isWhole()).isEqualTo(sent.isPresent());
        stripe.down(false);
      }
      point.after().ifPresent(fault -> stripe.next("DELETE", fault));
      Receipt first = untilWhole(approved);
      assertThat(shape(first)).isEqualTo(shape(reference));
      assertThat(first.isWhole()).isTrue();
      remembered.ifPresent(was -> assertThat(said(first, 0)).isEqualTo(was));
      sent.ifPresent(was -> assertThat(said(first, 1)).isEqualTo(was));
      Bystanders after = Bystanders.of(shop.database());
      before.changedExactly(after, approved.systems().getFirst());
      assertThat(again(approved).json()).isEqualTo(first.json());
      assertThat(Bystanders.of(shop.database())).isEqualTo(after);
      assertThat(stripe.deletions()).isEqualTo(1);
      assertThat(stripe.alive()).containsExactly("cus_anna2", "cus_bruno");
      assertThat(stripe.held("cus_bruno")).isEqualTo(others);
      assertThat(calls.stream().distinct()).as("names of the act at the partner").hasSize(1);
    }

    /** What is to be seen where the system does not remember that all was done. */
    void notRemembered(Plan approved) {
      assertThat(Bystanders.of(shop.database())).isEqualTo(before);
      assertThat(stripe.deletions()).isZero();
    }

    /** A busy machine may leave a partner without an answer; then people try once more. */
    private Receipt untilWhole(Plan approved) {
      Receipt receipt = again(approved);
      for (int more = 0; more < 2 && !receipt.isWhole(); more++) {
        System.out.println("once more, after " + shape(receipt));
        receipt = again(approved);
      }
      return receipt;
    }

    private Receipt again(Plan approved) {
      Counting counting = new Counting((moment, name) -> {});
      Erasing erasing = KilledMain.counted(counting, home(), most());
      Receipt receipt =
          erasing.act(shop.plan(erasing, ShopFixture.ANNA), approved, false, Progress.SILENT);
      calls.addAll(counting.names().stream().filter(s -> s.startsWith(Counting.ERASE)).toList());
      return receipt;
    }

    private static List<String> shape(Receipt receipt) {
      return receipt.systems().stream()
          .map(s -> s.system() + " " + s.act() + " " + s.figures() + s.trouble())
          .toList();
    }

    private static String said(Receipt receipt, int which) {
      SystemReceipt system = receipt.systems().get(which);
      return system.at().orElseThrow() + " " + system.figures();
    }

    ActSession session() {
      return ShopFixture.open(shop.workspace().map().systems().values().iterator().next());
    }

    private Optional<String> remembered(Plan approved) {
      try (var session = session()) {
        return session
            .inVain(() -> session.remembered(approved.act("shop")))
            .map(r -> r.at() + " " + r.figures());
      }
    }
  }
}
