package dev.upheld.connect;

import java.util.List;

/**
 * How well an account is fitted to prove.
 *
 * @param facts what was found, for people: product, account, encryption
 * @param missing what it lacks, one sentence each; empty means nothing
 * @param excess what it may do beyond reading, one sentence each; empty means least privilege holds
 * @param script statements for an administrator that grant just what is missing; empty when nothing
 *     is
 */
public record Checkup(
    List<String> facts, List<String> missing, List<String> excess, List<String> script) {
  public Checkup {
    facts = List.copyOf(facts);
    missing = List.copyOf(missing);
    excess = List.copyOf(excess);
    script = List.copyOf(script);
  }
}
