package dev.durahook.worker.operations;

import dev.durahook.worker.WorkerApplication;
import dev.durahook.workflows.handling.EventAttempt;
import dev.durahook.workflows.handling.EventHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;

/** A worker with a handler that fails while a file is there, and that writes down each event. */
class OperatedShop {

    /** The variable that names the folder of the files. */
    static final String FOLDER = "SHOP_FOLDER";

    static final String DOWN = "down";
    static final String HANDLED = "handled";

    public static void main(String[] arguments) {
        SpringApplication.run(new Class<?>[] {WorkerApplication.class, OperatedShop.class}, arguments);
    }

    @Bean
    EventHandler crm() {
        Path folder = Path.of(System.getenv(FOLDER));
        return new EventHandler() {
            @Override
            public String name() {
                return "crm";
            }

            @Override
            public List<String> eventTypes() {
                return List.of("shop.*");
            }

            @Override
            public String handle(EventAttempt attempt) throws IOException {
                if (Files.exists(folder.resolve(DOWN))) {
                    throw new IllegalStateException("the crm is down");
                }
                write(folder, attempt.event().id() + "\n");
                return "told the crm";
            }
        };
    }

    private static synchronized void write(Path folder, String line) throws IOException {
        Files.writeString(folder.resolve(HANDLED), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
