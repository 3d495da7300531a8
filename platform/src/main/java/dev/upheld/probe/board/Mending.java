package dev.upheld.probe.board;

import dev.upheld.charter.promise.Promise;

/** What to do when a promise of a kind is broken: one sentence to begin with. */
final class Mending {
  private Mending() {}

  static String advice(Promise promise) {
    return switch (promise) {
      case Promise.Keep keep ->
          "Look why the clean-up left these rows, remove what is past its time, then measure again.";
      case Promise.Warn warn ->
          "Look at the rule of retention who is not reached, and why; nothing of theirs goes before.";
      case Promise.HoldOnly only ->
          "Remove what is held beyond the list, or add it to the charter with its reason.";
      case Promise.Form form ->
          "Bring the values into the promised form, and mend what writes them.";
      case Promise.Absent absent ->
          "Remove the values that must not be there, and mend what lets them in.";
      case Promise.Encrypt encrypt ->
          "Switch encryption on at the system and for the account that reads it.";
      case Promise.Apart apart -> "Remove what joins the two, or give each its own identifiers.";
      case Promise.Offer offer -> "Make what is promised available to those who lack it.";
      case Promise.Locate locate ->
          "Find who moved the data, bring it back, and correct the system's country.";
      case Promise.ShareOnly share ->
          "Stop the transfer to the recipient that is not listed, or list it with its contract.";
      case Promise.Tell tell -> "Tell them now, and record when and how.";
      case Promise.AskFirst ask -> "Stop the processing for those who were not asked, then ask.";
      case Promise.Refuse refuse -> "Let people refuse again, and honour refusals that were lost.";
      case Promise.Answer answer -> "Answer what is overdue, the oldest first.";
      case Promise.Count count -> "Stop counting what is not listed, and remove what was counted.";
      case Promise.Watch watch -> "Switch the logging of these events on again.";
      case Promise.Declare declare -> "Write what is missing, and put the document in its place.";
      case Promise.Publish publish -> "Publish the notice that the charter now says.";
      case Promise.Review review -> "Hold the review, and attest it with its minutes.";
    };
  }
}
