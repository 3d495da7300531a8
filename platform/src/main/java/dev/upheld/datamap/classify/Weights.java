package dev.upheld.datamap.classify;

/** Every number of the judgement, in one place. Evidence adds up; thresholds cut the sum. */
final class Weights {
  /** From here on a column is personal. */
  static final double PERSONAL = 3;

  /** Below this it is not; between the two a person has to look. */
  static final double UNSURE = 0.5;

  /** A name that means one kind of personal data and nothing else: {@code date_naissance}. */
  static final double CERTAIN_NAME = 4;

  /** A name that nearly always means it: {@code phone}. */
  static final double LIKELY_NAME = 3;

  /** A name that means it where people are the subject: {@code name}, {@code city}. */
  static final double HINT_NAME = 1;

  /** Added to a hint in a table of people. */
  static final double PEOPLE_TABLE = 2.5;

  /** Added to a hint in a table of what people order and write: not enough to be sure. */
  static final double DEALINGS_TABLE = 0.75;

  /** Added to a hint in a table of things or words. */
  static final double THING_TABLE = -2.5;

  /** A comment counts less than a name: it explains at length. */
  static final double COMMENT = 0.7;

  /** A name that technical columns have: {@code created_at}, {@code status}. */
  static final double TECHNICAL_NAME = -3;

  /** The name points at something the type cannot hold: {@code email_verified} as boolean. */
  static final double WRONG_TYPE = -3;

  /** Nothing but the type is known: text may say anything. */
  static final double WORDY_TYPE = 1;

  /** Bytes may be a picture. */
  static final double BYTES_TYPE = 1;

  /** A day may be a birthday. */
  static final double DATE_TYPE = 0.75;

  /** A moment hardly is. */
  static final double MOMENT_TYPE = -0.5;

  /** Numbers, yes or no, keys. */
  static final double NUMBER_TYPE = -1;

  /** A network address is somebody's. */
  static final double ADDRESS_TYPE = 3.5;

  /** Most sampled values are of one personal kind. */
  static final double MOST_VALUES = 4;

  /** Some are. */
  static final double SOME_VALUES = 2.5;

  /** A few are: people write such things into free text. */
  static final double FEW_VALUES = 1;

  /** Dates spread like birth dates. */
  static final double BIRTH_LIKE = 2.5;

  /** Dates that cannot be birth dates. */
  static final double EVENT_LIKE = -2;

  /** The same few short words again and again. */
  static final double FEW_WORDS = -2;

  /** Values that look made by a machine. */
  static final double MACHINE_MADE = -1.5;

  private Weights() {}
}
