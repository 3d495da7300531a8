package dev.upheld.charter.check;

import dev.upheld.charter.check.Remark.Codes;
import dev.upheld.charter.check.Remark.Place;
import dev.upheld.charter.model.Charter;
import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.model.Finding;
import dev.upheld.charter.model.FindingCode;
import dev.upheld.charter.model.Recipient;
import dev.upheld.charter.model.Recipient.Transfer;
import dev.upheld.charter.model.Stated;
import dev.upheld.law.JurisdictionPack;
import dev.upheld.law.LawReference;
import dev.upheld.law.TransferRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Data that leaves: each country outside needs a tool, GDPR Art. 44 and its counterparts. */
final class TransferCheck {
  private static final String ADEQUACY = "adequacy";

  private final Charter charter;

  TransferCheck(Charter charter) {
    this.charter = charter;
  }

  List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>();
    charter
        .recipients()
        .forEach(
            (id, recipient) -> {
              if (recipient.role() != Recipient.Role.AUTHORITY
                  && recipient.transfers().openAt().isEmpty()) {
                remarks.addAll(remarks(id, recipient));
              }
            });
    return remarks;
  }

  private List<Remark> remarks(String id, Recipient recipient) {
    List<Remark> remarks = new ArrayList<>();
    for (String country : countries(recipient)) {
      for (JurisdictionPack pack : charter.law().jurisdictions()) {
        if (!country.equals(charter.organisation().company().country())) {
          remark(pack, id, recipient, country).ifPresent(remarks::add);
        }
      }
    }
    return remarks;
  }

  /** Each country on its own, also where only a group is named. */
  private Set<String> countries(Recipient recipient) {
    return new TreeSet<>(charter.law().expand(recipient.countries().value().orElse(List.of())));
  }

  private Optional<Remark> remark(
      JurisdictionPack pack, String id, Recipient recipient, String country) {
    Optional<TransferRules> rules = pack.transfers();
    Optional<LawReference> law = pack.reference("transfers");
    if (rules.isEmpty() || law.isEmpty()) {
      return Optional.empty();
    }
    TransferRules.Destination destination = rules.get().destination(country, charter.law().day());
    return switch (destination) {
      case INSIDE, ADEQUATE -> Optional.empty();
      case CONDITIONAL -> Optional.empty();
      case NEEDS_TOOL ->
          tool(recipient, country)
              ? Optional.empty()
              : Optional.of(noTool(law.get(), id, recipient, country));
    };
  }

  /** Whether a tool other than adequacy covers the country; an open one has its own finding. */
  private boolean tool(Recipient recipient, String country) {
    return transfers(recipient).stream()
        .filter(t -> charter.law().expand(t.to()).contains(country))
        .anyMatch(t -> !t.tool().value().equals(Optional.of(ADEQUACY)));
  }

  private static List<Transfer> transfers(Recipient recipient) {
    return recipient.transfers().value().orElse(List.of());
  }

  private static Remark noTool(LawReference law, String id, Recipient recipient, String country) {
    return Remark.against(
        law,
        law.mayBind(),
        new Codes(CharterCode.NO_TRANSFER_TOOL, FindingCode.TRANSFER_NOT_STATED),
        new Place(recipient.source(), Optional.empty()),
        new Remark.Words(
            "Data goes to %s in %s, which is not held adequate, without a tool that allows it."
                .formatted(id, country),
            "Add transfer: {to: [%s], tool: standard-contractual-clauses}; if the policy is silent,"
                    .formatted(country)
                + " write transfer: not-stated."));
  }

  /** Adequacy that is not sure, and tools that have run out or are not named. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    charter.recipients().forEach((id, recipient) -> findings.addAll(findings(id, recipient)));
    return findings;
  }

  private List<Finding> findings(String id, Recipient recipient) {
    List<Finding> findings = new ArrayList<>();
    for (Transfer transfer : transfers(recipient)) {
      if (transfer.expires().filter(day -> day.isBefore(charter.law().day())).isPresent()) {
        findings.add(
            finding(
                FindingCode.TRANSFER_EXPIRED,
                recipient,
                "The tool for the transfer to %s ran out on %s."
                    .formatted(id, transfer.expires().orElseThrow())));
      }
      if (transfer.tool() instanceof Stated.Open<String>) {
        findings.add(
            finding(
                FindingCode.TRANSFER_NOT_STATED,
                recipient,
                "The policy names no tool for the transfer to %s.".formatted(id)));
      }
    }
    if (recipient.transfers().openAt().isPresent()) {
      findings.add(
          finding(
              FindingCode.TRANSFER_NOT_STATED,
              recipient,
              "The policy does not say what makes the transfer to %s lawful.".formatted(id)));
    }
    limited(id, recipient).ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> limited(String id, Recipient recipient) {
    return countries(recipient).stream()
        .filter(country -> !country.equals(charter.organisation().company().country()))
        .filter(country -> !tool(recipient, country))
        .filter(this::isLimited)
        .findFirst()
        .filter(country -> recipient.transfers().openAt().isEmpty())
        .map(
            country ->
                finding(
                    FindingCode.ADEQUACY_LIMITED,
                    recipient,
                    "Data goes to %s in %s, whose adequacy is limited, contested or not read in its source%s."
                        .formatted(id, country, condition(country))));
  }

  private boolean isLimited(String country) {
    return charter.law().jurisdictions().stream()
        .flatMap(pack -> pack.transfers().stream())
        .anyMatch(
            rules ->
                rules.destination(country, charter.law().day())
                    == TransferRules.Destination.CONDITIONAL);
  }

  private String condition(String country) {
    return charter.law().jurisdictions().stream()
        .flatMap(pack -> pack.transfers().stream())
        .flatMap(rules -> rules.adequacy(country, charter.law().day()).stream())
        .flatMap(a -> a.condition().stream())
        .findFirst()
        .map(": %s"::formatted)
        .orElse("");
  }

  private Finding finding(FindingCode code, Recipient recipient, String sentence) {
    return new Finding(
        code,
        recipient.source().at(),
        sentence,
        Optional.empty(),
        recipient.source().clauses(),
        charter.law().refs("transfers"));
  }
}
