package dev.upheld.datamap.links;

/**
 * Every number of the search for links, in one place. Evidence for a pair of columns adds up; what
 * reaches {@link #PROPOSED} is proposed, if no other target of the same column has more.
 */
final class LinkWeights {
  /** From here on a link is proposed. */
  static final double PROPOSED = 3;

  /** The column names the table: {@code customer_id} and {@code customers}. */
  static final double NAMES_TABLE = 3.2;

  /** The table's name and a role before it: {@code billing_address_id} and {@code addresses}. */
  static final double ROLE_AND_TABLE = 3;

  /** What follows the words that both tables begin with: {@code item_id} in an order's tables. */
  static final double WITHIN_MODULE = 3.2;

  /** The end of the table's name, whose beginning many tables have: {@code shop_customer}. */
  static final double AFTER_MODULE = 2.8;

  /** The end of the table's name: {@code plan_id} and {@code subscription_plan}. */
  static final double END_OF_TABLE = 2.3;

  /** The table's name and more after it, as Romance languages put it: {@code client_payeur_id}. */
  static final double TABLE_AND_ROLE = 2.3;

  /** The same with a word that need not be a role: {@code utilisateur_auteur_id}. */
  static final double TABLE_AND_WORD = 1.9;

  /** A role and the end of the table's name, whose beginning says little. */
  static final double ROLE_AND_END = 2.5;

  /** The same where the beginning may say something. */
  static final double ROLE_AND_ANY_END = 2.1;

  /** A history's pointer to what it is a history of: {@code target_id} in account_history. */
  static final double HISTORY_OF = 2.8;

  /** A shortened name: {@code cust_id} and {@code customers}. */
  static final double SHORTENED = 2.1;

  /** The very name of the key over there, which few tables have. */
  static final double NAME_OF_KEY = 3;

  /** The name of the key over there, after a role: {@code manager_staff_id}. */
  static final double ROLE_AND_KEY = 2.8;

  /** A row of the same table: {@code parent_id}. */
  static final double SAME_TABLE = 2.8;

  /** What a person did or is to the row: {@code author_id} and {@code users}. */
  static final double PERSONS_ROLE = 2.4;

  /** Nothing in the name says that it is a key: {@code department} and {@code departments}. */
  static final double NO_KEY_WORD = -0.4;

  /** The same, in a database whose links have such words. */
  static final double NO_KEY_WORD_ODD = -0.7;

  /** The same, in a database whose links have none. */
  static final double NO_KEY_WORD_HERE = 0.4;

  /** Over there is a table called after two others, which rows rarely point at. */
  static final double JOINS = -0.5;

  /** A role and no key word, where links have one: {@code verify_host} is a switch. */
  static final double NO_KEY_WORD_AGAINST = -1;

  /**
   * No key word and a text, which can say anything: {@code city} need not be a row of {@code
   * cities}.
   */
  static final double NO_KEY_WORD_TEXT = -0.9;

  /** The word for key is the one over there: {@code _id} and {@code id}. */
  static final double KEY_WORD_FITS = 0.4;

  /** It is another one. */
  static final double KEY_WORD_DIFFERS = -1.2;

  /** Over there is the primary key. */
  static final double PRIMARY = 0.4;

  /** Over there is unique. */
  static final double UNIQUE = 0.2;

  /** Over there only looks like a key: nothing makes it unique. */
  static final double LOOKS_LIKE_KEY = -0.5;

  /** An index here begins with the column. */
  static final double INDEXED = 0.4;

  /** The types can hold the same but are not of one family. */
  static final double TYPES_DIFFER = -0.7;

  /** Texts of a little, and of very different length: keys are copied with their type. */
  static final double LENGTHS_DIFFER = -0.4;

  static final double LENGTHS_FAR_APART = -1.6;

  /** Both are UUIDs, or texts as long as one, which hold nothing else by habit. */
  static final double TYPE_OF_KEYS = 0.5;

  /** For each word of the table's name after the first: the longer name is meant. */
  static final double LONGER = 0.2;

  /** Both tables begin with the same word. */
  static final double SAME_MODULE = 0.3;

  /** The other table lies in another schema. */
  static final double OTHER_SCHEMA = -0.3;

  /** Another table fits as well. */
  static final double AMBIGUOUS = -1.2;

  /** How near two targets must be to be called as good as each other. */
  static final double AS_GOOD = 0.15;

  /** Nearly all values are over there; small whole numbers are in many tables. */
  static final double VALUES_FOUND_NUMBER = 0.8;

  /** The same for texts and UUIDs, which do not meet by chance. */
  static final double VALUES_FOUND = 2;

  /** Too many values are missing over there. */
  static final double VALUES_MISSING = -1.5;

  /** Most are missing. */
  static final double VALUES_STRANGE = -4;

  /** Only values speak: texts or UUIDs that are all in one key and in no other. */
  static final double ONLY_VALUES = 3.2;

  /** Only values speak, and they are numbers; an index must speak too. */
  static final double ONLY_NUMBERS = 2.7;

  /** All columns of a key of several columns. */
  static final double WHOLE_KEY = 3.4;

  /** From this share on values count as found. */
  static final double FOUND = 0.95;

  /** Below this share most are missing. */
  static final double STRANGE = 0.5;

  /** From this share on a table may be one of several that a column points at. */
  static final double ONE_OF_SEVERAL = 0.05;

  /** Between systems: both columns hold e-mail addresses, or official numbers. */
  static final double ACROSS_EMAIL = 2.2;

  /** Both hold ids of devices or bank accounts. */
  static final double ACROSS_DEVICE = 1.8;

  /** Both hold logins, which people choose alike. */
  static final double ACROSS_LOGIN = 1.5;

  /** Both hold telephone numbers, which are written in many ways and shared at home. */
  static final double ACROSS_PHONE = 1.2;

  /** A name speaks of the people whose number lies in the other system. */
  static final double ACROSS_NUMBER = 2.4;

  /** With another word for number: a customer's number is not the number of its row. */
  static final double ACROSS_OTHER_WORD = -0.6;

  /** The charter's same group of people on both sides. */
  static final double ACROSS_SAME_PEOPLE = 0.6;

  /** Different groups: the same person may be in both, but who says so. */
  static final double ACROSS_OTHER_PEOPLE = -1.5;

  /** Both columns are called the same. */
  static final double ACROSS_SAME_NAME = 0.3;

  /** The column is the key of a table of people here, and nothing shows that it is more. */
  static final double ACROSS_OWN_KEY = -1;

  /** At least half the values of the smaller column are in both. */
  static final double ACROSS_FOUND = 2.5;

  /** A good part of them. */
  static final double ACROSS_PARTLY = 1.5;

  /** Most of those in both are small whole numbers. */
  static final double ACROSS_SMALL = 0.3;

  /** From this share on values of different systems count as found. */
  static final double ACROSS_MANY = 0.5;

  /** Below this share they say nothing. */
  static final double ACROSS_SOME = 0.15;

  /** Below this share the columns are strangers. */
  static final double ACROSS_STRANGE = 0.02;

  /** Fewer values in both may be mailboxes of a desk, and test accounts. */
  static final long ACROSS_FEWEST = 10;

  private LinkWeights() {}

  /** Evidence as a figure from 0 to 1: one half where links begin to be proposed, and rising. */
  static double confidence(double evidence) {
    double steep = 1.6;
    double exact = 1 / (1 + Math.exp(-steep * (evidence - PROPOSED) - 0.4));
    return Math.round(Math.min(0.99, exact) * 100) / 100.0;
  }
}
