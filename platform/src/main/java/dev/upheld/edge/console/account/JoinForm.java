package dev.upheld.edge.console.account;

import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of an accepted invitation, as sent. */
public record JoinForm(@Nullable String name, @Nullable String password, @Nullable String repeat) {
  private static final int LONGEST_NAME = 100;

  String called() {
    return Objects.requireNonNullElse(name, "").strip();
  }

  String secret() {
    return Objects.requireNonNullElse(password, "");
  }

  Map<String, FieldError> errors() {
    Map<String, FieldError> errors = new HashMap<>();
    if (called().isEmpty()) {
      errors.put("name", FieldError.of(Fault.REQUIRED));
    } else if (called().length() > LONGEST_NAME) {
      errors.put("name", FieldError.of(Fault.TOO_LONG, LONGEST_NAME));
    }
    if (!secret().equals(Objects.requireNonNullElse(repeat, ""))) {
      errors.put("repeat", FieldError.of(Fault.NOT_THE_SAME));
    }
    return errors;
  }

  @Override
  public String toString() {
    return "JoinForm";
  }
}
