package dev.durahook.connection.profile;

import dev.durahook.connection.tls.ClientTls;
import io.temporal.envconfig.ClientConfigTLS;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import io.temporal.spring.boot.autoconfigure.properties.ConnectionProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.StringUtils;

/**
 * Applies the profile's credentials, TLS and headers to the connection. Credentials and TLS are never mixed: if the
 * starter's own keys set any of them, none of the profile's are used.
 */
final class ProfileCustomizer implements TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileCustomizer.class);

    private final TemporalProfile profile;
    private final boolean decides;

    ProfileCustomizer(TemporalProfile profile, ConnectionProperties properties) {
        this.profile = profile;
        this.decides = decides(properties);
    }

    /** Whether the profile decides on credentials and TLS, because the starter's keys set neither. */
    static boolean decides(ConnectionProperties properties) {
        return !StringUtils.hasText(properties.getApiKey())
                && properties.isEnableHttps() == null
                && properties.getMTLS() == null;
    }

    @Override
    public WorkflowServiceStubsOptions.Builder customize(WorkflowServiceStubsOptions.Builder options) {
        if (!profile.metadata().isEmpty()) {
            options.addGrpcMetadataProvider(() -> GrpcMetadata.of(profile.metadata()));
        }
        if (decides) {
            secure(options);
        }
        return options;
    }

    private void secure(WorkflowServiceStubsOptions.Builder options) {
        ApiKey apiKey = profile.apiKey();
        if (apiKey != null) {
            options.addApiKey(apiKey::current);
        }
        options.setEnableHttps(profile.usesTls());
        ClientConfigTLS tls = profile.tls();
        if (tls != null && profile.usesTls()) {
            options.setSslContext(ClientTls.context(tls));
            overrideServerName(options, tls);
            warnOfDisabledVerification(tls);
        }
    }

    private static void overrideServerName(WorkflowServiceStubsOptions.Builder options, ClientConfigTLS tls) {
        String serverName = tls.getServerName();
        if (StringUtils.hasText(serverName)) {
            options.setChannelInitializer(channel -> channel.overrideAuthority(serverName));
        }
    }

    private static void warnOfDisabledVerification(ClientConfigTLS tls) {
        if (Boolean.TRUE.equals(tls.isDisableHostVerification())) {
            LOG.warn(
                    "Any certificate of the server is accepted, because of TEMPORAL_TLS_DISABLE_HOST_VERIFICATION or of the"
                            + " profile in the configuration file: an attacker on the network can pose as Temporal");
        }
    }
}
