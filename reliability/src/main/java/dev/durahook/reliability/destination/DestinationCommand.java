package dev.durahook.reliability.destination;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.durahook.benchmarks.load.effect.EffectLog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs the HTTP destination, which notes each event in a file before it answers. */
@Command(name = "destination", hidden = true)
public final class DestinationCommand implements Callable<Integer> {

    @Parameters(index = "0")
    private int port;

    @Parameters(index = "1")
    private Path effects = Path.of("");

    @Override
    public Integer call() throws Exception {
        EffectLog seen = new EffectLog(effects);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", request -> take(request, seen));
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        System.out.println(Ready.LINE);
        Thread.currentThread().join();
        return 0;
    }

    // An event counts as seen only if its whole body has arrived.
    private static void take(HttpExchange request, EffectLog seen) throws IOException {
        try (request) {
            request.getRequestBody().readAllBytes();
            seen.note(request.getRequestHeaders().getFirst("Idempotency-Key"));
            request.sendResponseHeaders(204, -1);
        }
    }
}
