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

  /** Added in a table whose name may mean people, with or without personal columns beside. */
  static final double PERHAPS_PEOPLE = 1.25;

  /** Added where other columns of the table speak of two kinds of personal data or more. */
  static final double PERSONAL_ROW = 2;

  /** Added where one other column does. */
  static final double PERSONAL_BESIDE = 0.5;

  /** Added to a bare name beside a mail address. */
  static final double NAME_BESIDE_MAIL = 1.25;

  /** Added where a key says whose row it is, to what people write, leave behind or sign in with. */
  static final double SOMEBODYS_ROW = 1.5;

  /** Added in logs of visits and sessions to what a device leaves behind. */
  static final double VISITS_TABLE = 1.5;

  /** Added to a town or country beside a street or postal code. */
  static final double ADDRESS_BESIDE = 2;

  /** Machines have names and addresses, too. */
  static final double MACHINE_TABLE = -4;

  /** Organisations have names, addresses and telephones; nobody's, unless persons stand beside. */
  static final double ORGANISATION_TABLE = -1.5;

  /** Added to what surely reaches somebody, in tables of organisations without persons. */
  static final double ORGANISATION_STRONG = -2.5;

  /** Added to it in tables of things: a shop has a telephone. */
  static final double THING_STRONG = -3;

  /** Added to what people write in tables of messages, and to secrets in tables of them. */
  static final double OWN_TABLE = 1.5;

  /** A hint with words after it that are no form of it: {@code content_filtered}. */
  static final double GOES_ON = -1.5;

  /** A hint with words before it that speak of something else: {@code binding_name}. */
  static final double OF_SOMETHING_ELSE = -1.5;

  /** Who did it, in words: {@code created_by}. */
  static final double DONE_BY = 3;

  /** Added to a word for a user that stands alone. */
  static final double WHOLE_LOGIN = 1;

  /** Added where the row is a program that signs in: it has names and secrets, nobody's. */
  static final double PROGRAM = -3;

  /** The word for a person, holding text: {@code manager}. */
  static final double ROLE = 2.5;

  /** Who somebody is elsewhere: {@code facebook_user_id}. */
  static final double OUTSIDE_ID = 3;

  /** A foreign key: its value is another table's. */
  static final double REFERENCE = -3;

  /** Too short for words: {@code char(2)}. */
  static final double CODE_LENGTH = -1;

  /** As long as a UUID or digest, which names and sentences never exactly are. */
  static final double ID_LENGTH = -2;

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

  /** Many values hold a common name in the shape of one: half of it from a fifth on. */
  static final double NAMES = 2.5;

  /** Many values are a street with a number. */
  static final double STREETS = 2.5;

  /** Many values have the shape of VAT numbers; companies have them, and so do craftsmen. */
  static final double VAT = 1.5;

  /** Many values are positions; of shops, or of people. */
  static final double POSITION = 1.5;

  /** Codes, numbers or paths in a column whose name says nothing. */
  static final double CODES = -1.5;

  /** Dates spread like birth dates. */
  static final double BIRTH_LIKE = 2.5;

  /** Dates that cannot be birth dates. */
  static final double EVENT_LIKE = -2;

  /** The same few short words again and again. */
  static final double FEW_WORDS = -2;

  /** The same under a name that means personal data: titles, genders and countries repeat. */
  static final double FEW_WORDS_NAMED = -1;

  /** Values that look made by a machine. */
  static final double MACHINE_MADE = -1.5;

  private Weights() {}
}
