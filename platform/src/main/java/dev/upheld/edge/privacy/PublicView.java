package dev.upheld.edge.privacy;

import dev.upheld.duty.request.CaseFile;
import dev.upheld.duty.request.Copies;
import dev.upheld.duty.request.Directives;
import dev.upheld.duty.request.Logins;
import dev.upheld.duty.request.Offer;
import dev.upheld.duty.request.Papers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A page of the privacy centre. */
public sealed interface PublicView {

  /**
   * Where people choose what they want.
   *
   * @param chosen rights already ticked, when the form comes back
   * @param entered texts by field, when it comes back
   * @param faults keys of words by field
   * @param answerBy the day by which an answer must come if asked today
   */
  record Centre(
      List<Offer> offers,
      Set<String> chosen,
      Map<String, String> entered,
      Map<String, String> faults,
      LocalDate answerBy)
      implements PublicView {
    public Centre {
      offers = List.copyOf(offers);
      chosen = Set.copyOf(chosen);
      entered = Map.copyOf(entered);
      faults = Map.copyOf(faults);
    }

    /** The text that was entered before; empty text for none. */
    public String entered(String field) {
      return entered.getOrDefault(field, "");
    }

    /** The key of what is wrong with a field; empty text when nothing is. */
    public String fault(String field) {
      return faults.getOrDefault(field, "");
    }
  }

  /**
   * Where the code is typed.
   *
   * @param token holds what was written
   * @param wrong whether a code was tried that is not it
   */
  record Code(String token, boolean wrong) implements PublicView {}

  /**
   * Where a link from the provider's own application leads: one button on, since browsers and
   * scanners look at links before people do.
   *
   * @param link its own
   */
  record Landing(String link) implements PublicView {}

  /**
   * Where somebody who is signed in elsewhere sees their requests and makes another.
   *
   * @param form what can be asked for
   * @param ticket stands for them
   * @param codeToo whether a code may be asked for all the same
   * @param mine their requests
   */
  record Account(Centre form, String ticket, boolean codeToo, List<Logins.Mine> mine)
      implements PublicView {
    public Account {
      mine = List.copyOf(mine);
    }
  }

  /**
   * The private page of one request.
   *
   * @param link its own
   * @param done what the last act did, as a key of words; empty text for nothing
   * @param copy of the data, while it waits to be fetched
   * @param directive what the person left for after their death
   * @param wanted the paper the person is asked to send
   */
  record Own(
      CaseFile file,
      String link,
      LocalDate today,
      String done,
      Optional<Copies.Ready> copy,
      Optional<Directives.Filed> directive,
      Optional<Papers.Kind> wanted)
      implements PublicView {}

  /**
   * Where the code for a copy is typed.
   *
   * @param link of the private page
   * @param wrong whether a code was tried that is not it
   */
  record CopyCode(String link, boolean wrong) implements PublicView {}

  /**
   * A sentence or two, and the way on.
   *
   * @param key of its words
   */
  record Said(String key) implements PublicView {}
}
