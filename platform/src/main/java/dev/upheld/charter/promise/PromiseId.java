package dev.upheld.charter.promise;

/**
 * The stable name of a promise: {@code company/subject/statement}, for example {@code
 * nimbus/audience-measurement/keep-2}.
 *
 * @param company the company's id
 * @param subject the activity, or the key under which a company-wide statement stands ({@code
 *     card-numbers}, {@code rights-access})
 * @param statement the kind, numbered from the second on ({@code keep}, {@code keep-2})
 */
public record PromiseId(String company, String subject, String statement)
    implements Comparable<PromiseId> {

  @Override
  public int compareTo(PromiseId other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return company + "/" + subject + "/" + statement;
  }
}
