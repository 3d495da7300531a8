package dev.upheld.duty.residency;

import dev.upheld.charter.promise.Promise.Locate;
import dev.upheld.connect.Answer;
import dev.upheld.connect.Answer.RowCount;
import dev.upheld.connect.Answer.TallyCount;
import dev.upheld.connect.Answer.TransportFacts;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.values.CountryCode;
import dev.upheld.probe.Observation;
import dev.upheld.probe.ProbePlan;
import dev.upheld.probe.Reply;
import dev.upheld.probe.Scene;
import dev.upheld.probe.Sheet;
import dev.upheld.probe.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What labels, addresses and rows mean for a promise about a place in the world. */
final class LocateJudge {
  private static final int NAMED = 3;

  private final Locate locate;
  private final ProbePlan plan;
  private final Scene scene;
  private final Sheet sheet;

  LocateJudge(Locate locate, ProbePlan plan, Scene scene) {
    this.locate = locate;
    this.plan = plan;
    this.scene = scene;
    this.sheet = new Sheet(plan);
  }

  Observation judge(List<Reply> replies) {
    scene.systems().stream()
        .filter(entry -> plan.wheres().contains(entry.id()))
        .forEach(this::label);
    for (Reply reply : replies) {
      sheet.read(reply, Answer.class).ifPresent(answer -> judge(reply, answer));
    }
    return sheet.observe(
        "By labels with documents behind them"
            + (sheet.rowsSeen() > 0
                ? " and " + Wording.count(sheet.rowsSeen(), "row", "rows") + " looked at"
                : "")
            + ", nothing lies "
            + wrongPlace()
            + "; "
            + sheet.places()
            + " systems and places seen.");
  }

  private String wrongPlace() {
    if (locate.dedicated()) {
      String whose =
          locate.subjects().isEmpty()
              ? "people"
              : String.join(" or ", locate.subjects().stream().sorted().toList());
      return "in "
          + said(locate.countries())
          + " that is about "
          + whose
          + " residing outside "
          + said(locate.residents());
    }
    String outside = locate.countries().isEmpty() ? "" : "outside " + said(locate.countries());
    String foreign = locate.own() ? "on systems that others run" : "";
    return outside.isEmpty() || foreign.isEmpty() ? outside + foreign : outside + " or " + foreign;
  }

  private void judge(Reply reply, Answer answer) {
    if (answer instanceof TransportFacts facts) {
      address(reply, facts);
    } else if (answer instanceof RowCount count) {
      rows(reply, count);
    } else if (answer instanceof TallyCount count) {
      tally(reply, count);
    }
  }

  private void label(SystemEntry entry) {
    sheet.seen(entry.id());
    sheet.figure("country", entry.country().orElse("not said"), entry.id());
    if (locate.own()) {
      sheet.figure("operator", entry.operator().orElse("not said"), entry.id());
    }
  }

  private void address(Reply reply, TransportFacts facts) {
    String system = reply.inquiry().system();
    List<String> networks = scene.system(system).map(SystemEntry::networks).orElse(List.of());
    Optional<String> address = facts.serverAddress();
    sheet.figure("server address", address.orElse("not told"), system);
    if (address.isEmpty()) {
      return;
    }
    switch (Addresses.fit(address.get(), networks)) {
      case INSIDE -> {}
      case ANYWHERE ->
          sheet.unseen(
              system,
              "Its address "
                  + address.get()
                  + " is not in the networks its operator documents, and is one that exists"
                  + " everywhere. Add its private network to networks if it belongs there.");
      case OUTSIDE ->
          sheet.violated(
              system
                  + " answers from "
                  + address.get()
                  + ", outside the networks documented for it, so it is not "
                  + (locate.countries().isEmpty()
                      ? "the system its label speaks of."
                      : "where its label says."));
    }
  }

  private void rows(Reply reply, RowCount count) {
    sheet.rows(count.rows());
    sheet.figure("rows", count.rows(), reply.inquiry().where());
    if (count.rows() > 0) {
      counted(reply, Wording.count(count.rows(), "row lies", "rows lie"));
    }
  }

  private boolean isWrong(String country) {
    return locate.residents().contains(country) != locate.dedicated();
  }

  private void tally(Reply reply, TallyCount count) {
    String where = reply.inquiry().where();
    Map<String, Long> byCountry = new TreeMap<>();
    long unknown = count.missing();
    for (Map.Entry<String, Long> value : count.byValue().entrySet()) {
      Optional<String> code = CountryCode.of(value.getKey());
      code.ifPresent(c -> byCountry.merge(c, value.getValue(), Long::sum));
      unknown += code.isPresent() ? 0 : value.getValue();
    }
    sheet.rows(count.rows());
    byCountry.forEach((country, rows) -> sheet.figure("rows of " + country, rows, where));
    long wrong =
        byCountry.entrySet().stream()
            .filter(e -> isWrong(e.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    if (wrong > 0) {
      byCountry.keySet().removeIf(c -> !isWrong(c));
      counted(
          reply,
          Wording.count(wrong, "row", "rows")
              + " about people residing in "
              + said(byCountry.keySet())
              + (wrong == 1 ? " lies" : " lie"));
    }
    if (unknown > 0) {
      sheet.unseen(
          where,
          Wording.count(unknown, "row names", "rows name")
              + " no country, or none that is known. Fill or correct them.");
    }
    if (count.cut()) {
      sheet.unseen(where, "Its countries are too many to be countries. Bind another column.");
    }
  }

  private void counted(Reply reply, String rows) {
    Optional<SystemEntry> entry = scene.system(reply.inquiry().system());
    Optional<String> country =
        entry.flatMap(SystemEntry::country).filter(c -> Labels.abroad(locate, entry));
    boolean foreign = Labels.foreign(locate, entry);
    if (country.isEmpty() && !foreign) {
      sheet.unseen(reply.inquiry().where(), rows + " in a country not said.");
      return;
    }
    String there =
        " in "
            + reply.inquiry().where()
            + country.map(c -> ", in " + c).orElse("")
            + (foreign ? ", which the company does not run" : "");
    sheet.violated(
        locate.dedicated()
            ? rows
                + there
                + ", where only people residing in "
                + said(locate.residents())
                + " were promised."
            : rows + there + "; promised " + promised(country.isPresent(), foreign) + ".");
  }

  /** Only what is not held. */
  private String promised(boolean abroad, boolean foreign) {
    String countries = abroad ? said(locate.countries()) : "";
    if (foreign) {
      return "are systems of its own" + (abroad ? " in " + countries : "");
    }
    return (locate.countries().size() == 1 ? "is " : "are ") + countries;
  }

  /** {@code FR}, or {@code 27 countries} where there are many. */
  private static String said(Set<String> countries) {
    return countries.size() <= NAMED
        ? String.join(", ", countries.stream().sorted().toList())
        : countries.size() + " countries";
  }
}
