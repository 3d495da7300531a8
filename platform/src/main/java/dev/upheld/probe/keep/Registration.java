package dev.upheld.probe.keep;

import dev.upheld.charter.promise.PromiseId;
import dev.upheld.journal.Draft;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What changes in the register. Pure.
 *
 * @param after what is promised then
 * @param begun new, or worded or bound anew
 * @param ended promises of which the wording so far ends
 * @param drafts for the journal
 */
record Registration(
    Map<PromiseId, Statement> after,
    List<Statement> begun,
    List<PromiseId> ended,
    List<Draft> drafts) {

  static Registration none(Map<PromiseId, Statement> before) {
    return new Registration(before, List.of(), List.of(), List.of());
  }

  static Registration of(Map<PromiseId, Statement> before, String company, List<Statement> today) {
    Map<PromiseId, Statement> after = new LinkedHashMap<>(before);
    after.keySet().removeIf(p -> p.company().equals(company));
    today.forEach(s -> after.put(s.promise(), s));
    List<Statement> begun =
        after.values().stream().filter(s -> !s.equals(before.get(s.promise()))).toList();
    List<Statement> gone =
        before.values().stream().filter(s -> !after.containsKey(s.promise())).toList();
    List<PromiseId> ended = new ArrayList<>(gone.stream().map(Statement::promise).toList());
    begun.stream().map(Statement::promise).filter(before::containsKey).forEach(ended::add);
    List<Draft> drafts = new ArrayList<>();
    begun.forEach(s -> drafts.add(Drafts.begun(s)));
    gone.forEach(s -> drafts.add(Drafts.ended(s)));
    return new Registration(after, begun, ended, drafts);
  }

  int size() {
    return drafts.size();
  }
}
