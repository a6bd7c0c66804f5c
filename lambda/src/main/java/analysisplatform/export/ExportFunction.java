package analysisplatform.export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * The export function: starts and watches RDS snapshot exports in a source account and deletes what
 * they leave behind.
 *
 * <p>TODO
 */
public final class ExportFunction implements RequestStreamHandler {

    private final Aws aws;
    private final Clock clock;

    public ExportFunction() {
        this(Aws.live(), Clock.systemUTC());
    }

    ExportFunction(Aws aws, Clock clock) {
        this.aws = aws;
        this.clock = clock;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context)
            throws IOException {
        Log log = new Log(context);
        String step = "unknown";
        try {
            Request request = Request.of(Json.parse(input).orElse(null));
            step = request.getClass().getSimpleName();
            Answer answer = answer(request);
            log.done(request, answer);
            output.write(Json.write(answer.json()).getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            log.failed(step, e);
            throw e;
        }
    }

    private Answer answer(Request request) {
        if (request instanceof Request.StartExport start) {
            return new ExportStarter(aws, clock).answer(start);
        }
        if (request instanceof Request.CheckExport check) {
            return new ExportChecker(aws).answer(check);
        }
        if (request instanceof Request.CleanUp cleanUp) {
            return new Deleter(aws).answer(cleanUp);
        }
        return new Deleter(aws).answer((Request.DeleteRun) request);
    }
}
