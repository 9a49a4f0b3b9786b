package dev.durahook.receiver.tomcat;

import java.util.function.Supplier;
import org.apache.catalina.Context;
import org.apache.catalina.Engine;
import org.apache.catalina.connector.Connector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatContextCustomizer;

/**
 * Sets the deadline for headers on each connector with the {@link ReceiverProtocol}, and warns of each other connector: an
 * application may choose another protocol, or add connectors, which Spring Boot does not customize.
 */
final class ConnectorLimits implements TomcatContextCustomizer {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorLimits.class);

    private final Supplier<HeaderDeadline> deadlines;

    /**
     * Limits for all connectors.
     *
     * @param deadlines makes a deadline; each connector checks its connections on a thread of its own
     */
    ConnectorLimits(Supplier<HeaderDeadline> deadlines) {
        this.deadlines = deadlines;
    }

    /** Whether the connector keeps deliveries from holding threads, and one delivery from running into the next. */
    static boolean protects(Connector connector) {
        return connector.getProtocolHandler() instanceof ReceiverProtocol;
    }

    // The context is configured after the connectors were added, and before they start.
    @Override
    public void customize(Context context) {
        Engine engine = (Engine) context.getParent().getParent();
        for (Connector connector : engine.getService().findConnectors()) {
            if (connector.getProtocolHandler() instanceof ReceiverProtocol protocol) {
                protocol.setHeaderDeadline(deadlines.get());
            } else {
                LOG.warn(
                        "Deliveries on port {} are not protected from slow senders, because the connector has the protocol"
                                + " {}: create the connector with new Connector(\"{}\")",
                        connector.getPort(),
                        connector.getProtocolHandlerClassName(),
                        ReceiverProtocol.class.getName());
            }
        }
    }
}
