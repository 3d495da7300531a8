package dev.upheld.duty.request;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a request is. That its deadline was extended is a fact beside it, in any state. */
public enum State {
  /** It is here, and nobody has said who it comes from. */
  RECEIVED,
  /** There was a reasonable doubt, and the person was asked. */
  IDENTITY_ASKED,
  /** It is clear enough who asks. */
  IDENTITY_PROVED,
  /** What would be done in the systems is written down and counted. */
  PLANNED,
  /** A person agreed to exactly that plan. */
  APPROVED,
  /** It is being done. */
  RUNNING,
  /** Answered: every right kept, or some of them refused with a reason. */
  DONE,
  /** Answered: every right refused with a reason. */
  REFUSED,
  /** It belongs to a customer, who has it now. */
  FORWARDED,
  /** The person took it back. */
  WITHDRAWN;

  /** What somebody does to a request. */
  public enum Step {
    ASK_IDENTITY,
    PROVE,
    PLAN,
    APPROVE,
    RUN,
    FINISH,
    REFUSE,
    FORWARD,
    WITHDRAW
  }

  /** As tables, forms and programs write it: {@code identity-proved}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The state of a word; empty when there is none. */
  public static Optional<State> ofWord(String word) {
    return Arrays.stream(values()).filter(s -> s.word().equals(word)).findFirst();
  }

  /** Whether it still waits for an answer. */
  public boolean open() {
    return switch (this) {
      case RECEIVED, IDENTITY_ASKED, IDENTITY_PROVED, PLANNED, APPROVED, RUNNING -> true;
      case DONE, REFUSED, FORWARDED, WITHDRAWN -> false;
    };
  }

  /** Whether it is settled who asks; nothing of the person's data is touched before. */
  public boolean proved() {
    return switch (this) {
      case IDENTITY_PROVED, PLANNED, APPROVED, RUNNING -> true;
      case RECEIVED, IDENTITY_ASKED, DONE, REFUSED, FORWARDED, WITHDRAWN -> false;
    };
  }

  /**
   * The state after a step; empty when the step is not possible now. What runs cannot be stopped
   * halfway by refusing it, and what is ended stays ended. A request can be refused before it is
   * clear who asks: that this stays unclear may be the reason.
   */
  public Optional<State> after(Step step) {
    return switch (step) {
      case ASK_IDENTITY ->
          when(
              this == RECEIVED || this == IDENTITY_ASKED || this == IDENTITY_PROVED,
              IDENTITY_ASKED);
      case PROVE -> when(this == RECEIVED || this == IDENTITY_ASKED, IDENTITY_PROVED);
      case PLAN -> when(proved(), PLANNED);
      case APPROVE -> when(this == PLANNED, APPROVED);
      case RUN -> when(this == APPROVED || this == RUNNING, RUNNING);
      case FINISH -> when(proved(), DONE);
      case REFUSE -> when(open() && this != RUNNING, REFUSED);
      case FORWARD -> when(open() && this != RUNNING, FORWARDED);
      case WITHDRAW -> when(open() && this != RUNNING, WITHDRAWN);
    };
  }

  private static Optional<State> when(boolean possible, State then) {
    return possible ? Optional.of(then) : Optional.empty();
  }
}
