package dev.upheld.engine;

import dev.upheld.app.serve.OutboxFolders;
import dev.upheld.connect.act.ActSession;
import dev.upheld.connect.http.HttpPartners;
import dev.upheld.connect.http.Waiting;
import dev.upheld.connect.partner.PartnerSession;
import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.kernel.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Plans and acts as {@code upheld request run} does, and stops for ever at one moment. */
final class KilledMain {
  static final String STOPPED = "STOPPED";
  static final String PLANNED = "PLANNED";
  static final String DONE = "DONE";

  private static final long FRESH = Long.MAX_VALUE;

  private KilledMain() {}

  /**
   * Reads the moment to stop at from its input, so that it can be started ahead.
   *
   * @param args the workspace, the file of the approved plan, whom, the home with the outbox, and
   *     how many rows one transaction takes
   */
  public static void main(String[] args) throws IOException {
    Workspace workspace =
        Workspaces.read(
                Path.of(args[0]),
                References.machine()
                    .overlaid(
                        Map.of(
                            "SECRET",
                            System.getenv("SHOP_SECRET"),
                            "STRIPE_KEY",
                            System.getenv("STRIPE_KEY"))))
            .workspace()
            .orElseThrow();
    int at = moment();
    Counting counting = new Counting((moment, name) -> reached(moment, name, at));
    Erasing erasing = counted(counting, Path.of(args[3]), Long.parseLong(args[4]));
    Planned planned =
        erasing.plan(
            workspace,
            Subject.of(Map.of("email", args[2])),
            ErasureOrder.on(ErasureGround.PROMISE),
            Progress.SILENT);
    say(PLANNED);
    Plan approved = PlanJson.kept(Files.readString(Path.of(args[1])));
    erasing.act(planned, approved, false, Progress.SILENT);
    say(DONE);
  }

  private static int moment() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    return Integer.parseInt(in.readLine());
  }

  /** Erasing with the outbox of a server; every call to anything outside is a moment. */
  static Erasing counted(Counting counting, Path home, long most) {
    Waiting time = new Waiting(ShopFixture.NOW);
    return ShopFixture.erasing(
            entry -> counting.around(ActSession.class, ShopFixture.open(entry)),
            new Partnering(
                entry ->
                    counting.around(PartnerSession.class, new HttpPartners(time, time).open(entry)),
                counting.around(Outbox.class, OutboxFolders.in(home)),
                time))
        .in(new Manner(most, FRESH, () -> false));
  }

  private static void reached(int moment, String name, int at) {
    if (name.startsWith(Counting.ERASE)) {
      say(name);
    }
    if (moment == at) {
      say(STOPPED);
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static void say(String word) {
    System.out.println(word);
    System.out.flush();
  }
}
