package dev.durahook.testing.ledger;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** The connection in a test without a database. It can be passed on; if it is used, it fails and says what to do. */
final class NoDatabase implements InvocationHandler {

    private NoDatabase() {}

    static Connection connection() {
        return (Connection) Proxy.newProxyInstance(
                NoDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, new NoDatabase());
    }

    @Override
    public Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        if (method.getName().equals("toString")) {
            return "[no database]";
        }
        throw new UnsupportedOperationException("This test has no database, and the work calls Connection."
                + method.getName()
                + ". Give the handler a fake that leaves the connection alone, or give the ledger a database:"
                + " new InMemoryLedger(dataSource)");
    }
}
