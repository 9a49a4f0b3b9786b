package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;

/**
 * A delivery of a provider.
 *
 * @param scheme the scheme's row
 * @param id the provider's id of the first event, or the name of what identifies the event instead
 * @param type the provider's type of the first event
 */
record CatalogueExample(String scheme, String id, String type, Delivery delivery) {

    @Override
    public String toString() {
        return scheme + " " + type;
    }
}
