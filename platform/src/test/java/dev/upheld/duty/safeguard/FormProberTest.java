package dev.upheld.duty.safeguard;

import static dev.upheld.duty.safeguard.Results.reasons;
import static dev.upheld.duty.safeguard.Results.summary;
import static dev.upheld.probe.memory.TestPlace.place;
import static dev.upheld.probe.memory.TestWorkspace.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.charter.promise.Promise.Form;
import dev.upheld.charter.promise.ValueForm;
import dev.upheld.connect.Description;
import dev.upheld.datamap.Condition;
import dev.upheld.probe.PromiseResult;
import dev.upheld.probe.memory.MemorySystem;
import dev.upheld.probe.memory.MemoryTable;
import dev.upheld.probe.memory.TestPlace;
import dev.upheld.probe.memory.TestWorkspace;
import dev.upheld.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormProberTest {
  private static final String BCRYPT =
      "$2b$12$R9h/cIPz0gi.URNNX3kh2OPST9/PgBkqquzi.Ss7KIUgO2t0jWMUW";

  private final TestWorkspace workspace = new TestWorkspace();
  private final MemorySystem system = workspace.system("eu-main");
  private final MemoryTable table = system.table("visit").text("value", "kind");
  private final TestPlace place = place("visit", "visits").field("value", "word");

  @Test
  void halfAddressesOnly() {
    table.row("192.168.0.0").row("2001:db8:1::").row((Object) null);
    assertThat(measure(new ValueForm.HalfIp()).verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(measure(new ValueForm.HalfIp())))
        .isEqualTo(
            "Every word is only the first half of an IP address: 3 rows in 1 of 1 mapped places.");
  }

  @Test
  void oneFullAddressIsBroken() {
    table.row("192.168.0.0").row("192.168.0.1");
    PromiseResult result = measure(new ValueForm.HalfIp());
    assertThat(result.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(result))
        .contains("1 value of word in eu-main/visit (value)")
        .doesNotContain("192");
  }

  @Test
  void addressesAsNumbersAndBytes() {
    table.drop("value").column("value", Description.Type.WHOLE);
    table.row(null, 3232235520L);
    assertThat(measure(new ValueForm.HalfIp()).verdict()).isEqualTo(Verdict.UPHELD);
    table.row(null, 3232235521L);
    assertThat(measure(new ValueForm.HalfIp()).verdict()).isEqualTo(Verdict.BROKEN);
    table.rows.clear();
    table.row(null, new byte[] {(byte) 192, (byte) 168, 0, 0});
    assertThat(measure(new ValueForm.HalfIp()).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void passwords() {
    table.row(BCRYPT);
    assertThat(measure(new ValueForm.PasswordHash()).verdict()).isEqualTo(Verdict.UPHELD);
    table.row("$1$salt$qJH7.N4xYta3aEG/dfqo/0"); // salted MD5: quick to guess
    PromiseResult quick = measure(new ValueForm.PasswordHash());
    assertThat(quick.verdict()).isEqualTo(Verdict.AT_RISK);
    assertThat(summary(quick)).contains("1 value of word").contains("guessing is cheap");
    table.row("hunter2");
    PromiseResult plain = measure(new ValueForm.PasswordHash());
    assertThat(plain.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(plain)).doesNotContain("hunter2");
  }

  @Test
  void ownFormsAreMatchedWhole() {
    ValueForm form = new ValueForm.Matching("[0-9a-f]{8}");
    table.row("0123abcd");
    assertThat(measure(form).verdict()).isEqualTo(Verdict.UPHELD);
    table.row("0123abcd ");
    assertThat(measure(form).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aFormOfSomeRowsLeavesTheOthersAlone() {
    ValueForm form = new ValueForm.Matching("encrypt", Optional.of("sealed"));
    table.row("encrypt", "sealed").row("none", "open");
    assertThat(reasons(measure(form))).anyMatch(r -> r.contains("which rows are sealed"));
    assertThat(measure(form).verdict()).isEqualTo(Verdict.UNPROVEN);
    place.state("sealed", new Condition.In("kind", List.of("sealed"), false));
    assertThat(measure(form).verdict()).isEqualTo(Verdict.UPHELD);
    table.row("none", "sealed");
    assertThat(measure(form).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(measure(form))).contains("1 value of word").contains("this is so: sealed");
    place.only(new Condition.In("kind", List.of("open"), false));
    assertThat(measure(form).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void onlyTheRowsThePlaceMeans() {
    table.row("192.168.0.1", "test");
    place.only(new Condition.In("kind", List.of("test"), true));
    assertThat(measure(new ValueForm.HalfIp()).verdict()).isEqualTo(Verdict.UPHELD);
  }

  @Test
  void aPathIsMeasuredInsideTheDocuments() {
    TestPlace parts =
        place("visit", "visits").field("value->net.ip", "word").field("value->ips[]", "word");
    table
        .row("{\"net\": {\"ip\": \"192.168.0.0\", \"other\": \"192.168.0.1\"}, \"ips\": []}")
        .row("{\"ips\": [\"10.1.0.0\", 3232235520], \"net\": {\"ip\": null}}")
        .row((Object) null);
    PromiseResult fine = measure(new ValueForm.HalfIp(), parts);
    assertThat(fine.verdict()).isEqualTo(Verdict.UPHELD);
    assertThat(summary(fine)).contains("3 rows in 1 of 1");
    table.row("{\"ips\": [\"10.1.0.0\", \"10.1.0.7\", 3232235521]}");
    PromiseResult bad = measure(new ValueForm.HalfIp(), parts);
    assertThat(bad.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(bad))
        .contains("1 value of word in eu-main/visit (value->ips[])")
        .doesNotContain("10.1");
  }

  @Test
  void whatAPathDoesNotFindInDisorderIsNotFine() {
    TestPlace parts = place("visit", "visits").field("value->ip", "word");
    table.row("{\"ip\": \"192.168.0.0\"}");
    assertThat(measure(new ValueForm.HalfIp(), parts).verdict()).isEqualTo(Verdict.UPHELD);
    table.row("{\"ip\": \"192.168.0.0\"} and 192.168.0.1");
    assertThat(measure(new ValueForm.HalfIp(), parts).verdict()).isEqualTo(Verdict.BROKEN);
    table.rows.removeLast();
    table.row("{\"ip\": {\"v4\": \"192.168.0.1\"}}");
    assertThat(measure(new ValueForm.HalfIp(), parts).verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aKeyIsMeasuredInItsRows() {
    TestPlace parts = place("visit", "visits").field("value[kind=ip]", "word");
    table.row("192.168.0.0", "ip").row("192.168.0.1", "host").row("dark", "theme");
    assertThat(measure(new ValueForm.HalfIp(), parts).verdict()).isEqualTo(Verdict.UPHELD);
    table.row("192.168.0.1", "ip");
    PromiseResult bad = measure(new ValueForm.HalfIp(), parts);
    assertThat(bad.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(summary(bad)).contains("1 value of word in eu-main/visit (value[kind=ip])");
  }

  @Test
  void whatIsBoundNowhereIsUnproven() {
    Form other = new Form(header("visits", "form"), "another", new ValueForm.HalfIp());
    PromiseResult result = workspace.promise(other).result(Safeguard.probers());
    assertThat(result.verdict()).isEqualTo(Verdict.UNPROVEN);
    assertThat(reasons(result)).anyMatch(r -> r.contains("binds no field to another"));
  }

  @Test
  void theSameSearchServesTwoPromises() {
    table.row("192.168.0.1");
    workspace.map("eu-main", place("visit", "visits", "more").field("value", "word"));
    workspace.promise(new Form(header("visits", "form"), "word", new ValueForm.HalfIp()));
    workspace.promise(new Form(header("more", "form"), "word", new ValueForm.HalfIp()));
    assertThat(workspace.run(Safeguard.probers()).results())
        .hasSize(2)
        .allMatch(r -> r.verdict() == Verdict.BROKEN);
    assertThat(system.asked).hasSize(1);
  }

  private PromiseResult measure(ValueForm form) {
    return measure(form, place);
  }

  private PromiseResult measure(ValueForm form, TestPlace bound) {
    workspace.map("eu-main", bound).promise(new Form(header("visits", "form"), "word", form));
    return workspace.result(Safeguard.probers());
  }
}
