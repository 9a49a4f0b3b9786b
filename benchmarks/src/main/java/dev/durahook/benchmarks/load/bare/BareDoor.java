package dev.durahook.benchmarks.load.bare;

import com.google.protobuf.ByteString;
import dev.durahook.benchmarks.load.traffic.Door;
import dev.durahook.benchmarks.load.traffic.PreparedEvent;
import dev.durahook.benchmarks.load.traffic.SenderAnswer;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.converter.RawValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts workflows with the SDK's client, without a receiver. */
public final class BareDoor implements Door {

    /** The name with which the workflow IDs begin, like the name of a source in Durahook. */
    public static final String SOURCE = "github";

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });
    private final WorkflowClient client;
    private final String type;
    private final String queue;
    private final boolean eager;
    private final RawValue body;

    /**
     * Starts workflows of one type.
     *
     * @param type the workflow type
     * @param queue the task queue
     * @param eager whether the answer to the start may contain the first workflow task
     * @param json the body of every event
     */
    public BareDoor(WorkflowClient client, String type, String queue, boolean eager, String json) {
        this.client = client;
        this.type = type;
        this.queue = queue;
        this.eager = eager;
        this.body = new RawValue(Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFromUtf8(json))
                .build());
    }

    @Override
    public PreparedEvent prepare(String name) {
        String id = SOURCE + ":" + name;
        return new PreparedEvent(id, () -> CompletableFuture.supplyAsync(() -> start(id), threads));
    }

    private SenderAnswer start(String id) {
        WorkflowOptions options = WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(queue)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setDisableEagerExecution(!eager)
                .build();
        try {
            client.newUntypedWorkflowStub(type, options).start(id, body);
            return SenderAnswer.STORED;
        } catch (RuntimeException e) {
            return SenderAnswer.FAILED;
        }
    }
}
