package dev.upheld.charter.promise;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One checkable sentence of a charter. The family is closed: a new kind must be handled wherever
 * promises are handled, or it does not compile.
 */
public sealed interface Promise {

  /** What every promise has. */
  Header header();

  /** The part of Upheld that keeps it. */
  Duty duty();

  /** The kind as written in ids and output: {@code hold-only}. */
  String kind();

  default PromiseId id() {
    return header().id();
  }

  /**
   * Personal data is gone when its time is over.
   *
   * @param words the data words it speaks of; empty means all data of the activity
   * @param stage the stage it bounds ({@code active}, {@code archive}, {@code backup}); empty when
   *     the charter knows no stages
   * @param state the account state it applies to ({@code unverified}); empty for all
   * @param limit when it must be gone
   * @param atLeast whether it must also stay that long (legal duties to keep)
   * @param extensions what may keep a row longer
   * @param then the end action
   * @param warn how long before its end the person is told, the longest time first; what nobody was
   *     told of so long before does not go
   */
  record Keep(
      Header header,
      Set<String> words,
      Optional<String> stage,
      Optional<String> state,
      Limit limit,
      boolean atLeast,
      List<Extension> extensions,
      EndAction then,
      List<Term> warn)
      implements Promise {
    public Keep {
      words = Set.copyOf(words);
      extensions = List.copyOf(extensions);
      warn = List.copyOf(warn);
    }

    /** Of which nobody is told before. */
    public Keep(
        Header header,
        Set<String> words,
        Optional<String> stage,
        Optional<String> state,
        Limit limit,
        boolean atLeast,
        List<Extension> extensions,
        EndAction then) {
      this(header, words, stage, state, limit, atLeast, extensions, then, List.of());
    }

    @Override
    public Duty duty() {
      return Duty.RETENTION;
    }

    @Override
    public String kind() {
      return "keep";
    }
  }

  /**
   * A lawful or wished-for reason to keep a row longer.
   *
   * @param reason the word the data map binds: {@code own-wish}, {@code dispute}, {@code hold}
   * @param limit the later limit that then applies; empty when only the reason's own end counts
   */
  record Extension(String reason, Optional<Limit> limit) {}

  /**
   * People are told by mail before their data goes.
   *
   * @param keep the promise by which it goes
   * @param before how long before, the longest time first; at least one
   */
  record Warn(Header header, PromiseId keep, List<Term> before) implements Promise {
    public Warn {
      before = List.copyOf(before);
    }

    @Override
    public Duty duty() {
      return Duty.RETENTION;
    }

    @Override
    public String kind() {
      return "warn";
    }
  }

  /**
   * No other personal data is held for the activity than the charter lists.
   *
   * @param words the data words listed; empty on the company-wide promise that nothing personal
   *     lies outside the data map
   */
  record HoldOnly(Header header, Set<String> words) implements Promise {
    public HoldOnly {
      words = Set.copyOf(words);
    }

    @Override
    public Duty duty() {
      return Duty.SAFEGUARD;
    }

    @Override
    public String kind() {
      return "hold-only";
    }
  }

  /** Every value of a data word has the promised form. */
  record Form(Header header, String word, ValueForm form) implements Promise {
    @Override
    public Duty duty() {
      return Duty.SAFEGUARD;
    }

    @Override
    public String kind() {
      return "form";
    }
  }

  /** What must not be found where. */
  enum Forbidden {
    CARD_NUMBER,
    IBAN
  }

  /**
   * A kind of value is found nowhere.
   *
   * @param exceptWords data words that may hold it (invoices show IBANs lawfully)
   */
  record Absent(Header header, Forbidden what, Set<String> exceptWords) implements Promise {
    public Absent {
      exceptWords = Set.copyOf(exceptWords);
    }

    @Override
    public Duty duty() {
      return Duty.SAFEGUARD;
    }

    @Override
    public String kind() {
      return "absent";
    }
  }

  /**
   * Connections to the systems are encrypted.
   *
   * @param systems the systems meant; empty means all
   */
  record Encrypt(Header header, Set<String> systems) implements Promise {
    public Encrypt {
      systems = Set.copyOf(systems);
    }

    @Override
    public Duty duty() {
      return Duty.SAFEGUARD;
    }

    @Override
    public String kind() {
      return "encrypt";
    }
  }

  /**
   * The data of one activity cannot be joined with that of the others.
   *
   * @param apart the activities kept apart
   * @param from the activities they are kept apart from; empty means all others
   */
  record Apart(Header header, Set<String> apart, Set<String> from) implements Promise {
    public Apart {
      apart = Set.copyOf(apart);
      from = Set.copyOf(from);
    }

    @Override
    public Duty duty() {
      return Duty.SAFEGUARD;
    }

    @Override
    public String kind() {
      return "apart";
    }
  }

  /**
   * Something people can use, such as a second factor.
   *
   * @param what the word the data map binds as a state: {@code second-factor}
   */
  record Offer(Header header, String what, Set<String> subjects) implements Promise {
    public Offer {
      subjects = Set.copyOf(subjects);
    }

    @Override
    public Duty duty() {
      return Duty.SAFEGUARD;
    }

    @Override
    public String kind() {
      return "offer";
    }
  }

  /**
   * Data of some people lies only in some countries, or only on the company's own systems.
   *
   * @param countries ISO 3166-1 alpha-2 codes where it may lie; groups such as {@code EU} are
   *     already expanded by the law in force
   * @param subjects whose data; empty means everybody's
   * @param residents only people residing in these countries; empty means wherever they reside
   * @param activities only these activities; empty means all
   * @param own whether the company runs the systems itself; then {@code countries} may be empty,
   *     which means anywhere
   * @param dedicated whether it is turned round: systems in these countries hold data of these
   *     residents only
   */
  record Locate(
      Header header,
      Set<String> countries,
      Set<String> subjects,
      Set<String> residents,
      Set<String> activities,
      boolean own,
      boolean dedicated)
      implements Promise {
    public Locate {
      countries = Set.copyOf(countries);
      subjects = Set.copyOf(subjects);
      residents = Set.copyOf(residents);
      activities = Set.copyOf(activities);
    }

    @Override
    public Duty duty() {
      return Duty.RESIDENCY;
    }

    @Override
    public String kind() {
      return "locate";
    }
  }

  /**
   * Data goes only to the recipients listed, each bound as stated.
   *
   * @param recipients their words; empty means nobody
   * @param shares within which bounds each receives it
   * @param unless the case in which it may go further, in words
   */
  record ShareOnly(
      Header header, Set<String> recipients, Set<Share> shares, Optional<String> unless)
      implements Promise {
    public ShareOnly {
      recipients = Set.copyOf(recipients);
      shares = Set.copyOf(shares);
    }

    /** Recipients without bounds. */
    public ShareOnly(Header header, Set<String> recipients) {
      this(header, recipients, Set.of(), Optional.empty());
    }

    @Override
    public Duty duty() {
      return Duty.SUPPLIER;
    }

    @Override
    public String kind() {
      return "share-only";
    }
  }

  /**
   * Somebody is told of something.
   *
   * @param of what happened
   * @param whom subject words, {@code authority}, {@code customers}, {@code public}
   * @param within how fast; empty for "without undue delay"
   * @param before how long before the change; empty when it may be told afterwards
   */
  record Tell(
      Header header, News of, Set<String> whom, Optional<Term> within, Optional<Term> before)
      implements Promise {
    public Tell {
      whom = Set.copyOf(whom);
    }

    @Override
    public Duty duty() {
      return switch (of) {
        case SUPPLIER_CHANGE -> Duty.SUPPLIER;
        case REVISION -> Duty.NOTICE;
        case BREACH -> Duty.BREACH;
      };
    }

    @Override
    public String kind() {
      return "tell";
    }
  }

  /** What people are told of. */
  enum News {
    SUPPLIER_CHANGE,
    REVISION,
    BREACH
  }

  /** Consent is on record before the processing. */
  record AskFirst(Header header, String purpose) implements Promise {
    @Override
    public Duty duty() {
      return Duty.CONSENT;
    }

    @Override
    public String kind() {
      return "ask-first";
    }
  }

  /**
   * People can refuse.
   *
   * @param by how: {@code opt-out}, {@code unsubscribe}
   * @param visits whether it is about audience measurement
   */
  record Refuse(Header header, String by, boolean visits) implements Promise {
    @Override
    public Duty duty() {
      return visits ? Duty.AUDIENCE : Duty.CONSENT;
    }

    @Override
    public String kind() {
      return "refuse";
    }
  }

  /**
   * A right is answered in time.
   *
   * @param right id of the right: {@code access}
   * @param within the longest time for an answer; empty for "without undue delay"
   * @param byLaw whether a law in force gives the right; otherwise the promise alone does
   * @param bounds for whom, how often, how far back
   */
  record Answer(
      Header header, String right, Optional<Term> within, boolean byLaw, AnswerBounds bounds)
      implements Promise {

    /** A right without bounds. */
    public Answer(Header header, String right, Optional<Term> within, boolean byLaw) {
      this(header, right, within, byLaw, AnswerBounds.NONE);
    }

    @Override
    public Duty duty() {
      return Duty.REQUEST;
    }

    @Override
    public String kind() {
      return "answer";
    }
  }

  /** So many times in so long. */
  record Quota(int times, Term per) {}

  /** Audience is counted so and not otherwise. */
  record Count(Header header, Set<String> measures) implements Promise {
    public Count {
      measures = Set.copyOf(measures);
    }

    @Override
    public Duty duty() {
      return Duty.AUDIENCE;
    }

    @Override
    public String kind() {
      return "count";
    }
  }

  /** Events are logged and alerts raised. */
  record Watch(Header header, Set<String> events) implements Promise {
    public Watch {
      events = Set.copyOf(events);
    }

    @Override
    public Duty duty() {
      return Duty.SECURITYLOG;
    }

    @Override
    public String kind() {
      return "watch";
    }
  }

  /**
   * The charter itself states something the law asks to be stated.
   *
   * @param what {@code role}, {@code basis}, {@code purpose}, {@code source}, {@code authority},
   *     {@code contact}, {@code automated-decisions}
   * @param value what is declared, in the charter's words
   * @param documents paths inside the workspace that must exist and not be empty
   */
  record Declare(Header header, String what, String value, List<String> documents)
      implements Promise {
    public Declare {
      documents = List.copyOf(documents);
    }

    @Override
    public Duty duty() {
      return Duty.NOTICE;
    }

    @Override
    public String kind() {
      return "declare";
    }
  }

  /** The published notice says what the charter says. */
  record Publish(Header header, Set<String> languages) implements Promise {
    public Publish {
      languages = Set.copyOf(languages);
    }

    @Override
    public Duty duty() {
      return Duty.NOTICE;
    }

    @Override
    public String kind() {
      return "publish";
    }
  }

  /** A person looks again and again, and signs. */
  record Review(Header header, String what, Optional<Term> every) implements Promise {
    @Override
    public Duty duty() {
      return Duty.RISK;
    }

    @Override
    public String kind() {
      return "review";
    }
  }
}
