package dev.upheld.probe.tell;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Resolver {
  /** The machine's own. */
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /** All of them, never none. */
  List<InetAddress> addresses(String host) throws UnknownHostException;

  /**
   * The address to connect to: the very one that was checked, so that a name which points elsewhere
   * a moment later leads nowhere.
   *
   * @throws dev.upheld.kernel.ProblemException when any of the host's addresses is internal and the
   *     host was not allowed
   */
  default InetAddress safe(Webhook hook) {
    String host = hook.url().getHost();
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      List<InetAddress> all = addresses(bare);
      boolean allowed = hook.allowedHosts().contains(host);
      if (!allowed && !all.stream().allMatch(PublicAddresses::contains)) {
        throw TellProblem.INTERNAL.because(
            "The webhook " + hook.name() + " leads to an internal address.",
            "Name its host among the allowed ones if that is what you want.");
      }
      return all.getFirst();
    } catch (UnknownHostException e) {
      throw TellProblem.UNKNOWN_HOST.because(
          "The host of the webhook " + hook.name() + " has no address.",
          "Correct its name, or see that it resolves.");
    }
  }
}
