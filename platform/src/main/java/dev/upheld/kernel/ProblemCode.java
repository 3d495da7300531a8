package dev.upheld.kernel;

/**
 * One entry of the closed catalogue of things that can go wrong. Each package brings its own enum
 * of codes, so that a new kind of problem touches one folder.
 */
public interface ProblemCode {

  /** Who can mend it. */
  enum Owner {
    /** The person who wrote the file or typed the command. */
    USER,
    /** Whoever runs the system that was asked: a database, a partner. */
    PARTNER,
    /** Upheld itself; please report it. */
    UPHELD
  }

  /** Stable, short, kebab-case: scripts and searches rely on it. */
  String code();

  /** Who can mend it. */
  Owner owner();
}
