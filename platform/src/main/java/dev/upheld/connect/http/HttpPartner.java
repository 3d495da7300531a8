package dev.upheld.connect.http;

import dev.upheld.connect.partner.PartnerSession;
import dev.upheld.datamap.partner.Partner;
import dev.upheld.datamap.partner.Partner.Find;
import dev.upheld.datamap.partner.Partner.Pick;
import dev.upheld.datamap.partner.Partner.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A partner as its file describes it. */
final class HttpPartner implements PartnerSession {
  private final Partner partner;
  private final Caller caller;
  private final Addresses addresses;
  private final Troubles troubles;
  private final Listing listing;

  HttpPartner(Partner partner, Caller caller, Addresses addresses, Troubles troubles) {
    this.partner = partner;
    this.caller = caller;
    this.addresses = addresses;
    this.troubles = troubles;
    this.listing = new Listing(caller, addresses, partner.paging(), troubles);
  }

  @Override
  public SortedSet<String> locate(Map<String, List<String>> identifiers) {
    SortedSet<String> ids = new TreeSet<>();
    for (Find find : partner.person().find()) {
      for (String value : identifiers.getOrDefault(find.by(), List.of())) {
        for (String spelled : spelled(find, value)) {
          listing.each(
              find.get(),
              Map.of(find.with(), spelled),
              item -> ids.add(found(find, spelled, item)));
        }
      }
    }
    return ids;
  }

  private static Set<String> spelled(Find find, String value) {
    Set<String> spelled = new TreeSet<>();
    for (Spelling spelling : find.spellings()) {
      spelled.add(
          switch (spelling) {
            case AS_GIVEN -> value;
            case LOWER_CASE -> value.toLowerCase(Locale.ROOT);
          });
    }
    return spelled;
  }

  /** A partner that passes over a parameter it does not know answers with everybody. */
  private String found(Find find, String value, JsonNode item) {
    if (!Json.word(item, find.same()).filter(value::equalsIgnoreCase).isPresent()) {
      throw troubles.strange("with people who were not asked for; none of it is believed");
    }
    return Json.word(item, partner.person().id())
        .filter(Addresses::isId)
        .orElseThrow(() -> troubles.strange("with a person that has no usable id"));
  }

  @Override
  public void read(
      String records, String id, List<String> fields, Consumer<List<Optional<String>>> sink) {
    if (records.equals(partner.person().called())) {
      Reply reply = caller.call(Request.get(person(partner.person().get(), id)));
      if (!reply.says(partner.person().gone())) {
        sink.accept(values(own(reply, id), partner.person().fields(), fields));
      }
      return;
    }
    Partner.Records kind =
        partner.records().stream()
            .filter(r -> r.id().equals(records))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no records of that name: " + records));
    Map<String, String> query = kind.with().map(with -> Map.of(with, id)).orElse(Map.of());
    listing.each(
        Addresses.with(kind.get(), id),
        query,
        item -> {
          if (kind.of().isPresent()
              && !Json.word(item, kind.of().get()).filter(id::equals).isPresent()) {
            throw troubles.strange("with records of other people; none of it is believed");
          }
          sink.accept(values(item, kind.fields(), fields));
        });
  }

  private java.net.URI person(String path, String id) {
    return addresses.of(Addresses.with(path, id), Map.of());
  }

  private JsonNode own(Reply reply, String id) {
    if (!reply.isFine()) {
      throw troubles.status(reply.status());
    }
    return reply
        .body()
        .filter(b -> Json.word(b, partner.person().id()).filter(id::equals).isPresent())
        .orElseThrow(() -> troubles.strange("with something else than the person asked for"));
  }

  private static List<Optional<String>> values(
      JsonNode item, SortedMap<String, Pick> picks, List<String> fields) {
    return fields.stream()
        .map(f -> Optional.ofNullable(picks.get(f)).flatMap(pick -> Json.text(item, pick.at())))
        .toList();
  }

  @Override
  public void erase(String id, String once) {
    boolean post = partner.person().erase().post();
    Request request =
        new Request(
            post ? "POST" : "DELETE",
            person(partner.person().erase().path(), id),
            post && partner.once().isPresent() ? Optional.of(once) : Optional.empty());
    Reply reply = caller.call(request);
    if (!reply.isFine() && !reply.says(partner.person().gone())) {
      throw troubles.status(reply.status());
    }
  }

  @Override
  public boolean isGone(String id) {
    Reply reply = caller.call(Request.get(person(partner.person().get(), id)));
    if (reply.says(partner.person().gone())) {
      return true;
    }
    own(reply, id);
    return false;
  }

  @Override
  public void close() {
    caller.close();
  }
}
