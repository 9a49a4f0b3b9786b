package dev.durahook.receiver.tomcat;

import java.util.function.Supplier;
import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.Request;
import org.apache.coyote.UpgradeProtocol;
import org.apache.coyote.http11.upgrade.InternalHttpUpgradeHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * A protocol to which a request of HTTP/1.1 may change, such as HTTP/2, unless the request has a body. Tomcat would read the
 * body first, with a thread, for as long as a byte comes now and then. Such a request is answered in HTTP/1.1 instead.
 *
 * @param protocol the protocol
 * @param adapter gives the adapter of the server. The adapter of a processor of HTTP/1.1 counts the answers of one
 *     connection, and its processor goes on with other connections.
 */
record BodilessUpgrade(UpgradeProtocol protocol, Supplier<Adapter> adapter) implements UpgradeProtocol {

    @Override
    public boolean accept(Request request) {
        return !hasBody(request) && protocol.accept(request);
    }

    private static boolean hasBody(Request request) {
        String length = request.getHeader("Content-Length");
        return request.getHeader("Transfer-Encoding") != null || (length != null && !length.equals("0"));
    }

    @Override
    public String getHttpUpgradeName(boolean isSslEnabled) {
        return protocol.getHttpUpgradeName(isSslEnabled);
    }

    @Override
    public byte[] getAlpnIdentifier() {
        return protocol.getAlpnIdentifier();
    }

    @Override
    public String getAlpnName() {
        return protocol.getAlpnName();
    }

    @Override
    public Processor getProcessor(SocketWrapperBase<?> connection, Adapter ofProtocol) {
        return protocol.getProcessor(connection, ofProtocol);
    }

    @Override
    public InternalHttpUpgradeHandler getInternalUpgradeHandler(
            SocketWrapperBase<?> connection, Adapter ofProcessor, @Nullable Request request) {
        return protocol.getInternalUpgradeHandler(connection, adapter.get(), request);
    }
}
