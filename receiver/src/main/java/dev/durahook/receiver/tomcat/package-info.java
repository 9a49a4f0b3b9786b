/**
 * Adapts Tomcat to the receiver: limits the time for headers, accepts host names with underscores, and answers requests
 * that Tomcat refuses with a problem. The receiver runs on other servers without these.
 */
@NullMarked
package dev.durahook.receiver.tomcat;

import org.jspecify.annotations.NullMarked;
