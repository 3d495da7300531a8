package dev.upheld.app.serve;

import dev.upheld.access.Access;
import dev.upheld.discover.review.Disclosure;
import dev.upheld.edge.console.account.AccountDoor;
import dev.upheld.edge.console.account.AssetsDoor;
import dev.upheld.edge.console.account.PasswordDoor;
import dev.upheld.edge.console.account.PeopleDoor;
import dev.upheld.edge.console.account.SignInDoor;
import dev.upheld.edge.console.account.TokensDoor;
import dev.upheld.journal.ReferenceId;
import dev.upheld.probe.board.StoreBoard;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jooq.DSLContext;

/** Signing in, accounts, people, tokens. */
final class PeopleModule implements Module {
  private static final Logger LOG = Logger.getLogger(PeopleModule.class.getName());
  private static final Duration TIDYING = Duration.ofHours(1);

  private final Access access;
  private final List<Object> controllers;
  private final ScheduledExecutorService tidying =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("tidy").factory());

  PeopleModule(Foundation on, Console console) {
    access = on.access();
    String company = on.workspace().charter().organisation().company().name();
    SignInDoor signIn = new SignInDoor(access, console.cookies(), console.origins());
    controllers =
        List.of(
            signIn,
            new PasswordDoor(access, console.origins(), signIn, company),
            new AccountDoor(access, console.cookies(), console.origins()),
            new PeopleDoor(access, PeopleModule::forget),
            new TokensDoor(access, on.clock(), on.workspace().zone()),
            new AssetsDoor(console.assets()));
  }

  @Override
  public List<Object> controllers() {
    return controllers;
  }

  @Override
  public void start() {
    var _ =
        tidying.scheduleWithFixedDelay(
            this::tidy, TIDYING.toMillis(), TIDYING.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tidy() {
    try {
      access.tidy();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Tidying waits: {0}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    tidying.shutdownNow();
  }

  /** Who somebody was, wherever Upheld keeps that they did something. */
  private static void forget(DSLContext tx, ReferenceId person) {
    StoreBoard.forget(tx, person);
    Disclosure.forget(tx, person);
  }
}
