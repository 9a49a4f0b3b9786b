package dev.durahook.receiver.source;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.durahook.receiver.verifier.Verifier;

/**
 * The receiver's packages depend on each other in one direction only: delivery depends on no other package, signature
 * depends on delivery, and source depends on both.
 */
@AnalyzeClasses(packages = "dev.durahook.receiver", importOptions = DoNotIncludeTests.class)
class PackageDirectionTest {

    private static final String[] SOURCE = {
        "dev.durahook.receiver.source", "dev.durahook.receiver.scheme", "dev.durahook.receiver.extraction"
    };

    @ArchTest
    static final ArchRule A_DELIVERY_DEPENDS_ON_NO_OTHER_PACKAGE = noClasses()
            .that()
            .resideInAPackage("dev.durahook.receiver.delivery")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.durahook.receiver.delivery", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule A_SIGNATURE_KNOWS_NO_SOURCE = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.durahook.receiver.signature",
                    "dev.durahook.receiver.verification",
                    "dev.durahook.receiver.secret",
                    "dev.durahook.receiver.signing")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SOURCE);

    @ArchTest
    static final ArchRule NOTHING_IS_PARSED_BEFORE_IT_IS_VERIFIED = noClasses()
            .that()
            .resideInAnyPackage("dev.durahook.receiver.signature", "dev.durahook.receiver.verification")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.fasterxml.jackson..", "tools.jackson..");

    @ArchTest
    static final ArchRule A_HANDSHAKE_KNOWS_NO_SOURCE_AND_STORES_NOTHING = noClasses()
            .that()
            .resideInAPackage("dev.durahook.receiver.handshake")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.durahook.receiver.source",
                    "dev.durahook.receiver.scheme",
                    "dev.durahook.receiver.extraction",
                    "dev.durahook.receiver.acceptance..",
                    "dev.durahook.workflows",
                    "io.temporal..");

    @ArchTest
    static final ArchRule A_VERIFIER_OF_ITS_OWN_KNOWS_NO_SOURCE = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.durahook.receiver.provider..",
                    "dev.durahook.receiver.verifier",
                    "dev.durahook.receiver.keys..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.durahook.receiver.source",
                    "dev.durahook.receiver.scheme",
                    "dev.durahook.receiver.handshake",
                    "dev.durahook.receiver.ingest..",
                    "dev.durahook.receiver.acceptance..");

    @ArchTest
    static final ArchRule KEYS_KNOW_NO_PROVIDER = noClasses()
            .that()
            .resideInAPackage("dev.durahook.receiver.keys..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.durahook.receiver.provider..");

    @ArchTest
    static final ArchRule ONLY_PROVIDERS_READ_TOKENS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.durahook.receiver.provider.token")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("dev.durahook.(**)").should().beFreeOfCycles();

    // A scheme has a rule or a verifier. Only SigningMethod knows which, so other classes must not call a Verifier.
    @ArchTest
    static final ArchRule HOW_A_SCHEME_SIGNS_IS_CHOSEN_ONCE = noClasses()
            .that()
            .resideOutsideOfPackages("dev.durahook.receiver.signing", "dev.durahook.receiver.provider..")
            .and()
            .doNotHaveSimpleName("Scheme")
            .and()
            .resideInAnyPackage("dev.durahook.receiver..")
            .should()
            .callMethodWhere(target(owner(assignableTo(Verifier.class))));
}
