package dev.upheld.duty.request;

import dev.upheld.duty.request.Acts.On;
import dev.upheld.duty.request.Directives.Directive;
import java.util.Optional;

/**
 * What people have to do after a death: find the person who was named; and all of it where there is
 * no data map that the machine could work by.
 */
record DeathTasks(Desk desk, On on) {

  void give(Departed departed) {
    if (departed.waitsForHeir()) {
      departed.directive().ifPresent(this::find);
    } else if (!desk.work().get().ready()) {
      if (departed.handsOver()) {
        task(
            "Hand over a copy of the data of " + departed.address() + ", without that of others.",
            "Remettre une copie des données de " + departed.address() + ", sans celles d’autrui.");
      }
      if (departed.erases()) {
        task(
            "Erase the data of " + departed.address() + ", except what law or evidence needs.",
            "Effacer les données de "
                + departed.address()
                + ", sauf ce que la loi ou la preuve exige.");
      }
    }
  }

  private void find(Directive wants) {
    task(
        "Make sure that "
            + wants.name()
            + " asks, and confirm it in the request; or write to them ("
            + wants.contact()
            + ").",
        "Vérifier que la demande vient de "
            + wants.name()
            + " et le confirmer dans la demande, ou lui écrire ("
            + wants.contact()
            + ").");
  }

  private void task(String english, String french) {
    boolean inFrench = desk.charter().publication().languages().prevailing().startsWith("fr");
    var _ =
        desk.cases()
            .task(
                on.tx(),
                on.row(),
                new Handling.NewTask(
                    inFrench ? french : english, Optional.empty(), on.row().getDue()));
  }
}
