package dev.upheld.charter.promise;

import java.util.Optional;

/** The form every value of a data word must have. */
public sealed interface ValueForm {

  /** As written in the charter: {@code ip-half}. */
  String id();

  /** Only the first half of an IP address: IPv4 ends in two zero octets, IPv6 is zero after /48. */
  record HalfIp() implements ValueForm {
    @Override
    public String id() {
      return "ip-half";
    }
  }

  /** A salted, slow password hash in a recognised format. */
  record PasswordHash() implements ValueForm {
    @Override
    public String id() {
      return "password-hash";
    }
  }

  /**
   * A regular expression (java.util.regex) that the whole value must match.
   *
   * @param regex validated when the charter is read
   * @param when the state of rows it holds for, a word the data map binds; empty means all rows
   */
  record Matching(String regex, Optional<String> when) implements ValueForm {
    /** For all rows. */
    public Matching(String regex) {
      this(regex, Optional.empty());
    }

    @Override
    public String id() {
      return "matches " + regex + when.map(" when "::concat).orElse("");
    }
  }
}
