package dev.durahook.benchmarks.load.report;

import dev.durahook.benchmarks.load.measure.Measurement;
import dev.durahook.loadsupport.report.Numbers;
import io.temporal.api.workflowservice.v1.GetClusterInfoRequest;
import io.temporal.api.workflowservice.v1.GetClusterInfoResponse;
import io.temporal.client.WorkflowClient;
import java.util.List;

/** Describes in a sentence the server and the machine of the measurements. */
public final class Environment {

    private Environment() {}

    /** Names the server, the processors and Java, and says how busy other work kept the machine. */
    public static String of(WorkflowClient client, List<Measurement> measurements) {
        GetClusterInfoResponse server = client.getWorkflowServiceStubs()
                .blockingStub()
                .getClusterInfo(GetClusterInfoRequest.getDefaultInstance());
        return String.format(
                "Temporal %s on %s, %s processors, Java %s; before the measurements, other work kept %s processors busy"
                        + " (median; at most %s).",
                server.getServerVersion(),
                server.getPersistenceStore(),
                Runtime.getRuntime().availableProcessors(),
                Runtime.version(),
                Numbers.text(Numbers.median(measurements.stream().mapToDouble(Measurement::otherLoad))),
                Numbers.text(measurements.stream()
                        .mapToDouble(Measurement::otherLoad)
                        .max()
                        .orElse(Double.NaN)));
    }
}
