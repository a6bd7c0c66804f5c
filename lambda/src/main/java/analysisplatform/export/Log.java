package analysisplatform.export;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON line per event. Only identifiers, counts and statuses: never a value of a database. */
final class Log {

    private final Context context;

    Log(Context context) {
        this.context = context;
    }

    void done(Request request, Answer answer) {
        Map<String, Object> line = line("INFO", request.getClass().getSimpleName());
        line.put("about", request.about());
        line.putAll(answer.log());
        write(line);
    }

    /** The message stays with the exception, which Lambda reports; it may quote RDS' own words. */
    void failed(String step, Exception error) {
        Map<String, Object> line = line("ERROR", step);
        line.put("error", error.getClass().getSimpleName());
        if (error.getCause() != null) {
            line.put("cause", error.getCause().getClass().getSimpleName());
        }
        write(line);
    }

    private Map<String, Object> line(String level, String step) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level", level);
        line.put("step", step);
        line.put("requestId", context.getAwsRequestId());
        return line;
    }

    private void write(Map<String, Object> line) {
        context.getLogger().log(Json.write(line) + "\n");
    }
}
