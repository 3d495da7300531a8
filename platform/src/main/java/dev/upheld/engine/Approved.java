package dev.upheld.engine;

/**
 * The part of the approved plan that is done now.
 *
 * @param act its name
 */
record Approved(Plan plan, SystemPlan system, String act) {
  /** What the system remembers it under. */
  String digest() {
    return plan.digest();
  }
}
