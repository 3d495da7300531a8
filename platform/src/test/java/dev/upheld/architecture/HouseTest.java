package dev.upheld.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upheld.architecture.HouseRules.Sin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A tidy house, with a ratchet: what is listed may stay with its reason, nothing new joins it. */
class HouseTest {

  /**
   * Sins that may stay: where, and why. An entry that no longer sins fails too, so the list only
   * shrinks.
   */
  private static final Map<String, String> EXCUSED = Map.of();

  private final Checkout checkout = Checkout.find();

  private List<SourceFile> sources() {
    return checkout.files(".java").stream()
        .map(file -> SourceFile.read(checkout.root(), file))
        .toList();
  }

  @Test
  void theHouseIsTidy() {
    List<Sin> sins = sources().stream().flatMap(file -> HouseRules.sins(file).stream()).toList();
    assertThat(sins).filteredOn(sin -> !EXCUSED.containsKey(sin.where())).isEmpty();
    Set<String> sinners = sins.stream().map(Sin::where).collect(Collectors.toSet());
    assertThat(sinners).as("excused, but no longer sinning").containsAll(EXCUSED.keySet());
    assertThat(EXCUSED.values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
  }

  @Test
  void everyPackageSaysWhatItIsForAndIsNullMarked() throws IOException {
    Path main = checkout.root().resolve("platform/src/main/java");
    Set<Path> folders =
        checkout.files(".java").stream()
            .filter(file -> file.startsWith(main))
            .map(Path::getParent)
            .collect(Collectors.toSet());
    assertThat(folders).isNotEmpty();
    for (Path folder : folders) {
      Path info = folder.resolve("package-info.java");
      assertThat(info).exists();
      assertThat(Files.readString(info)).contains("@NullMarked").startsWith("/**");
    }
  }

  @Test
  void scriptsAndBuildPutNothingOff() throws IOException {
    for (String ending : List.of(".sh", ".xml", "upheld", "verify", "run")) {
      for (Path file : checkout.files(ending)) {
        assertThat(HouseRules.postponed(Files.readString(file))).as(file.toString()).isEmpty();
      }
    }
  }

  @Test
  void seesALongFile() {
    assertThat(sinsOf("class A {" + "\n".repeat(500) + "}")).containsExactly("file of 501 lines");
    assertThat(sinsOf("class A {" + "\n".repeat(499) + "}")).isEmpty();
  }

  @Test
  void seesALongMethod() {
    assertThat(sinsOf("class A {\n void m() {" + "\n".repeat(60) + "}\n}"))
        .containsExactly("method of 61 lines");
    assertThat(sinsOf("class A {\n void m() {" + "\n".repeat(59) + "}\n}")).isEmpty();
    assertThat(sinsOf("class A {\n A() {" + "\n".repeat(60) + "}\n}")).hasSize(1);
  }

  @Test
  void seesManyParametersButNotTheComponentsOfARecord() {
    assertThat(sinsOf("class A { void m(int a, int b, int c, int d, int e, int f) {} }"))
        .containsExactly("6 parameters");
    assertThat(sinsOf("class A { void m(int a, int b, int c, int d, int e) {} }")).isEmpty();
    assertThat(sinsOf("record A(int a, int b, int c, int d, int e, int f) { A {} }")).isEmpty();
  }

  @Test
  void seesPrinting() {
    assertThat(sinsOf("class A { void m() { System.out.println(); } }"))
        .containsExactly("uses System.out");
    assertThat(sinsOf("class A { void m(Exception e) { e.printStackTrace(); } }"))
        .containsExactly("prints a stack trace");
    assertThat(
            HouseRules.sins(
                new SourceFile(
                    "platform/src/main/java/dev/upheld/edge/cli/A.java",
                    "class A { void m() { System.err.println(); } }")))
        .isEmpty();
  }

  @Test
  void seesWorkPutOff() {
    assertThat(sinsOf("class A {} // TO" + "DO later")).containsExactly("says TO" + "DO");
  }

  private static List<String> sinsOf(String source) {
    return HouseRules.sins(new SourceFile("platform/src/main/java/dev/upheld/law/A.java", source))
        .stream()
        .map(Sin::what)
        .toList();
  }
}
