package dev.upheld.edge.console.view;

import java.util.List;

/**
 * New recovery codes, shown once. A link leads on; nothing is posted.
 *
 * @param codes as they are typed
 * @param next where the link leads: {@code /} after signing in, {@code /account} otherwise
 */
public record RecoveryCodes(List<String> codes, String next) implements View {
  public RecoveryCodes {
    codes = List.copyOf(codes);
  }
}
