package dev.upheld.duty.request;

import java.util.List;
import java.util.Optional;

/** What no program reaches is a task, given once. */
final class HandTasks {
  private HandTasks() {}

  static void give(Desk desk, Acts.On on) {
    List<String> given =
        desk.cases().tasks(on.tx(), on.row()).stream().map(CaseFile.Task::words).toList();
    for (RequestWork.HandWork work : desk.work().get().byHand()) {
      if (!given.contains(work.words())) {
        Handling.NewTask task =
            new Handling.NewTask(
                work.words(), Optional.empty(), on.row().getDue(), Optional.of(work.system()));
        var _ = desk.cases().task(on.tx(), on.row(), task);
      }
    }
  }
}
