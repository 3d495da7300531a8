package dev.upheld.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upheld.kernel.Progress;
import dev.upheld.testing.Databases;
import dev.upheld.testing.TestDatabase;
import dev.upheld.testing.TestFolders;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is barred is neither planned nor done, by whatever the person is known. */
class GuardTest {

  private static ShopFixture shop(TestDatabase.Engine engine) {
    TestDatabase database =
        engine == TestDatabase.Engine.POSTGRESQL
            ? Databases.postgres().freshDatabase()
            : Databases.mariadb().freshDatabase();
    return new ShopFixture(database, TestFolders.create("guard"));
  }

  private static void barred(ThrowingCallable what) {
    assertThatThrownBy(what)
        .hasMessageContaining("barred")
        .hasMessageNotContaining(ShopFixture.ANNA);
  }

  @ParameterizedTest
  @EnumSource
  void whoIsBarredByWhatTheirOwnRowsSayIsNotPlanned(TestDatabase.Engine engine) {
    ShopFixture shop = shop(engine);
    Map<String, Set<String>> known =
        Known.of(shop.erasing(), shop.workspace(), Subject.of(Map.of("email", ShopFixture.ANNA)));
    String number = known.getOrDefault("customers", Set.of()).iterator().next();
    assertThat(known.get("email")).contains(ShopFixture.ANNA);
    Guard byNumber =
        who ->
            who.containsKey("customers") && who.get("customers").contains(number)
                ? Optional.of(Guard.Why.HELD)
                : Optional.empty();
    barred(() -> shop.plan(shop.erasing().guarded(byNumber), ShopFixture.ANNA));
    Guard byAddress =
        who ->
            who.containsKey("email") && who.get("email").contains(ShopFixture.ANNA)
                ? Optional.of(Guard.Why.RESTRICTED)
                : Optional.empty();
    barred(
        () ->
            shop.erasing()
                .guarded(byAddress)
                .plan(
                    shop.workspace(),
                    Subject.of(Map.of("customers", number)),
                    ErasureOrder.on(ErasureGround.PROMISE),
                    Progress.SILENT));
    assertThat(shop.plan(shop.erasing().guarded(byNumber), ShopFixture.BRUNO).plan().touched())
        .isPositive();
  }

  @ParameterizedTest
  @EnumSource
  void whoIsBarredAfterThePlanWasMadeIsNotErased(TestDatabase.Engine engine) {
    ShopFixture shop = shop(engine);
    shop.remembers();
    AtomicBoolean held = new AtomicBoolean();
    Erasing erasing =
        shop.erasing().guarded(who -> held.get() ? Optional.of(Guard.Why.HELD) : Optional.empty());
    Planned planned = shop.plan(erasing, ShopFixture.ANNA);
    held.set(true);
    barred(() -> erasing.act(planned, planned.plan(), false, Progress.SILENT));
    held.set(false);
    assertThat(shop.plan(erasing, ShopFixture.ANNA).plan().digest())
        .as("nothing was done")
        .isEqualTo(planned.plan().digest());
    assertThat(erasing.act(planned, planned.plan(), false, Progress.SILENT).isWhole()).isTrue();
  }
}
