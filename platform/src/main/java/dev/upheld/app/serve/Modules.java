package dev.upheld.app.serve;

import java.util.List;

/** The parts the server is made of; a new one is one line here. */
final class Modules {
  private Modules() {}

  static List<Module> of(Foundation foundation, Console console) {
    ProofModule proof = new ProofModule(foundation, console);
    return List.of(
        new PeopleModule(foundation, console),
        proof,
        new RequestModule(foundation, console, proof),
        new RetentionModule(foundation, proof),
        new KeysModule(foundation),
        new HistoryModule(foundation));
  }
}
