package dev.upheld.charter.shape;

import dev.upheld.kernel.ProblemCode;

/**
 * What is wrong with a value and how to mend it; the place is known to whoever asked.
 *
 * @param what what is wrong, one sentence
 * @param mend what to do, one sentence, imperative
 */
public record Complaint(ProblemCode code, String what, String mend) {}
