package dev.durahook.standalone;

import dev.durahook.standalone.storage.GithubSecret;
import dev.durahook.standalone.temporal.Temporal;

/**
 * What the application found or created on this machine before its start.
 *
 * @param temporal the Temporal that the application uses
 * @param githubSecret the secret of the source {@code github}
 */
record LocalSetup(Temporal temporal, GithubSecret githubSecret) {}
