package dev.upheld.duty.safeguard;

import dev.upheld.charter.promise.Promise;
import dev.upheld.charter.promise.Promise.Encrypt;
import dev.upheld.connect.Answer.TransportFacts;
import dev.upheld.connect.Question;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.probe.Observation;
import dev.upheld.probe.PlanBuilder;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Prober;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import dev.upheld.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks at its own line, and whether the system would let somebody in without encryption. What
 * other clients do cannot be seen; that the system refuses a line in clear shows it for all. To an
 * archive of files there is none, be its disk here or elsewhere: what goes there is sealed before.
 */
final class EncryptProber implements Prober {

  @Override
  public boolean measures(Promise promise) {
    return promise instanceof Encrypt;
  }

  @Override
  public ProbePlan plan(Promise promise, Scene scene) {
    Encrypt encrypt = (Encrypt) promise;
    PlanBuilder plan = new PlanBuilder(scene);
    Map<String, SystemEntry> known = scene.map().systems();
    for (String system : encrypt.systems().stream().sorted().toList()) {
      if (!known.containsKey(system)) {
        plan.gap(system, "systems.yaml does not list this system. Declare it there.");
      }
    }
    List<SystemEntry> systems =
        scene.systems().stream().filter(entry -> concerns(encrypt, entry)).toList();
    if (systems.isEmpty() && encrypt.systems().isEmpty()) {
      plan.gap("", "No system can be asked. Declare the databases in systems.yaml.");
    }
    if (encrypt.systems().isEmpty()) {
      scene.systems().stream()
          .filter(entry -> !systems.contains(entry))
          .forEach(e -> plan.found(Outcome.CLEAN, e.id(), "not asked: nothing connects to it"));
    }
    for (SystemEntry entry : systems) {
      if (plan.system(entry)) {
        plan.ask(entry.id(), entry.id(), new Question.Transport());
      }
    }
    return plan.build();
  }

  /** Where none are named, all that can be asked; a partner's own lines are not ours to see. */
  private static boolean concerns(Encrypt encrypt, SystemEntry entry) {
    return encrypt.systems().isEmpty()
        ? entry.access().isPresent() || entry.unreachable().isPresent()
        : encrypt.systems().contains(entry.id());
  }

  @Override
  public Observation judge(Promise promise, ProbePlan plan, List<Reply> replies, Scene scene) {
    Sheet sheet = new Sheet(plan);
    List<String> folders = new ArrayList<>();
    for (Reply reply : replies) {
      sheet
          .read(reply, TransportFacts.class)
          .ifPresent(
              facts -> {
                if (facts.isFolder()) {
                  folders.add(reply.inquiry().system());
                  sheet.figure("protocol", "none: a folder of sealed files", folders.getLast());
                } else {
                  judge(reply.inquiry().system(), facts, sheet);
                }
              });
    }
    return sheet.observe(clean(sheet, folders, replies.size() - folders.size()));
  }

  private static String clean(Sheet sheet, List<String> folders, int lines) {
    if (folders.isEmpty()) {
      return "The line to "
          + sheet.places()
          + " systems is encrypted, and lines in clear are refused.";
    }
    String open =
        lines == 0
            ? ""
            : "The line to "
                + Wording.count(lines, "system", "systems")
                + " is encrypted, and lines in clear are refused. ";
    return open
        + "No line leads to "
        + String.join(", ", folders)
        + ": files in folders, sealed before they are written.";
  }

  private static void judge(String system, TransportFacts facts, Sheet sheet) {
    sheet.figure("protocol", facts.protocol().orElse("none: in clear"), system);
    if (!facts.encrypted()) {
      sheet.violated("The line to " + system + " is in clear.");
      sheet.advise(
          "Switch encryption on in " + system + ", then set tls: require in systems.yaml.");
    } else if (facts.clearRefused().isEmpty()) {
      sheet.unseen(
          system,
          "Whether it refuses a line in clear could not be found out. Allow one attempt, or let an"
              + " administrator require encryption for all accounts.");
    } else if (!facts.clearRefused().get()) {
      sheet.unseen(
          system,
          "Our line is encrypted, but the system would accept one in clear, so other lines may be."
              + " Require encryption in the server (hostssl in pg_hba.conf, or"
              + " require_secure_transport).");
    }
  }
}
