package dev.upheld.kernel;

/**
 * A value that must not be printed, logged, serialised or compared by accident. {@link #reveal} is
 * the only way out, so every use can be found by searching for it.
 *
 * @param <T> what is kept secret
 */
public final class Secret<T> {
  private final T value;

  private Secret(T value) {
    this.value = value;
  }

  public static <T> Secret<T> of(T value) {
    return new Secret<>(value);
  }

  /** The value itself; call it at the last moment and keep the result in a local variable. */
  public T reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "Secret[***]";
  }
}
