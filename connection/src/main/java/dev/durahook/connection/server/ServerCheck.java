package dev.durahook.connection.server;

/** Looks at whether the server is enough for what is configured. Every bean of this type is asked. */
public interface ServerCheck {

    /** Called once the server has answered, and again when something of it has changed; never by two threads at once. */
    void check(ServerFacts server);
}
