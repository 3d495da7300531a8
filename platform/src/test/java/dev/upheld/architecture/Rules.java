package dev.upheld.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules on imports below one package root. Each returns what breaks it, one line "From -> To" a
 * pair of classes; nothing when the rule holds.
 *
 * @param root the package that holds the units, for example {@code dev.upheld}
 * @param classes the classes to look at; those outside the root are only looked at as targets
 */
record Rules(String root, JavaClasses classes) {

  /** Imports that the table does not allow, and classes of packages that it does not know. */
  Set<String> imports(ImportTable table) {
    Set<String> found = new TreeSet<>();
    for (JavaClass from : inside()) {
      if (table.row(unit(from)).isEmpty()) {
        found.add(from.getSimpleName() + " is in no package of the table");
      }
      uses(from, to -> isInside(to) && !table.allows(unit(from), unit(to))).forEach(found::add);
    }
    return found;
  }

  /** Uses of Spring outside the web edge and the app. */
  Set<String> spring() {
    Set<String> found = new TreeSet<>();
    for (JavaClass from : inside()) {
      String unit = unit(from);
      boolean webEdge = unit.startsWith("edge/") && !unit.equals("edge/cli");
      if (!webEdge && !unit.equals("app")) {
        uses(from, to -> to.getPackageName().startsWith("org.springframework")).forEach(found::add);
      }
    }
    return found;
  }

  /** Cycles between packages, every sub-package counted as a package of its own. */
  List<String> cycles() {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .evaluate(classes)
        .getFailureReport()
        .getDetails();
  }

  private List<JavaClass> inside() {
    return classes.stream().filter(this::isInside).toList();
  }

  private boolean isInside(JavaClass candidate) {
    return candidate.getPackageName().equals(root)
        || candidate.getPackageName().startsWith(root + ".");
  }

  private String unit(JavaClass member) {
    return ImportTable.unit(root, member.getPackageName());
  }

  private static Stream<String> uses(JavaClass from, Predicate<JavaClass> forbidden) {
    return from.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .filter(forbidden)
        .map(to -> from.getSimpleName() + " -> " + to.getSimpleName())
        .collect(Collectors.toSet())
        .stream();
  }
}
