package dev.upheld.edge.console.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One's own API tokens. Forms: {@code POST /tokens/create}: {@code name}, {@code scope=WORD}
 * (several), {@code until} (a date, {@code 2027-01-31}; the last day on which it works); {@code
 * POST /tokens/revoke}: {@code token=ID}.
 *
 * @param tokens newest first
 * @param grantable what may be granted: {@code promises.read}
 * @param fresh the token made just now, shown this once
 * @param name what was entered before
 * @param chosen scopes chosen before
 * @param until what was entered before, or the date proposed
 * @param errors by field: {@code name}, {@code until}, {@link FieldError#FORM}, and {@code scope}
 */
public record Tokens(
    List<Token> tokens,
    List<String> grantable,
    Optional<String> fresh,
    String name,
    Set<String> chosen,
    String until,
    Map<String, FieldError> errors)
    implements View {
  public Tokens {
    tokens = List.copyOf(tokens);
    grantable = List.copyOf(grantable);
    chosen = Set.copyOf(chosen);
    errors = Map.copyOf(errors);
  }

  /**
   * One token, without its secret.
   *
   * @param id what forms send
   * @param beginning the first characters, to tell it from others: {@code upheld_3fA9}
   * @param used when it was last used; empty for never
   */
  public record Token(
      String id,
      String name,
      String beginning,
      List<String> scopes,
      Instant made,
      Instant until,
      Optional<Instant> used) {
    public Token {
      scopes = List.copyOf(scopes);
    }
  }
}
