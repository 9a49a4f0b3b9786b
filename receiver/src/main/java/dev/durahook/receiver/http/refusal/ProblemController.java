package dev.durahook.receiver.http.refusal;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers errors with a problem of RFC 9457 instead of Spring Boot's error page. */
@Controller
@RequestMapping("${spring.web.error.path:${error.path:/error}}")
final class ProblemController implements ErrorController {

    private final Refusals refusals;

    ProblemController(Refusals refusals) {
        this.refusals = refusals;
    }

    @RequestMapping
    void problem(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        refusals.send(response, ServerProblem.of(status instanceof Integer code ? code : 404));
    }
}
