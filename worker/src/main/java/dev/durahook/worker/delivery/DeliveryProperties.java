package dev.durahook.worker.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings that apply to every destination.
 *
 * @param blockPrivateNetworks whether deliveries to loopback, link-local, private and other addresses that are not
 *     public are refused
 */
@ConfigurationProperties(prefix = DeliveryProperties.PREFIX, ignoreUnknownFields = false)
record DeliveryProperties(boolean blockPrivateNetworks) {

    static final String PREFIX = "durahook.delivery";
}
