package dev.durahook.worker;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** Reads the reports that Spring Boot prints if an application does not start. */
public final class StartReports {

    private StartReports() {}

    /** Returns the first report of a failure; throws if the failure has no report. */
    public static FailureAnalysis first(@Nullable Throwable failure) {
        return of(failure).get(0);
    }

    // Some of Spring's own analyzers need the application's context, and are left out.
    static List<FailureAnalysis> of(@Nullable Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, (type, name, e) -> {})
                .stream()
                .map(analyzer -> analyzer.analyze(failure))
                .filter(Objects::nonNull)
                .toList();
    }
}
