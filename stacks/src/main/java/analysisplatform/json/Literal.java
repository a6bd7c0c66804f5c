package analysisplatform.json;

/** Text that Terraform shall not read as one of its templates. */
public final class Literal {

    private Literal() {}

    /** Any text as it is. */
    public static String text(String text) {
        return text.replace("${", "$${").replace("%{", "%%{");
    }

    /** The same JSON, in which a text such as {@code ${...}} is no template. */
    public static String json(String json) {
        return json.replace("${", "\\u0024{").replace("%{", "\\u0025{");
    }
}
