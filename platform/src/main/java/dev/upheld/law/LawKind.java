package dev.upheld.law;

/** Law errs, guidance warns. */
public enum LawKind {
  /** A statute, regulation, decree or judgment: going against it is an error. */
  LAW("law"),
  /** What an authority recommends: going against it is worth a warning. */
  GUIDANCE("guidance");

  private final String id;

  LawKind(String id) {
    this.id = id;
  }

  /** As written in packs. */
  public String id() {
    return id;
  }
}
