package dev.upheld.engine;

import dev.upheld.datamap.read.References;
import dev.upheld.datamap.workspace.Workspace;
import dev.upheld.datamap.workspace.Workspaces;
import dev.upheld.kernel.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Plans and acts as {@code upheld request run} does, and stops for ever at one moment. */
final class KilledMain {
  static final String STOPPED = "STOPPED";
  static final String DONE = "DONE";

  private KilledMain() {}

  /**
   * @param args the workspace, the file of the approved plan, whom, and at which moment
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int at = Integer.parseInt(args[3]);
    Workspace workspace =
        Workspaces.read(
                folder,
                References.machine().overlaid(Map.of("SECRET", System.getenv("SHOP_SECRET"))))
            .workspace()
            .orElseThrow();
    Counting counting = new Counting(moment -> stopAt(moment, at));
    Erasing erasing = ShopFixture.erasing(entry -> counting.around(ShopFixture.open(entry)));
    Planned planned =
        erasing.plan(
            workspace,
            Subject.of(Map.of("email", args[2])),
            ErasureOrder.on(ErasureGround.PROMISE),
            Progress.SILENT);
    Plan approved = PlanJson.kept(Files.readString(Path.of(args[1])));
    erasing.act(planned, approved, false, Progress.SILENT);
    say(DONE);
  }

  private static void stopAt(int moment, int at) {
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
