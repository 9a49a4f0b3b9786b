package dev.durahook.receiver.tomcat;

import org.apache.catalina.connector.Request;

/**
 * The languages of the header {@code Accept-Language}, which Spring asks for on every path. Tomcat 11.0.27 throws an exception
 * if they are more than ten. So a genuine delivery would get 503 each time, and a stranger's request anywhere would write a
 * stack trace to the log.
 */
final class AcceptedLanguages {

    private AcceptedLanguages() {}

    /**
     * Has Tomcat read the header now. If there are too many languages, Tomcat keeps the first ones, and does not read the
     * header again for this request, not even on the way to an error page.
     */
    static void read(Request request) {
        try {
            request.getLocale();
        } catch (IllegalArgumentException tooMany) {
            // The receiver answers in one language.
        }
    }
}
