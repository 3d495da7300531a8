package dev.upheld.demo;

import dev.upheld.demo.sql.Script;
import java.util.Set;

/**
 * A damage done to one company.
 *
 * @param number its own within the company, from 1: keeps its planted rows apart from others
 * @param damage what goes wrong
 * @param database the one it is planted in
 * @param promises the ids of the promises of the company's charter that it breaks, all of them
 */
public record Fault(int number, Damage damage, Database database, Set<String> promises)
    implements Comparable<Fault> {
  public Fault {
    promises = Set.copyOf(promises);
  }

  /** As written on the command line. */
  public String id() {
    return damage.id();
  }

  /** What is wrong, in plain words. */
  public String description() {
    return damage.description();
  }

  /** The statements, for its database. */
  public Change change(Script script) {
    return damage.how().apply(new Gardener(script, number));
  }

  @Override
  public int compareTo(Fault other) {
    return Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return id();
  }
}
