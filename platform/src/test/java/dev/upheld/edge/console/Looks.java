package dev.upheld.edge.console;

import dev.upheld.edge.console.proof.CoverageLooks;
import dev.upheld.edge.console.proof.MapLooks;
import dev.upheld.edge.console.request.RequestLooks;
import dev.upheld.edge.console.retention.RetentionLooks;
import dev.upheld.edge.console.retention.ReviewsLooks;
import dev.upheld.edge.console.review.ReviewLooks;
import dev.upheld.edge.console.view.Account;
import dev.upheld.edge.console.view.EnrolSecondFactor;
import dev.upheld.edge.console.view.ErrorPage;
import dev.upheld.edge.console.view.FieldError;
import dev.upheld.edge.console.view.FieldError.Fault;
import dev.upheld.edge.console.view.Invitation;
import dev.upheld.edge.console.view.People;
import dev.upheld.edge.console.view.People.Person;
import dev.upheld.edge.console.view.RecoveryCode;
import dev.upheld.edge.console.view.RecoveryCodes;
import dev.upheld.edge.console.view.Reset;
import dev.upheld.edge.console.view.ResetRequest;
import dev.upheld.edge.console.view.SecondFactor;
import dev.upheld.edge.console.view.SignIn;
import dev.upheld.edge.console.view.Tokens;
import dev.upheld.edge.console.view.View;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every page of accounts and people as it can look, with invented people. */
public final class Looks {
  /** When they are looked at. */
  public static final Instant NOW = Instant.parse("2026-11-22T09:20:00Z");

  private Looks() {}

  /** Every look of every page, by name. */
  public static Map<String, View> all() {
    Map<String, View> views = accounts();
    views.putAll(new HouseLooks().all());
    views.putAll(CoverageLooks.all());
    views.putAll(MapLooks.all());
    views.putAll(ReviewLooks.all());
    views.putAll(RequestLooks.all());
    views.putAll(ReviewsLooks.all());
    views.putAll(new RecordLooks().all());
    views.putAll(RetentionLooks.all());
    return views;
  }

  /** By name, in the order of a person's way in. */
  static Map<String, View> accounts() {
    Map<String, View> views = new LinkedHashMap<>();
    views.put("sign-in", new SignIn("", Map.of()));
    views.put(
        "sign-in-refused",
        new SignIn("ines@nimbus.example", Map.of("form", FieldError.of(Fault.WRONG_SIGN_IN))));
    views.put("second-factor", new SecondFactor(Map.of()));
    views.put(
        "recovery-code", new RecoveryCode(Map.of("recovery", FieldError.of(Fault.WRONG_CODE))));
    views.put("reset-request", new ResetRequest(false, "", Map.of()));
    views.put("reset-request-sent", new ResetRequest(true, "", Map.of()));
    views.put(
        "reset",
        new Reset(
            12,
            Map.of(
                "password", FieldError.of(Fault.TOO_SHORT, 12),
                "repeat", FieldError.of(Fault.NOT_THE_SAME))));
    views.put(
        "invitation",
        new Invitation("Nimbus Cloud SAS", "omar@nimbus.example", "engineer", "", 12, Map.of()));
    String key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    views.put(
        "enrol",
        new EnrolSecondFactor(
            "otpauth://totp/Upheld:ines%40nimbus.example?secret=" + key + "&issuer=Upheld",
            key,
            true,
            false,
            Map.of()));
    views.put(
        "enrol-anew",
        new EnrolSecondFactor(
            "otpauth://totp/Upheld:ines%40nimbus.example?secret=" + key + "&issuer=Upheld",
            key,
            false,
            true,
            Map.of("password", FieldError.of(Fault.WRONG_PASSWORD))));
    views.put(
        "recovery-codes",
        new RecoveryCodes(
            List.of(
                "7kq2-m9xd",
                "p4ht-w3vn",
                "z8rc-2bfy",
                "g5js-n6aq",
                "x3de-u7mk",
                "c9pw-4htr",
                "b6vz-q2gn",
                "f8ya-k5js"),
            "/"));
    views.put("account", account());
    views.put("people", people());
    views.put("tokens", tokens());
    for (ErrorPage.Kind kind : ErrorPage.Kind.values()) {
      views.put("error-" + kind.name().toLowerCase(java.util.Locale.ROOT), mishap(kind));
    }
    return views;
  }

  private static View mishap(ErrorPage.Kind kind) {
    return new ErrorPage(
        kind, kind == ErrorPage.Kind.FAULT ? Optional.of("4f2a91c07d") : Optional.empty());
  }

  private static View account() {
    return new Account(
        "Inès Marchand",
        "ines@nimbus.example",
        "officer",
        List.of(
            new Account.Session(
                "s1", "Firefox, Linux", "192.0.2.0/24", ago(2), NOW.minusSeconds(20), true),
            new Account.Session(
                "s2", "Safari, iPhone", "198.51.100.0/24", ago(70), ago(26), false)),
        Optional.of(ago(24 * 90)),
        false,
        3,
        12,
        Map.of("recovery-codes.code", FieldError.of(Fault.WRONG_CODE)));
  }

  private static View people() {
    return new People(
        List.of(
            person("p1", "Inès Marchand", "ines", "officer", People.State.ACTIVE),
            person("p2", "Omar Haddad", "omar", "engineer", People.State.ACTIVE),
            person("p3", "", "leila", "auditor", People.State.INVITED),
            person("p4", "Paul Verne", "paul", "operator", People.State.LOCKED),
            person("p5", "Sofia Lindqvist", "sofia", "operator", People.State.DISABLED)),
        List.of("officer", "operator", "engineer", "auditor"),
        true,
        "ines@nimbus.example",
        "auditor",
        Map.of("email", FieldError.of(Fault.TAKEN)));
  }

  private static Person person(
      String id, String name, String mail, String role, People.State state) {
    return new Person(
        id,
        name,
        mail + "@nimbus.example",
        role,
        state,
        state == People.State.ACTIVE,
        name.isEmpty() ? Optional.empty() : Optional.of(ago(30)),
        id.equals("p1"));
  }

  private static View tokens() {
    return new Tokens(
        List.of(
            new Tokens.Token(
                "t1",
                "Nightly proof in CI",
                "upheld_3fA9",
                List.of("promises.read", "promises.prove"),
                ago(500),
                NOW.plus(Duration.ofDays(80)),
                Optional.of(ago(7))),
            new Tokens.Token(
                "t2",
                "Dashboard of the board",
                "upheld_Qz71",
                List.of("metrics.read"),
                ago(9000),
                ago(200),
                Optional.empty())),
        List.of(
            "promises.read",
            "promises.acknowledge",
            "promises.attest",
            "promises.prove",
            "journal.read",
            "journal.export",
            "metrics.read"),
        Optional.of("upheld_9uYw2Lr0kVb7XcQe4TzN8sDf1GhJ5mPa"),
        "",
        Set.of("promises.read"),
        "2027-02-20",
        Map.of("name", FieldError.of(Fault.REQUIRED)));
  }

  static Instant ago(long hours) {
    return NOW.minus(Duration.ofHours(hours));
  }
}
