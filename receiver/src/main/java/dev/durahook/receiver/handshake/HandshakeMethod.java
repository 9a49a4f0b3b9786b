package dev.durahook.receiver.handshake;

/** The HTTP methods that handshakes use. */
public enum HandshakeMethod {
    GET,
    HEAD,
    OPTIONS,
    POST
}
