/** Whether a delivery is genuine: a check, its verdict, and the reasons for a refusal. */
@NullMarked
package dev.durahook.receiver.verification;

import org.jspecify.annotations.NullMarked;
