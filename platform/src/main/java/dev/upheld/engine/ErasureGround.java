package dev.upheld.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why data must go: the grounds of GDPR Art. 17(1), and the company's own promise. */
public enum ErasureGround {
  /** Art. 17(1)(a). */
  NO_LONGER_NECESSARY,
  /** Art. 17(1)(b): reaches what rests on consent. */
  CONSENT_WITHDRAWN,
  /** Art. 17(1)(c): reaches what rests on legitimate interest or a public task. */
  OBJECTED,
  /** Art. 17(1)(d). */
  UNLAWFUL,
  /** Art. 17(1)(e). */
  LEGAL_DUTY,
  /** Art. 17(1)(f): collected while a child used a service. */
  CHILD,
  /** The charter promises it without asking for a ground. */
  PROMISE,
  /** The person died, and left no other instructions (LIL Art. 85). */
  DEATH;

  /** As written in files and commands: {@code no-longer-necessary}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By its {@link #id()}. */
  public static Optional<ErasureGround> of(String id) {
    return Arrays.stream(values()).filter(g -> g.id().equals(id)).findFirst();
  }
}
