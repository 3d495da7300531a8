package dev.upheld.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The house holds to its import table, and each rule reports the fixture that breaks it. */
class ArchitectureTest {

  private static final String BAD = "dev.upheld.architecture.bad.";

  private final ImportTable table = ImportTable.ofTheHouse();

  private static Rules house() {
    JavaClasses production =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // jOOQ arranges what it generates in its own way
            .withImportOption(place -> !place.contains("/dev/upheld/store/generated/"))
            .importPackages("dev.upheld");
    return new Rules("dev.upheld", production);
  }

  private static Rules bad(String fixture) {
    return new Rules(BAD + fixture, new ClassFileImporter().importPackages(BAD + fixture));
  }

  @Test
  void theHouseHoldsItsImportTable() {
    assertThat(house().imports(table)).isEmpty();
  }

  @Test
  void theHouseHasNoCycles() {
    assertThat(house().cycles()).isEmpty();
  }

  @Test
  void springStaysAtTheEdge() {
    assertThat(house().spring()).isEmpty();
  }

  @Test
  void theHouseIsSeenAtAll() {
    assertThat(house().classes()).hasSizeGreaterThan(20);
  }

  @Test
  void reportsAnImportDownTheList() {
    assertThat(bad("upward").imports(table)).containsExactly("Low -> High");
  }

  @Test
  void reportsADutyThatImportsItsSibling() {
    assertThat(bad("sibling").imports(table)).containsExactly("One -> Two");
  }

  @Test
  void reportsWhoeverImportsTheEdgeExceptTheApp() {
    assertThat(bad("edge").imports(table)).containsExactly("Inside -> Door");
  }

  @Test
  void reportsAnEdgeThatImportsTheDemo() {
    assertThat(bad("demo").imports(table)).containsExactly("Shows -> Company");
  }

  @Test
  void reportsAPackageThatTheTableDoesNotKnow() {
    assertThat(bad("unknown").imports(table))
        .containsExactly("Stray is in no package of the table");
  }

  @Test
  void reportsCyclesBetweenPackagesAndTheirSubPackages() {
    Rules cycle = bad("cycle");
    assertThat(cycle.imports(table)).isEmpty();
    assertThat(cycle.cycles()).hasSize(2);
    assertThat(cycle.cycles()).anyMatch(c -> c.contains("General") && c.contains("Special"));
    assertThat(cycle.cycles()).anyMatch(c -> c.contains("Rule") && c.contains("Row"));
  }

  @Test
  void reportsSpringOutsideTheWebEdge() {
    assertThat(bad("spring").spring()).containsExactly("Container -> Bean", "Slow -> Bean");
  }

  @Test
  void fixturesBreakOnlyTheRuleTheyAreFor() {
    for (String fixture : new String[] {"upward", "sibling", "edge", "demo", "unknown"}) {
      assertThat(bad(fixture).cycles()).isEmpty();
      assertThat(bad(fixture).spring()).isEmpty();
    }
    assertThat(bad("spring").imports(table)).isEmpty();
    assertThat(bad("spring").cycles()).isEmpty();
  }
}
