package dev.durahook.examples.classic;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The classic example in an application that has a database. */
@SpringBootApplication
class ClassicApplication {

    /** The argument that holds the database's URL. */
    static final String DATABASE = "test.database";

    public static void main(String[] arguments) {
        SpringApplication.run(ClassicApplication.class, arguments);
    }

    @Bean
    DataSource dataSource(Environment environment) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(environment.getRequiredProperty(DATABASE));
        return dataSource;
    }
}
