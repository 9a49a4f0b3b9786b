package dev.durahook.standalone.webui;

import dev.durahook.testsupport.Await;
import dev.durahook.testsupport.program.Chromium;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A browser without a screen. It waits for what it is asked for: the pages poll, and nothing on them is there at once. A
 * dialog that opens by itself fails whatever is asked next.
 */
final class Browser implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Path IMAGES = Path.of("../docs/images");

    /** Markdown is rendered in frames of the same origin. */
    private static final String TEXT = """
            return document.body.innerText + '\\n'
                + [...document.querySelectorAll('iframe')].map(f => f.contentDocument?.body?.innerText ?? '').join('\\n')
            """;

    /** The elements that Markdown was made into. */
    private static final String RENDERED = """
            return [...document.querySelectorAll('iframe')]
                .flatMap(f => [...(f.contentDocument?.querySelectorAll('main *') ?? [])])
                .map(e => e.getAttribute('href') ?? e.tagName.toLowerCase())
            """;

    private final ChromeDriver driver = start();

    private static ChromeDriver start() {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Chromium.driver().toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("TZ", "UTC"))
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Chromium.browser().toFile());
        // In a container, root has no sandbox and shared memory is small.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.addArguments("--window-size=1400,900", "--hide-scrollbars", "--lang=en", "--no-first-run");
        options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
        return new ChromeDriver(service, options);
    }

    void open(String url) {
        driver.get(url);
    }

    /** Keeps a value where the page finds it when it is opened next. */
    void store(String key, String value) {
        driver.executeScript("localStorage.setItem(arguments[0], arguments[1])", key, value);
    }

    /** All that can be read, once all of these can be. */
    String awaitText(String... texts) {
        try {
            return Await.value(
                    "a page with " + List.of(texts),
                    LONG,
                    () -> Optional.of(text())
                            .filter(text -> List.of(texts).stream().allMatch(text::contains)));
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but:\n" + text(), e);
        }
    }

    String text() {
        return String.valueOf(driver.executeScript(TEXT));
    }

    /** The tag of each element that Markdown was made into, or its address if it is a link. */
    List<String> rendered() {
        List<?> elements = (List<?>) driver.executeScript(RENDERED);
        return elements.stream().map(String::valueOf).toList();
    }

    /** How many elements of the page itself there are, frames not counted. */
    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    /** Clicks the one of these elements that can be seen. Pages have some twice, for screens of two sizes. */
    void click(String css, String text) {
        Await.until("a click on " + css + " " + text, LONG, () -> tryToClick(css, text));
    }

    private boolean tryToClick(String css, String text) {
        try {
            Optional<WebElement> visible = driver.findElements(By.cssSelector(css)).stream()
                    .filter(element -> element.isDisplayed() && element.isEnabled())
                    .filter(element -> element.getText().contains(text))
                    .findFirst();
            visible.ifPresent(WebElement::click);
            return visible.isPresent();
        } catch (StaleElementReferenceException again) {
            return false;
        } catch (WebDriverException covered) {
            // Something is still moving over it.
            if (covered.getMessage() != null && covered.getMessage().contains("click intercepted")) {
                return false;
            }
            throw covered;
        }
    }

    /** Types into the one of these elements that can be seen. */
    void type(String css, String text) {
        click(css, "");
        new Actions(driver).sendKeys(text).perform();
    }

    /** The row of a table that holds a text. */
    String row(String text) {
        return driver.findElements(By.cssSelector("tr")).stream()
                .map(WebElement::getText)
                .filter(row -> row.contains(text))
                .findFirst()
                .orElse("no row with " + text);
    }

    /** Moves the page until the one of these elements with this text is at its top. */
    void scrollTo(String css, String text) {
        driver.findElements(By.cssSelector(css)).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .ifPresent(element -> driver.executeScript("arguments[0].scrollIntoView()", element));
    }

    /** Takes a picture for docs/, where it is asked for. */
    void picture(String name) {
        if (!Boolean.getBoolean("durahook.write-docs")) {
            return;
        }
        try {
            Files.write(IMAGES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
