package dev.durahook.worker.policy;

import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.DataConverter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.function.SingletonSupplier;

/**
 * The client's data converter, and whether the client stores payloads outside of Temporal. The client is asked before the
 * workers start, because a workflow's thread must not ask the client.
 */
public final class ClientConverter implements SmartInitializingSingleton {

    private final SingletonSupplier<WorkflowClientOptions> options;

    ClientConverter(SingletonSupplier<WorkflowClientOptions> options) {
        this.options = options;
    }

    public DataConverter get() {
        return options.obtain().getDataConverter();
    }

    /** Whether the client may store large payloads outside of Temporal. Only the storage knows which payloads it takes. */
    boolean hasExternalStorage() {
        return options.obtain().getExternalStorage() != null;
    }

    @Override
    public void afterSingletonsInstantiated() {
        get();
    }
}
