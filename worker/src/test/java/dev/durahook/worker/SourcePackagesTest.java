package dev.durahook.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

class SourcePackagesTest {

    @Test
    void firstClassOfAHandlersPackageNeedNotBeABean() {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .run("--spring.main.sources=com.acme.records", "--spring.main.banner-mode=off")) {
            assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.contains("amount"));
        }
        assertThat(SpringApplication.class.getClassLoader().getDefinedPackage("com.acme.records"))
                .isNotNull();
    }

    @Test
    void packageWithoutAClassStopsTheStartWithTheRemedy() {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Nothing.class).web(WebApplicationType.NONE);
        Throwable failure = catchThrowable(
                () -> application.run("--spring.main.sources=com.acme.handlres", "--spring.main.banner-mode=off"));
        FailureAnalysis report = StartReports.first(failure);
        assertThat(report.getDescription())
                .isEqualTo(
                        "spring.main.sources names 'com.acme.handlres', and the class path has no class of this package.");
        assertThat(report.getAction()).contains("-Dloader.path", "/app/handlers", "plain jar");
    }

    @Test
    void otherTextIsLeftToSpringBoot() {
        assertThatCode(() -> SourcePackages.load(List.of("no.such.package", "", "com.acme.records.Amount", "a b/*")))
                .doesNotThrowAnyException();
    }

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}
}
