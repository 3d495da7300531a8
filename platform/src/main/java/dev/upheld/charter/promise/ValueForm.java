package dev.upheld.charter.promise;

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
   */
  record Matching(String regex) implements ValueForm {
    @Override
    public String id() {
      return "matches " + regex;
    }
  }
}
