package dev.durahook.receiver.embedded;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Another application, with forms of its own, that has the receiver on its class path. */
@EnableAutoConfiguration
@Import(Shop.Pages.class)
class Shop {

    /** A filter with the highest precedence, which reads the parameters of every request. */
    @Bean
    FilterRegistrationBean<Filter> curious() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new Curious());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** A filter without support for asynchronous requests. */
    @Bean
    @ConditionalOnBooleanProperty("shop.old")
    FilterRegistrationBean<Filter> old() {
        FilterRegistrationBean<Filter> filter = new FilterRegistrationBean<>(new Curious());
        filter.setAsyncSupported(false);
        return filter;
    }

    /** A filter that keeps what is written, and sends it when the request has passed the filter. */
    @Bean
    @ConditionalOnBooleanProperty("shop.buffering")
    FilterRegistrationBean<Filter> buffering() {
        return new FilterRegistrationBean<>((request, response, chain) -> {
            ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper((HttpServletResponse) response);
            chain.doFilter(request, kept);
            if (!request.isAsyncStarted()) {
                response.setContentLength(kept.getContentSize());
                response.getOutputStream().write(kept.getContentAsByteArray());
            }
        });
    }

    private static final class Curious extends HttpFilter {

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            request.getParameter("name");
            request.getParameterMap();
            if (String.valueOf(request.getContentType()).startsWith("multipart/")
                    && request.getRequestURI().startsWith("/webhooks")) {
                request.getParts();
            }
            if (request.getRequestURI().startsWith("/webhooks")) {
                request.getInputStream().readAllBytes();
            }
            chain.doFilter(request, response);
        }
    }

    @RestController
    static class Pages {

        @PostMapping("/form")
        String posted(@RequestParam String name) {
            return "posted " + name;
        }

        @PutMapping("/form")
        String put(@RequestParam String name) {
            return "put " + name;
        }

        /** Sends the answer before the body is read, because Spring flushes it. */
        @PostMapping("/webhook/shop")
        String webhook() {
            return "shop's own";
        }

        @PostMapping("/upload")
        String uploaded(@RequestParam MultipartFile file) {
            return "uploaded " + file.getSize();
        }
    }
}
