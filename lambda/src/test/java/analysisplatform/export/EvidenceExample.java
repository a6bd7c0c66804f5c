package analysisplatform.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A night to report, with its policy summary and its proofs in the fake bucket. */
final class EvidenceExample {

    static final String RUN = "r20260302180509_0123abcd";
    static final String REPORT = "evidence/shop/" + RUN + "/20260302T193000.123Z.json";
    static final String PAGE = "evidence/shop/" + RUN + "/20260302T193000.123Z.html";

    private static final String SUMMARY = "policies/shop/0a1b2c3d.json";
    private static final String HEADER =
            quoted(
                    "violations",
                    "findings",
                    "check",
                    "table_name",
                    "column_name",
                    "raw",
                    "masked",
                    "violated");

    private EvidenceExample() {}

    static Map<String, Object> published() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("step", "WriteEvidence");
        request.put("bucket", "acme-dev-evidence-111111111111-ap-northeast-1");
        request.put("prefix", "evidence/shop");
        request.put("source", "shop");
        request.put("runId", RUN);
        request.put("outcome", "PUBLISHED");
        request.put("snapshotArn", World.snapshotArn("2026-03-02T18:05:09Z"));
        request.put("snapshotTime", "2026-03-02T18:05:09Z");
        request.put("policyVersion", "0a1b2c3d");
        request.put("policy", "s3://masked-bucket/" + SUMMARY);
        request.put("startedAt", "2026-03-02T19:30:00.123Z");
        request.put("endedAt", "2026-03-02T20:11:12.500Z");
        request.put(
                "executionArn",
                "arn:aws:states:ap-northeast-1:111111111111:execution:acme-dev-nightly-shop:1");
        request.put("proofs", new ArrayList<>());
        request.put("drift", Map.of());
        request.put("export", Map.of("files", 12, "bytes", 1234567890));
        return request;
    }

    static Map<String, Object> halted(String step, String error, String cause) {
        Map<String, Object> request = published();
        request.put("outcome", "HALTED");
        request.put("failure", Map.of("step", step, "error", error, "cause", cause));
        return request;
    }

    /** Names the proof in the request and puts its result into the bucket. */
    static void prove(World world, Map<String, Object> request, String name, String... rows) {
        String key = "pipeline/" + name + ".csv";
        name(request, name, "s3://results-bucket/" + key);
        world.s3.objects.put(key, HEADER + String.join("", rows));
    }

    /** Names a proof that has no result. */
    static void notRun(Map<String, Object> request, String name) {
        name(request, name, "");
    }

    @SuppressWarnings("unchecked")
    private static void name(Map<String, Object> request, String name, String output) {
        ((List<Object>) request.get("proofs")).add(Map.of("name", name, "output", output));
    }

    /** One check; {@code violations} counts for the whole statement. */
    static String row(int violations, String check, String table, String column, int violated) {
        String findings = violations == 0 ? "none" : check + " in table " + table;
        return quoted(
                String.valueOf(violations),
                findings,
                check,
                table,
                column,
                "1200",
                "1200",
                String.valueOf(violated));
    }

    static String quoted(String... values) {
        List<String> cells = new ArrayList<>();
        for (String value : values) {
            cells.add(value == null ? "" : "\"" + value.replace("\"", "\"\"") + "\"");
        }
        return String.join(",", cells) + "\n";
    }

    /** As the deployment writes it, with the given table, column and reason. */
    static void putSummary(World world, String table, String column, String reason) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("column", column);
        described.put("class", "attribute");
        described.put("className", words("attribute", "属性"));
        described.put("action", "keep");
        described.put("meaning", words("Published as it is.", "そのまま公開する。"));
        described.put("reason", reason);
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("source", "shop");
        summary.put("timeZone", "Asia/Tokyo");
        summary.put("policyVersion", "0a1b2c3d");
        summary.put("keyVersion", "v1");
        summary.put("tables", List.of(Map.of("table", table, "columns", List.of(described))));
        summary.put(
                "readers",
                List.of(
                        Map.of(
                                "who",
                                "arn:aws:iam::111111111111:role/data-team",
                                "how",
                                words("Analyst role", "分析者ロール"))));
        summary.put(
                "law",
                List.of(
                        Map.of(
                                "provision",
                                words("Enforcement rules, art. 31, item 2", "施行規則第31条第2号"),
                                "demand",
                                words("Delete codes.", "個人識別符号を削除する。"),
                                "done",
                                words("Columns removed: 1.", "削除した列：1 列。"))));
        world.s3.objects.put(SUMMARY, Json.write(summary));
    }

    private static Map<String, Object> words(String english, String japanese) {
        return Map.of("en", english, "ja", japanese);
    }
}
