package dev.durahook.workflows.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.Set;

/** The calls that workflow code must not make, because their results would differ at the next replay. */
final class Determinism {

    private static final Set<String> FORBIDDEN_CLASSES = Set.of(
            "java.lang.Thread",
            "java.lang.Runtime",
            "java.lang.Process",
            "java.lang.ProcessBuilder",
            "java.lang.ProcessHandle",
            "java.util.Random",
            "java.util.Timer",
            "java.security.SecureRandom");
    private static final Set<String> FORBIDDEN_METHODS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.lang.System.getenv",
            "java.lang.System.getProperty",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID");

    private static final DescribedPredicate<JavaClass> FORBIDDEN_PACKAGES = resideInAnyPackage(
            "java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.util.concurrent..");
    private static final Set<String> VALUES =
            Set.of("java.util.concurrent.TimeUnit", "java.util.concurrent.TimeoutException");

    private Determinism() {}

    /** Workflow code may use only {@code Workflow.*}, stubs and values. */
    static ArchCondition<JavaClass> useOnlyWhatReplays() {
        return never(accessTargetWhere(
                        describe("it is a clock, a source of chance, a thread or I/O", Determinism::isForbidden)))
                .as("use neither clock nor chance, threads nor I/O");
    }

    private static boolean isForbidden(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        return (FORBIDDEN_PACKAGES.test(target.getOwner()) && !VALUES.contains(owner))
                || FORBIDDEN_CLASSES.contains(owner)
                || FORBIDDEN_METHODS.contains(owner + "." + target.getName())
                || (owner.startsWith("java.time.") && target.getName().equals("now"));
    }
}
