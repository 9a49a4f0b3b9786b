package dev.durahook.receiver.source;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The package delivery depends on no other, signature depends on delivery, and source depends on both. */
@AnalyzeClasses(packages = "dev.durahook.receiver", importOptions = DoNotIncludeTests.class)
class PackageDirectionTest {

    @ArchTest
    static final ArchRule A_DELIVERY_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("dev.durahook.receiver.delivery")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("dev.durahook.receiver.delivery", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule A_SIGNATURE_KNOWS_NO_SOURCE = noClasses()
            .that()
            .resideInAPackage("dev.durahook.receiver.signature")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.durahook.receiver.source");

    @ArchTest
    static final ArchRule NOTHING_IS_PARSED_BEFORE_IT_IS_VERIFIED = noClasses()
            .that()
            .resideInAPackage("dev.durahook.receiver.signature")
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
                    "dev.durahook.receiver.acceptance",
                    "dev.durahook.workflows..",
                    "io.temporal..");

    @ArchTest
    static final ArchRule A_VERIFIER_OF_ITS_OWN_KNOWS_NO_SOURCE = noClasses()
            .that()
            .resideInAnyPackage("dev.durahook.receiver.provider", "dev.durahook.receiver.keys")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.durahook.receiver.source",
                    "dev.durahook.receiver.handshake",
                    "dev.durahook.receiver.ingest",
                    "dev.durahook.receiver.acceptance");

    @ArchTest
    static final ArchRule KEYS_KNOW_NO_PROVIDER = noClasses()
            .that()
            .resideInAPackage("dev.durahook.receiver.keys")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.durahook.receiver.provider");

    @ArchTest
    static final ArchRule ONLY_PROVIDERS_READ_TOKENS = noClasses()
            .that()
            .resideOutsideOfPackage("dev.durahook.receiver.provider")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nimbusds..");
}
