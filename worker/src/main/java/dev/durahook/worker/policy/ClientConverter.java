package dev.durahook.worker.policy;

import io.temporal.common.converter.DataConverter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.util.function.SingletonSupplier;

/**
 * The client's data converter. The client is asked for it before the workers start, because a workflow's thread must not
 * ask the client.
 */
public final class ClientConverter implements SmartInitializingSingleton {

    private final SingletonSupplier<DataConverter> converter;

    ClientConverter(SingletonSupplier<DataConverter> converter) {
        this.converter = converter;
    }

    public DataConverter get() {
        return converter.obtain();
    }

    @Override
    public void afterSingletonsInstantiated() {
        get();
    }
}
