package dev.upheld.charter.model;

import java.util.Optional;

/**
 * Where the source policy is silent, contradicts itself or is doubtful in law, noticed by the
 * writer of the charter; it becomes a finding.
 *
 * @param what in one sentence
 * @param activity the activity it concerns; empty when it concerns the company as a whole
 */
public record Gap(String what, Kind kind, Optional<String> activity, Source source) {

  /** What is wrong. */
  public enum Kind {
    SILENT,
    CONTRADICTION,
    DOUBTFUL
  }
}
