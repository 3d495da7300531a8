package dev.upheld.engine;

import dev.upheld.connect.act.ActSession;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/** Counts the moments right before and right after each call of sessions. */
final class Counting {
  private final IntConsumer moment;
  private int moments;

  Counting(IntConsumer moment) {
    this.moment = moment;
  }

  int moments() {
    return moments;
  }

  ActSession around(ActSession session) {
    return (ActSession)
        Proxy.newProxyInstance(
            ActSession.class.getClassLoader(),
            new Class<?>[] {ActSession.class},
            (_, method, arguments) -> {
              next();
              try {
                return method.invoke(session, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                next();
              }
            });
  }

  private void next() {
    moments++;
    moment.accept(moments);
  }
}
