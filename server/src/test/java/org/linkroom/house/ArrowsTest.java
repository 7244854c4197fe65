package org.linkroom.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// Who may know whom, and what nobody does: the rules of the house that a compiler cannot hold.
class ArrowsTest {
  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludePackageInfos())
          .importPath(Path.of("target", "classes", "org", "linkroom"));

  private static final String FEATURES =
      "session network people openid entry safety video check day report calendar intake year parcel";

  private static final Set<String> CLOCKS =
      Set.of(
          Instant.class.getName(),
          LocalDate.class.getName(),
          LocalDateTime.class.getName(),
          ZonedDateTime.class.getName());

  @Test
  void arrowsPointDownAndTheDoorsDoNotKnowEachOther() {
    onlyThese(
            "base", "protocol", "activity", "redis", "records", "room", FEATURES, "live", "web", "")
        .use("base");
    onlyThese("activity", "room", FEATURES, "live", "web", "").use("protocol");
    onlyThese("room", FEATURES, "web", "").use("activity");
    onlyThese("room", FEATURES, "web", "").use("redis");
    onlyThese("room", FEATURES, "web", "").use("records");
    onlyThese(FEATURES, "live", "web", "").use("room");
    for (String feature : FEATURES.split(" ")) {
      onlyThese(FEATURES, "live", "web", "").use(feature);
    }
    onlyThese("").use("live");
    onlyThese("").use("web");
    onlyThese("").use("embedded");
  }

  private record Users(Set<String> packages) {
    void use(String used) {
      var allowed = new ArrayList<>(packages.stream().map(ArrowsTest::full).toList());
      allowed.add(full(used));
      noClasses()
          .that()
          .resideOutsideOfPackages(allowed.toArray(String[]::new))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(full(used))
          .check(ALL);
    }
  }

  private static Users onlyThese(String... packages) {
    return new Users(
        Stream.of(packages)
            .flatMap(names -> Stream.of(names.split(" ")))
            .collect(Collectors.toSet()));
  }

  private static String full(String name) {
    return name.isEmpty() ? "org.linkroom" : "org.linkroom." + name;
  }

  @Test
  void noFeatureGoesRoundToItself() {
    slices().matching("org.linkroom.(*)..").should().beFreeOfCycles().check(ALL);
  }

  @Test
  void aRoomsRulesKnowNeitherServerNorStore() {
    noClasses()
        .that(implement("org.linkroom.room.Command").or(implement("org.linkroom.room.Decision")))
        .should()
        .dependOnClassesThat(
            resideInAPackage("io.vertx..")
                .or(resideInAPackage("org.linkroom.redis"))
                .or(resideInAPackage("org.linkroom.records")))
        .check(ALL);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> implement(String name) {
    return describe("are a " + name, one -> one.isAssignableTo(name));
  }

  @Test
  void timeIsAnArgumentEverywhereButInApp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.linkroom")
        .should()
        .callMethodWhere(describe("it reads the machine's clock", ArrowsTest::readsTheClock))
        .check(ALL);
  }

  private static boolean readsTheClock(JavaMethodCall call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getName();
    return (CLOCKS.contains(owner) && name.equals("now"))
        || (owner.equals(System.class.getName()) && name.equals("currentTimeMillis"))
        || (owner.equals(InstantSource.class.getName()) && name.equals("system"));
  }

  @Test
  void onlyPagesWaitAndNeverWithATimeOfAwaitsOwn() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.linkroom.web")
        .should()
        .callMethodWhere(describe("it awaits", call -> awaits(call)))
        .check(ALL);
    // A wait that ends by its own time leaves Vert.x's context stopped for ever: use
    // timeout().await().
    noClasses()
        .should()
        .callMethodWhere(
            describe(
                "it awaits with a time",
                call -> awaits(call) && call.getTarget().getRawParameterTypes().size() > 1))
        .check(ALL);
  }

  private static boolean awaits(JavaMethodCall call) {
    return call.getName().equals("await")
        && call.getTargetOwner().isAssignableTo("io.vertx.core.Future");
  }

  @Test
  void nothingIsWiredByAnnotations() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.inject..", "jakarta.inject..", "com.google.inject..")
        .check(ALL);
  }

  @Test
  void everyPackageSaysWhatItIsAndThatItsNullsAreMarked() {
    var described =
        new ClassFileImporter().importPath(Path.of("target", "classes", "org", "linkroom"));
    var packages =
        ALL.stream().map(JavaClass::getPackage).map(JavaPackage::getName).distinct().toList();
    assertThat(packages).contains("org.linkroom", "org.linkroom.room");
    for (String name : packages) {
      var info = described.getPackage(name).tryGetPackageInfo();
      assertThat(info).as(name).isPresent();
      assertThat(info.get().isAnnotatedWith(NullMarked.class)).as(name).isTrue();
    }
  }

  @Test
  void handlersAreTheWebsAndAreNotForOthers() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Handler")
        .and()
        .areTopLevelClasses()
        .should()
        .resideInAPackage("org.linkroom.web")
        .andShould()
        .bePackagePrivate()
        .check(ALL);
  }
}
