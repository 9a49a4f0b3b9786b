package dev.durahook.connection.server;

import io.temporal.serviceclient.WorkflowServiceStubs;
import java.util.regex.Pattern;

/**
 * The commands with which an operator sets up a namespace. Temporal Cloud refuses the commands {@code temporal
 * operator}, and has a command line interface of its own, {@code tcld}.
 *
 * @param authority the name of Temporal's server, usually its address; a port and a scheme may be part of it
 * @param namespace the namespace's name
 * @see <a href="https://docs.temporal.io/cloud/tcld/namespace">tcld namespace</a>
 */
public record OperatorCommands(String authority, String namespace) {

    // A namespace has an address below tmprl.cloud, and each region has one below api.temporal.io:
    // https://docs.temporal.io/cloud/namespaces#access-namespaces
    private static final Pattern CLOUD = Pattern.compile(".*\\.(tmprl\\.cloud|api\\.temporal\\.io)(:\\d+)?");

    /**
     * The commands for a namespace of the server behind a connection. Asks for the name that the server's certificate must
     * have: through a private link, Temporal Cloud has an address of another name, and {@code TEMPORAL_TLS_SERVER_NAME} is
     * its own.
     */
    public static OperatorCommands of(WorkflowServiceStubs stubs, String namespace) {
        return new OperatorCommands(stubs.getRawChannel().authority(), namespace);
    }

    /** Sets the namespace's retention to a number of days. */
    public String setRetention(long days) {
        return isCloud()
                ? "tcld namespace retention set --namespace %s --retention-days %s".formatted(namespace, days)
                : "temporal operator namespace update --namespace %s --retention %sd".formatted(namespace, days);
    }

    /** Creates the namespace. In Temporal Cloud, the command also needs a region and a way to authenticate. */
    public String createNamespace() {
        return isCloud()
                ? "create it at https://cloud.temporal.io/namespaces, or with tcld namespace create"
                : "temporal operator namespace create --namespace " + namespace + " --retention 7d";
    }

    /** Registers a search attribute of the type Keyword. */
    public String createKeyword(String attribute) {
        return isCloud()
                ? "tcld namespace search-attributes add --namespace %s --search-attribute \"%s=Keyword\""
                        .formatted(namespace, attribute)
                : "temporal operator search-attribute create --namespace %s --name %s --type Keyword"
                        .formatted(namespace, attribute);
    }

    /** Makes a search attribute's name free. In Temporal Cloud, an attribute can't be removed, only renamed. */
    public String freeName(String attribute) {
        return isCloud()
                ? "tcld namespace search-attributes rename --namespace %s --existing-name %s --new-name %s"
                        .formatted(namespace, attribute, attribute + "Old")
                : "temporal operator search-attribute remove --namespace %s --name %s --yes"
                        .formatted(namespace, attribute);
    }

    private boolean isCloud() {
        return CLOUD.matcher(authority).matches();
    }
}
