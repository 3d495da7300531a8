package dev.upheld.charter.language;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.shape.Complaint;
import dev.upheld.charter.shape.Rule;
import java.util.List;

/** What a recipient may not leave out. */
final class RecipientRules {
  private RecipientRules() {}

  static Rule contract() {
    return new Rule.When(
        "role",
        List.of("processor"),
        "dpa",
        new Complaint(
            CharterCode.NO_CONTRACT,
            "This processor has no contract.",
            "Add dpa: and the path of the contract, for example dpa: docs/dpa.md; if the policy is"
                + " silent, write dpa: not-stated."));
  }

  static Complaint noTool() {
    return new Complaint(
        CharterCode.NO_TRANSFER_TOOL,
        "This transfer names no tool that makes it lawful.",
        "Add tool:, for example tool: standard-contractual-clauses; if the policy is silent, write"
            + " tool: not-stated.");
  }
}
