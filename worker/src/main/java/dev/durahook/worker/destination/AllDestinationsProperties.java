package dev.durahook.worker.destination;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings that apply to every destination.
 *
 * @param blockPrivateNetworks whether deliveries to loopback, link-local, private and other addresses that are not
 *     public are refused
 */
@ConfigurationProperties(prefix = AllDestinationsProperties.PREFIX, ignoreUnknownFields = false)
record AllDestinationsProperties(boolean blockPrivateNetworks) {

    static final String PREFIX = "durahook.delivery";
}
