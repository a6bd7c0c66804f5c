package analysisplatform.constructs;

/** Text that Terraform shall not read as one of its templates. */
final class Literal {

    private Literal() {}

    /** The same JSON, in which a text such as {@code ${...}} is no template. */
    static String json(String json) {
        return json.replace("${", "\\u0024{").replace("%{", "\\u0025{");
    }
}
