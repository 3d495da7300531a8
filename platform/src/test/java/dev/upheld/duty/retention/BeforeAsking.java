package dev.upheld.duty.retention;

import dev.upheld.connect.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Lets something happen right before each question that goes over a line. */
final class BeforeAsking {
  private BeforeAsking() {}

  static Session each(Session real, Runnable before) {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (_, method, arguments) -> {
              if (method.getName().equals("ask")) {
                before.run();
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
