package dev.upheld.datamap.read;

import dev.upheld.charter.model.CharterCode;
import dev.upheld.charter.shape.Checked;
import dev.upheld.charter.shape.Said;
import dev.upheld.charter.shape.ShapeChecker;
import dev.upheld.charter.shape.Shapes;
import dev.upheld.charter.shape.Spot;
import dev.upheld.charter.shape.View;
import dev.upheld.datamap.RunWindow;
import dev.upheld.datamap.SystemEntry;
import dev.upheld.datamap.SystemEntry.CountryProof;
import dev.upheld.datamap.partner.Partner;
import dev.upheld.datamap.partner.PartnerAccess;
import dev.upheld.datamap.partner.PartnerAddress;
import dev.upheld.datamap.partner.PartnerCode;
import dev.upheld.datamap.partner.Partners;
import dev.upheld.datamap.values.Network;
import dev.upheld.kernel.Location;
import dev.upheld.kernel.Nearest;
import dev.upheld.kernel.Problem;
import dev.upheld.kernel.Secret;
import dev.upheld.kernel.yaml.YamlResult;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code systems.yaml}. */
public final class SystemsReader {
  private final Path root;
  private final References references;
  private final Names names;
  private final Map<String, Partner> partners;
  private final Faults faults = new Faults();

  private SystemsReader(
      Path root, References references, Names names, Map<String, Partner> partners) {
    this.root = root;
    this.references = references;
    this.names = names;
    this.partners = partners;
  }

  /**
   * What the file gave.
   *
   * @param systems by id, in the order of the file
   * @param faults every one, with its place; empty when the file is sound
   */
  public record Result(Map<String, SystemEntry> systems, List<Problem> faults) {}

  /** Reads a file's content, with the partners that come with Upheld. */
  public static Result read(Path root, YamlResult file, References references, Names names) {
    return read(root, file, references, names, Partners.builtIn().partners());
  }

  /**
   * Reads a file's content.
   *
   * @param root the workspace, for paths
   * @param partners those with a file, by id
   */
  public static Result read(
      Path root,
      YamlResult file,
      References references,
      Names names,
      Map<String, Partner> partners) {
    return switch (file) {
      case YamlResult.Faulty faulty -> new Result(Map.of(), faulty.problems());
      case YamlResult.Document document -> {
        Checked checked = ShapeChecker.checkRoot(SystemsLanguage.systems(), document.root());
        SystemsReader reader = new SystemsReader(root, references, names, partners);
        reader.faults.addAll(checked.problems());
        View view =
            checked.sound().flatMap(View::view).orElseGet(() -> View.empty(document.root().at()));
        yield reader.read(view);
      }
    };
  }

  private Result read(View file) {
    Map<String, SystemEntry> systems = new LinkedHashMap<>();
    View all = file.child("systems").orElse(file);
    file.table("systems").forEach((id, view) -> systems.put(id, system(id, view, all.keyAt(id))));
    folders(systems.values().stream().filter(s -> s.folder().isPresent()).toList());
    return new Result(systems, faults.all());
  }

  /** A file must not go by the rule of one system while another wants it. */
  private void folders(List<SystemEntry> systems) {
    for (int i = 1; i < systems.size(); i++) {
      SystemEntry system = systems.get(i);
      systems.subList(0, i).stream()
          .filter(other -> same(folder(other), folder(system)))
          .findFirst()
          .ifPresent(
              other ->
                  faults.add(
                      system.at(),
                      DataMapCode.BAD_LOG,
                      "The systems %s and %s are the same folder."
                          .formatted(other.id(), system.id()),
                      "Declare all logs of a folder under one system."));
    }
  }

  private static Path folder(SystemEntry system) {
    return system.folder().orElseThrow().folder();
  }

  private static boolean same(Path one, Path other) {
    try {
      return one.equals(other) || Files.isSameFile(one, other);
    } catch (IOException e) {
      return false; // one is not there, so they are not the same
    }
  }

  private SystemEntry system(String id, View view, Location at) {
    view.spot("kind").filter(k -> !view.has("key")).ifPresent(this::kind);
    EndpointReader reader = new EndpointReader(view, root, references, faults);
    Optional<FolderReader.Result> folder =
        view.says("kind", SystemsLanguage.FILES)
            ? Optional.of(new FolderReader(view, root, references, faults).read(id))
            : Optional.empty();
    boolean vault = view.says("kind", SystemEntry.VAULT);
    EndpointReader.Result access =
        vault
            ? new VaultReader(view, root, references, faults).read(id)
            : folder.map(FolderReader.Result::access).orElseGet(() -> reader.read(id));
    return new SystemEntry(
        id,
        access.endpoint(),
        access.unreachable(),
        view.spot("country").filter(this::isCountry).map(Spot::text),
        view.child("proof").map(this::proof),
        view.spots("networks").stream().filter(this::isNetwork).map(Spot::text).toList(),
        view.spot("operator").filter(this::isOperator).map(Spot::text),
        view.spot("zone").flatMap(this::zone).orElse(ZoneOffset.UTC),
        at,
        reader.acting(access.endpoint()),
        view.has("key") && !vault ? partner(id, view) : Optional.empty(),
        view.child("retention").map(SystemsReader::window).orElse(RunWindow.ANY),
        folder.flatMap(FolderReader.Result::folder),
        Set.of());
  }

  private static RunWindow window(View view) {
    Optional<RunWindow.Hours> hours =
        view.text("hours")
            .map(text -> text.split("-", 2))
            .map(ends -> new RunWindow.Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
    return new RunWindow(hours, view.text("rows-per-second").map(Long::parseLong).orElse(0L));
  }

  private Optional<PartnerAccess> partner(String id, View view) {
    Optional<Partner> partner =
        view.text("kind").flatMap(k -> Optional.ofNullable(partners.get(k)));
    if (partner.isEmpty()) {
      view.spot("kind")
          .ifPresent(k -> faults.unknown(k, DataMapCode.UNKNOWN_PARTNER, "partner", known()));
      return Optional.empty();
    }
    Settings settings = new Settings(view, root, references, faults);
    Optional<Secret<String>> key = settings.value("key").map(String::strip).map(Secret::of);
    return Optional.of(
        new PartnerAccess(
            partner.get(),
            key,
            view.spot("address").flatMap(this::address).orElse(partner.get().address()),
            view.spots("activity").stream()
                .filter(this::isActivity)
                .map(Spot::text)
                .collect(Collectors.toSet()),
            key.isPresent() ? Optional.empty() : EndpointReader.unreachable(id, view, settings)));
  }

  private Set<String> known() {
    return partners.keySet();
  }

  private Optional<URI> address(Spot spot) {
    Optional<URI> address = PartnerAddress.of(spot.text());
    if (address.isEmpty()) {
      faults.add(
          spot.at(),
          PartnerCode.BAD_ADDRESS,
          "%s is no address that data of people may be sent to.".formatted(Said.quote(spot.text())),
          "Write https:// with host and path alone, for example: https://api.stripe.com");
    }
    return address;
  }

  private boolean isActivity(Spot activity) {
    boolean known = !names.known() || names.activities().contains(activity.text());
    if (!known) {
      faults.unknown(activity, DataMapCode.UNKNOWN_ACTIVITY, "activity", names.activities());
    }
    return known;
  }

  /** Any word may be a kind, since connectors can be added; a slip of the pen is a fault. */
  private void kind(Spot kind) {
    Set<String> known = new TreeSet<>(SystemsLanguage.DATABASES);
    known.add(SystemsLanguage.PARTNER);
    known.add(SystemsLanguage.FILES);
    known.add(SystemEntry.VAULT);
    known.addAll(partners.keySet());
    Optional<String> near =
        known.contains(kind.text()) ? Optional.empty() : Nearest.to(kind.text(), known);
    near.ifPresent(
        meant ->
            faults.add(
                kind.at(),
                DataMapCode.UNKNOWN_KIND,
                "There is no kind of system %s.".formatted(Said.quote(kind.text())),
                "Did you mean %s?".formatted(Said.quote(meant))));
  }

  private boolean isCountry(Spot country) {
    boolean known = Shapes.isCountry(country.text());
    if (!known) {
      faults.add(
          country.at(),
          CharterCode.UNKNOWN_COUNTRY,
          "There is no country %s.".formatted(Said.quote(country.text())),
          "Write its two letters of ISO 3166, for example: FR (the United Kingdom is GB).");
    }
    return known;
  }

  private CountryProof proof(View proof) {
    String document = proof.text("document").orElseThrow();
    LocalDate until = LocalDate.parse(proof.text("until").orElseThrow());
    return new CountryProof(document, until, Workfiles.isPresent(root, document));
  }

  private boolean isNetwork(Spot network) {
    boolean sound = Network.parse(network.text()).isPresent();
    if (!sound) {
      faults.add(
          network.at(),
          DataMapCode.BAD_NETWORK,
          "%s is not an address range.".formatted(Said.quote(network.text())),
          "Write it in CIDR notation with zeros after the prefix, for example: 192.0.2.0/24");
    }
    return sound;
  }

  private boolean isOperator(Spot operator) {
    boolean known = !names.known() || names.operators().contains(operator.text());
    if (!known) {
      faults.unknown(
          operator, DataMapCode.UNKNOWN_OPERATOR, "company or recipient", names.operators());
    }
    return known;
  }

  private Optional<ZoneId> zone(Spot zone) {
    try {
      return Optional.of(ZoneId.of(zone.text()));
    } catch (DateTimeException e) {
      faults.add(
          zone.at(),
          DataMapCode.UNKNOWN_ZONE,
          "There is no time zone %s.".formatted(Said.quote(zone.text())),
          "Use UTC, or a zone of the IANA list, for example: Europe/Paris");
      return Optional.empty();
    }
  }
}
