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
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/**
 * A browser without a screen. Every call waits for its text or element, because the pages load their data after they
 * open. If a dialog opens unexpectedly, the next call fails.
 */
final class Browser implements AutoCloseable {

    private static final Path IMAGES = Path.of("../docs/images");

    /** Markdown is rendered in frames of the same origin. */
    private static final String TEXT = """
            return document.body.innerText + '\\n'
                + [...document.querySelectorAll('iframe')].map(f => f.contentDocument?.body?.innerText ?? '').join('\\n')
            """;

    /** The elements that were rendered from Markdown. */
    private static final String RENDERED = """
            return [...document.querySelectorAll('iframe')]
                .flatMap(f => [...(f.contentDocument?.querySelectorAll('main *') ?? [])])
                .map(e => e.getAttribute('href') ?? e.tagName.toLowerCase())
            """;

    /** Without animations, which draw each page 60 times a second as long as it is open. */
    private static final String STILL = """
            document.addEventListener('DOMContentLoaded', () => {
                const style = document.createElement('style');
                style.textContent = '* { animation: none !important; transition: none !important }';
                document.head.append(style);
            })
            """;

    /** On a page with this text, the details are those of the moment at which the page opened, until the key is pressed. */
    private static final String AS_OF_NOW = "Press the R for freshness";

    private static final Duration PATIENCE_OF_A_PERSON = Duration.ofSeconds(3);

    private static final String FOLLOW = """
            const link = document.createElement('a');
            link.href = arguments[0];
            document.body.append(link);
            link.click();
            link.remove();
            """;

    private final ChromeDriver driver = start();

    private static ChromeDriver start() {
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Chromium.driver().toFile())
                .usingAnyFreePort()
                .withEnvironment(Map.of("TZ", "UTC"))
                .withTimeout(Await.PATIENCE)
                .build();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(Chromium.browser().toFile());
        // In a container, root has no sandbox and shared memory is small.
        options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu");
        options.addArguments("--window-size=1400,900", "--hide-scrollbars", "--lang=en", "--no-first-run");
        options.setExperimentalOption("browserStartupTimeout", Await.PATIENCE.toMillis());
        options.setScriptTimeout(Await.PATIENCE);
        options.addArguments("--disable-background-networking", "--disable-component-update", "--disable-sync");
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", STILL));
        return driver;
    }

    /** Loads a page. */
    void load(String url) {
        driver.get(url);
    }

    /** Clicks a link of the open page, and does not load the application again if the link leads to a page of it. */
    void follow(String url) {
        driver.executeScript(FOLLOW, url);
    }

    /** Stores a value in the browser's storage for pages that are opened later. */
    void store(String key, String value) {
        driver.executeScript("localStorage.setItem(arguments[0], arguments[1])", key, value);
    }

    /** The whole visible text, once it contains all of these texts. */
    String awaitText(String... texts) {
        long[] asked = {System.nanoTime()};
        try {
            return Await.value("a page with " + List.of(texts), () -> {
                String text = text();
                if (Stream.of(texts).allMatch(text::contains)) {
                    return Optional.of(text);
                }
                if (text.contains(AS_OF_NOW) && System.nanoTime() - asked[0] > PATIENCE_OF_A_PERSON.toNanos()) {
                    new Actions(driver).sendKeys("r").perform();
                    asked[0] = System.nanoTime();
                }
                return Optional.empty();
            });
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + ", but:\n" + text(), e);
        }
    }

    String text() {
        return String.valueOf(driver.executeScript(TEXT));
    }

    /** The tag of each element that was rendered from Markdown, or the address if the element is a link. */
    List<String> rendered() {
        List<?> elements = (List<?>) driver.executeScript(RENDERED);
        return elements.stream().map(String::valueOf).toList();
    }

    /** The page's main heading, or nothing if it has none yet. */
    String heading() {
        return String.valueOf(driver.executeScript("return document.querySelector('h1')?.innerText ?? ''"));
    }

    /** How many elements of the page itself there are, frames not counted. */
    int count(String css) {
        return driver.findElements(By.cssSelector(css)).size();
    }

    /** Clicks the visible one of these elements. Pages have some elements twice, for two sizes of screens. */
    void click(String css, String text) {
        Await.until("a click on " + css + " " + text, () -> tryToClick(css, text));
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
            // Another element still moves over the element.
            if (covered.getMessage() != null && covered.getMessage().contains("click intercepted")) {
                return false;
            }
            throw covered;
        }
    }

    /** Types into the visible one of these elements. */
    void type(String css, String text) {
        click(css, "");
        new Actions(driver).sendKeys(text).perform();
    }

    /** Replaces what stands in the visible one of these elements at once, as a person pastes a text. */
    void paste(String css, String text) {
        click(css, "");
        new Actions(driver)
                .keyDown(Keys.CONTROL)
                .sendKeys("a")
                .keyUp(Keys.CONTROL)
                .perform();
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    /** Returns the text that a field of the form shows. */
    String value(String css) {
        return String.valueOf(driver.findElement(By.cssSelector(css)).getDomProperty("value"));
    }

    /** The row of a table that contains a text. */
    String row(String text) {
        return Await.value("the row with " + text, () -> tryToRead(text));
    }

    private Optional<String> tryToRead(String text) {
        try {
            return driver.findElements(By.cssSelector("tr")).stream()
                    .map(WebElement::getText)
                    .filter(row -> row.contains(text))
                    .findFirst();
        } catch (StaleElementReferenceException again) {
            // The page has drawn its table again.
            return Optional.empty();
        }
    }

    /** Scrolls the page until the element with this text is at its top. */
    void scrollTo(String css, String text) {
        driver.findElements(By.cssSelector(css)).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .ifPresent(element -> driver.executeScript("arguments[0].scrollIntoView()", element));
    }

    /** Takes a picture for docs/, if the build was asked for pictures. */
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
