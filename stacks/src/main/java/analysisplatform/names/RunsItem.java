package analysisplatform.names;

import analysisplatform.config.Source;

/** Items of the runs table. */
public final class RunsItem {

    private RunsItem() {}

    /** The execution that works on a source now. */
    public static String lock(Source source) {
        return "lock/" + source.name();
    }

    /** The run that analysts of a source see now. */
    public static String published(Source source) {
        return "published/" + source.name();
    }

    /** Which columns without a policy were reported last. */
    public static String drift(Source source) {
        return "drift/" + source.name();
    }
}
