package dev.durahook.testsupport.temporal;

import io.temporal.api.common.v1.Payload;
import io.temporal.payload.storage.ExternalStorage;
import io.temporal.payload.storage.StorageDriver;
import io.temporal.payload.storage.StorageDriverClaim;
import io.temporal.payload.storage.StorageDriverRetrieveContext;
import io.temporal.payload.storage.StorageDriverStoreContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Stores large payloads in memory, as an application may store them in a bucket. Temporal then has only references. */
public final class MemoryStorage implements StorageDriver {

    private static final String KEY = "key";

    private final Map<String, Payload> stored = new ConcurrentHashMap<>();
    private volatile boolean away;

    /**
     * Options with which a client stores payloads here.
     *
     * @param threshold the size in bytes from which payloads are stored here
     */
    public ExternalStorage from(int threshold) {
        return ExternalStorage.newBuilder()
                .setDriver(this)
                .setPayloadSizeThreshold(threshold)
                .build();
    }

    /** Says whether the storage can't be reached from now on. */
    public void away(boolean now) {
        away = now;
    }

    /** How many payloads are stored here. */
    public int size() {
        return stored.size();
    }

    @Override
    public String getName() {
        return "memory";
    }

    @Override
    public String getType() {
        return "memory";
    }

    @Override
    public CompletableFuture<List<StorageDriverClaim>> store(
            StorageDriverStoreContext context, List<Payload> payloads) {
        return CompletableFuture.completedFuture(
                payloads.stream().map(this::store).toList());
    }

    private StorageDriverClaim store(Payload payload) {
        String key = UUID.randomUUID().toString();
        stored.put(key, payload);
        return new StorageDriverClaim(Map.of(KEY, key));
    }

    @Override
    public CompletableFuture<List<Payload>> retrieve(
            StorageDriverRetrieveContext context, List<StorageDriverClaim> claims) {
        return away
                ? CompletableFuture.failedFuture(new IllegalStateException("the storage is away"))
                : CompletableFuture.completedFuture(claims.stream()
                        .map(claim -> stored.get(claim.getClaimData().get(KEY)))
                        .toList());
    }
}
