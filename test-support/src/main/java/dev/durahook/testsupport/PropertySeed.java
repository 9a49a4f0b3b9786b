package dev.durahook.testsupport;

import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Gives every jqwik property a seed, so that a build tries the same cases each time and no test fails by chance. With
 * {@code -Ddurahook.property.seed=random}, each run tries other cases; {@code -Ddurahook.property.tries} says how many.
 * jqwik finds this class through {@code META-INF/services}.
 */
public final class PropertySeed implements AroundPropertyHook {

    private static final String RANDOM = "random";
    private static final int TRIES = 200;

    // It says for each property that there are more edge cases than tries.
    private static final Logger EDGE_CASES =
            Logger.getLogger("net.jqwik.engine.properties.RandomizedShrinkablesGenerator");

    static {
        EDGE_CASES.setLevel(Level.WARNING);
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        attributes.setTries(Integer.getInteger("durahook.property.tries", TRIES));
        String seed = System.getProperty("durahook.property.seed", "1");
        if (!seed.equals(RANDOM)) {
            attributes.setSeed(seed);
        }
        return property.execute();
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
