package dev.durahook.standalone;

import dev.durahook.standalone.storage.GithubSecret;
import dev.durahook.standalone.temporal.Temporal;

/**
 * The result of the setup on this machine, which precedes the start of the application.
 *
 * @param temporal the Temporal that the application uses
 * @param githubSecret the secret of the source {@code github}
 */
record LocalSetup(Temporal temporal, GithubSecret githubSecret) {}
