package dev.upheld.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Counts the moments right before and right after each call, of whatever is put around. */
final class Counting {
  /** How a moment before the call of a partner is named; the name of the act follows. */
  static final String ERASE = "> erase ";

  private final BiConsumer<Integer, String> moment;
  private final List<String> names = new CopyOnWriteArrayList<>();

  /**
   * @param moment gets each moment's number, from 1, and its name: {@code > act} before a call,
   *     {@code < act} after it
   */
  Counting(BiConsumer<Integer, String> moment) {
    this.moment = moment;
  }

  /** All moments so far, in order. */
  List<String> names() {
    return List.copyOf(names);
  }

  <T> T around(Class<T> type, T inner) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, arguments) -> {
              boolean erases = method.getName().equals("erase");
              next(erases ? ERASE + arguments[1] : "> " + method.getName());
              try {
                return method.invoke(inner, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                next("< " + method.getName());
              }
            }));
  }

  private void next(String name) {
    names.add(name);
    moment.accept(names.size(), name);
  }
}
