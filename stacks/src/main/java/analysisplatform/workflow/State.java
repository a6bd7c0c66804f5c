package analysisplatform.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One state of the Amazon States Language in its JSONPath dialect. Each method returns a new state;
 * keys keep the order in which a reader wants them.
 */
record State(String name, Map<String, Object> body) {

    /** Limit of the Amazon States Language. */
    private static final int LONGEST_NAME = 80;

    State {
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "State name '%s' has %d characters, but 80 are allowed."
                            .formatted(name, name.length()));
        }
    }

    static State task(String name, String resource) {
        return ofType(name, "Task").with("Resource", resource);
    }

    static State pass(String name) {
        return ofType(name, "Pass");
    }

    static State await(String name, int seconds) {
        return ofType(name, "Wait").with("Seconds", seconds);
    }

    static State choice(String name) {
        return ofType(name, "Choice");
    }

    static State parallel(String name, List<Branch> branches) {
        return ofType(name, "Parallel")
                .with("Branches", branches.stream().map(Branch::json).toList());
    }

    /**
     * The same chain for each item, inline. Together the outputs of all chains must fit into a
     * state's data.
     *
     * @param item what the chain gets of an item
     */
    static State map(String name, String items, Map<String, ?> item, Branch each) {
        Map<String, Object> processor =
                new LinkedHashMap<>(Map.of("ProcessorConfig", Map.of("Mode", "INLINE")));
        processor.putAll(each.json());
        return ofType(name, "Map")
                .with("ItemsPath", items)
                .with("ItemSelector", item)
                .with("ItemProcessor", processor);
    }

    /** Of a Map: how many items at a time. */
    State concurrency(int most) {
        return with("MaxConcurrency", most);
    }

    /** Of the result, only this goes on. */
    State output(String path) {
        return with("OutputPath", path);
    }

    static State succeed(String name) {
        return ofType(name, "Succeed");
    }

    static State fail(String name, String error, String cause) {
        return ofType(name, "Fail").with("Error", error).with("Cause", cause);
    }

    State comment(String why) {
        return with("Comment", why);
    }

    State parameters(Map<String, ?> parameters) {
        return with("Parameters", parameters);
    }

    /** The literal output of a Pass state. */
    State result(Object result) {
        return with("Result", result);
    }

    State select(Map<String, ?> selector) {
        return with("ResultSelector", selector);
    }

    /** Where the result goes in the state's data. */
    State into(String path) {
        return with("ResultPath", path);
    }

    /** The result is of no use to later states. */
    State discardResult() {
        return with("ResultPath", null);
    }

    State timeout(int seconds) {
        return with("TimeoutSeconds", seconds);
    }

    State retry(Retry... retries) {
        List<Object> all = new ArrayList<>();
        for (Retry retry : retries) {
            all.add(retry.json());
        }
        return with("Retry", all);
    }

    /** Appends a catcher of an error that is part of the plan; the first that fits wins. */
    State onError(String error, String next) {
        return withCatcher(error, "$.ignored", next);
    }

    /** Appends the catcher of everything else; the error lands in {@code $.failure}. */
    State onAnyError(String next) {
        return withCatcher("States.ALL", "$.failure", next);
    }

    /** As {@link #onAnyError}, but what failed first stays the cause. */
    State ignoringErrors(String next) {
        return withCatcher("States.ALL", "$.ignored", next);
    }

    /** Appends a rule to a Choice state. */
    State when(Map<String, ?> condition, String next) {
        Map<String, Object> rule = new LinkedHashMap<>(condition);
        rule.put("Next", next);
        return appended("Choices", rule);
    }

    State otherwise(String next) {
        return with("Default", next);
    }

    State next(String next) {
        return with("Next", next);
    }

    State end() {
        return with("End", true);
    }

    State with(String key, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(body);
        copy.put(key, value);
        return new State(name, copy);
    }

    private State withCatcher(String error, String path, String next) {
        Map<String, Object> catcher = new LinkedHashMap<>();
        catcher.put("ErrorEquals", List.of(error));
        catcher.put("ResultPath", path);
        catcher.put("Next", next);
        return appended("Catch", catcher);
    }

    private State appended(String key, Object element) {
        List<Object> all = new ArrayList<>();
        if (body.get(key) instanceof List<?> before) {
            all.addAll(before);
        }
        all.add(element);
        return with(key, all);
    }

    private static State ofType(String name, String type) {
        return new State(name, new LinkedHashMap<>(Map.of("Type", type)));
    }
}
