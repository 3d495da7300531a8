package dev.upheld.law;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value of law with where it comes from, so that whoever uses it can see how far to trust it.
 *
 * @param <T> what the law says
 */
public record Sourced<T>(T value, Provenance provenance) {

  /** Title and address of the text. */
  public String source() {
    return provenance.source();
  }

  public Confidence confidence() {
    return provenance.confidence();
  }

  /** When somebody last looked. */
  public LocalDate verifiedOn() {
    return provenance.verifiedOn();
  }

  /** First day it holds. */
  public Optional<LocalDate> validFrom() {
    return provenance.validFrom();
  }

  /** Last day it holds. */
  public Optional<LocalDate> validTo() {
    return provenance.validTo();
  }

  /** See {@link Confidence#mayBind()}. */
  public boolean mayBind() {
    return provenance.confidence().mayBind();
  }

  /** Another view of the same value; same source. */
  public <R> Sourced<R> map(Function<? super T, ? extends R> view) {
    return new Sourced<>(view.apply(value), provenance);
  }
}
