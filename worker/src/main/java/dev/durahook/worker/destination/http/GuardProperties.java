package dev.durahook.worker.destination.http;

import dev.durahook.connection.configuration.KnownKeys;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.core.env.Environment;

/**
 * Settings that apply to every HTTP destination.
 *
 * @param blockPrivateNetworks whether connections to loopback, link-local, private and other addresses that are not
 *     public are refused
 */
@ConfigurationProperties(GuardProperties.PREFIX)
record GuardProperties(boolean blockPrivateNetworks) {

    static final String PREFIX = "durahook.http-destinations";
    static final String KEY = PREFIX + ".block-private-networks";

    private static final Logger LOG = LoggerFactory.getLogger(GuardProperties.class);
    private static final String FORMER_PREFIX = "durahook.delivery";

    /**
     * Reads the settings, also under the name that they had before. If both names are used, the present one counts.
     *
     * @throws org.springframework.boot.context.properties.bind.BindException if a key is not known
     */
    static GuardProperties of(Environment environment) {
        BindResult<GuardProperties> present = bind(environment, PREFIX);
        BindResult<GuardProperties> former = bind(environment, FORMER_PREFIX);
        former.ifBound(settings -> LOG.warn(
                "{}.block-private-networks has a new name: replace it by {}. A later version will refuse the old name",
                FORMER_PREFIX,
                KEY));
        return present.orElseGet(() -> former.orElseGet(() -> new GuardProperties(false)));
    }

    private static BindResult<GuardProperties> bind(Environment environment, String prefix) {
        return KnownKeys.bindEntry(environment, prefix, GuardProperties.class, List.of());
    }
}
