package dev.upheld.connect.http;

import dev.upheld.connect.ConnectProblem;
import dev.upheld.connect.partner.PartnerSession;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.partner.PartnerAccess;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.ProblemException;
import dev.upheld.kernel.Secret;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/** Opens lines to partners. Asks nothing yet: the first call shows whether somebody answers. */
public final class HttpPartners {
  private final InstantSource clock;
  private final Pauses pauses;

  /**
   * @param clock for the pace of calls
   */
  public HttpPartners(InstantSource clock, Pauses pauses) {
    this.clock = clock;
    this.pauses = pauses;
  }

  /**
   * A line to a system that is a partner with a file.
   *
   * @throws ProblemException when it is none, or its key is not at hand
   */
  public PartnerSession open(SystemEntry entry) {
    PartnerAccess access = entry.partner().orElseThrow(unfit(entry));
    Troubles troubles = new Troubles(access.partner().title(), entry.id());
    Optional<Secret<String>> key = access.key();
    if (key.isEmpty()) {
      throw new ProblemException(
          access.unreachable().orElseGet(() -> troubles.status(401).problems().getFirst()));
    }
    Caller caller = new Caller(access.partner(), key.get(), troubles, clock, pauses);
    return new HttpPartner(access.partner(), caller, new Addresses(access.address()), troubles);
  }

  private static Supplier<ProblemException> unfit(SystemEntry entry) {
    return () ->
        new ProblemException(
            Problem.of(
                ConnectProblem.UNFIT,
                "System " + entry.id() + " is no partner with a key.",
                "Give it a kind with a partner's file, and a key by reference."));
  }
}
