package dev.durahook.standalone;

import dev.durahook.standalone.storage.GithubSecret;
import dev.durahook.standalone.temporal.Temporal;

/**
 * What the application found, or made, before it started.
 *
 * @param temporal the Temporal it uses
 * @param githubSecret the secret of its source {@code github}
 */
record Surroundings(Temporal temporal, GithubSecret githubSecret) {}
