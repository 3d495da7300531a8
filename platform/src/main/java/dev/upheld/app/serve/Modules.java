package dev.upheld.app.serve;

import java.util.List;

/** The parts the server is made of; a new one is one line here. */
final class Modules {
  private Modules() {}

  static List<Module> of(Foundation foundation, Console console) {
    return List.of(
        new PeopleModule(foundation, console),
        new ProofModule(foundation, console),
        new KeysModule(foundation),
        new HistoryModule(foundation));
  }
}
