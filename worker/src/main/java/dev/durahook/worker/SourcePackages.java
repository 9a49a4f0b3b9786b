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
 * Loads a class of each package in {@code spring.main.sources}, such as the package of a jar of handlers. If the JVM
 * has not loaded any class of such a package, Spring Boot loads the first class that it finds and makes it a bean, even
 * without an annotation. If a handler contains a record, the first class may be this record, and the start fails
 * because there are no beans for the record's components.
 */
final class SourcePackages {

    private static final ClassLoader LOADER = SpringApplication.class.getClassLoader();

    private SourcePackages() {}

    /** Loads a class of each package without running its code. A source that is not a package is skipped. */
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
            // Spring Boot reports this source in its own words.
        }
    }

    private static void load(String source, String file) {
        try {
            Class.forName(source + "." + file.replaceFirst("\\.class$", ""), false, LOADER);
        } catch (ClassNotFoundException | LinkageError unusable) {
            // Spring Boot reports this source too.
        }
    }
}
