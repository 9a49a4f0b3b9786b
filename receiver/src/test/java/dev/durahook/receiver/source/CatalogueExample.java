package dev.durahook.receiver.source;

import dev.durahook.receiver.delivery.Delivery;

/**
 * A delivery of a provider.
 *
 * @param scheme the row
 * @param id the provider's id of its first event, or what names it instead
 * @param type the provider's type of it
 */
record CatalogueExample(String scheme, String id, String type, Delivery delivery) {

    @Override
    public String toString() {
        return scheme + " " + type;
    }
}
