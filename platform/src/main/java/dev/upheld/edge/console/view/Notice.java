package dev.upheld.edge.console.view;

/** What the last act did, told once at the top of the next page. */
public enum Notice {
  PREFERENCES_SAVED(Tone.DONE),
  SIGNED_OUT(Tone.DONE),
  /** The session ended by itself; whoever comes back signs in again. */
  SESSION_OVER(Tone.TOLD),
  PASSWORD_CHANGED(Tone.DONE),
  SESSION_ENDED(Tone.DONE),
  OTHER_SESSIONS_ENDED(Tone.DONE),
  SECOND_FACTOR_ON(Tone.DONE),
  SECOND_FACTOR_OFF(Tone.DONE),
  RECOVERY_CODES_RENEWED(Tone.DONE),
  /** A recovery code was used to sign in: it cannot be used again. */
  RECOVERY_CODE_USED(Tone.TOLD),
  INVITATION_SENT(Tone.DONE),
  INVITATION_WITHDRAWN(Tone.DONE),
  RESET_SENT(Tone.DONE),
  ROLE_CHANGED(Tone.DONE),
  PERSON_DISABLED(Tone.DONE),
  PERSON_ENABLED(Tone.DONE),
  PERSON_ERASED(Tone.DONE),
  /** Refused: somebody must be left who can manage people. */
  LAST_OFFICER(Tone.REFUSED),
  /** Refused: nobody disables or demotes themselves. */
  NOT_YOURSELF(Tone.REFUSED),
  TOKEN_REVOKED(Tone.DONE),
  HOLD_SET(Tone.DONE),
  /** Rows are on hold. */
  HOLD_SET_ROWS(Tone.DONE),
  HOLD_LIFTED(Tone.DONE),
  HOLD_REVIEWED(Tone.DONE),
  REVIEW_KEPT(Tone.DONE),
  REVIEW_ENDING(Tone.DONE),
  /** The dry run goes on in the background. */
  RETENTION_LOOKING(Tone.TOLD),
  RETENTION_RELEASED(Tone.DONE),
  RETENTION_PAUSED(Tone.DONE),
  RETENTION_RESUMED(Tone.DONE),
  /** The run goes on in the background. */
  RETENTION_RUNS(Tone.TOLD),
  RETENTION_COUNTING(Tone.TOLD),
  /** The invitation or reset link was used, withdrawn or is too old. */
  LINK_SPENT(Tone.REFUSED),
  ACKNOWLEDGED(Tone.DONE),
  ASSIGNED(Tone.DONE),
  COMMENTED(Tone.DONE),
  ATTESTED(Tone.DONE),
  /** The measurement goes on in the background. */
  PROVING(Tone.TOLD),
  PROVED(Tone.DONE),
  /** The data map was changed as decided. */
  MAP_DECIDED(Tone.DONE),
  REQUEST_OPENED(Tone.DONE),
  REQUEST_CHANGED(Tone.DONE),
  /** It was no request; what it says is erased here. */
  MAIL_REFUSED(Tone.DONE),
  /** Somebody else decided about this mail. */
  NO_SUCH_MAIL(Tone.REFUSED),
  NO_SUCH_REQUEST(Tone.REFUSED),
  /** Nothing was done: the form was not complete. */
  NOT_DONE(Tone.REFUSED);

  private final Tone tone;

  Notice(Tone tone) {
    this.tone = tone;
  }

  /** How it is told. */
  public Tone tone() {
    return tone;
  }

  /** How a notice is told. */
  public enum Tone {
    DONE,
    TOLD,
    REFUSED
  }
}
