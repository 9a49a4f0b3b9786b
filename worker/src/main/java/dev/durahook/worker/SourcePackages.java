package dev.durahook.worker;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import org.springframework.boot.SpringApplication;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.ClassUtils;

/**
 * The packages of {@code spring.main.sources}, such as that of a jar of handlers. For a package of which the JVM has not
 * loaded a class yet, Spring Boot loads the first one that it finds and makes a bean of it, annotated or not. With a handler
 * that has a record of its own inside, that is the record, and the start fails for want of its components.
 */
final class SourcePackages {

    private static final ClassLoader LOADER = SpringApplication.class.getClassLoader();

    private SourcePackages() {}

    /** Loads a class of each of them, without running any code of it. What is no package is left alone. */
    static void load(Collection<String> sources) {
        sources.forEach(SourcePackages::load);
    }

    private static void load(String source) {
        try {
            Resource[] classes = new PathMatchingResourcePatternResolver(LOADER)
                    .getResources(ResourcePatternResolver.CLASSPATH_ALL_URL_PREFIX
                            + ClassUtils.convertClassNameToResourcePath(source) + "/*.class");
            Arrays.stream(classes)
                    .map(Resource::getFilename)
                    .filter(name -> name != null)
                    .findFirst()
                    .ifPresent(name -> load(source, name));
        } catch (IOException noPackage) {
            // Spring Boot says so, in its own words.
        }
    }

    private static void load(String source, String file) {
        try {
            Class.forName(source + "." + file.replaceFirst("\\.class$", ""), false, LOADER);
        } catch (ClassNotFoundException | LinkageError unusable) {
            // As above.
        }
    }
}
