package analysisplatform.masking;

import analysisplatform.config.MaskingPolicy;
import analysisplatform.config.MaskingPolicy.QuasiIdentifier;
import analysisplatform.config.MaskingPolicy.Relation;
import analysisplatform.config.MaskingPolicy.TablePolicy;
import analysisplatform.config.SourceTable;
import analysisplatform.engine.QueryResult;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A source of its own in the shared engine, so that no test meets the tables of another. */
final class TestSource {

    static final String RUN = "r20260102030405_0a1b2c3d";

    private static final String KNOWN_KEY =
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private static final int UNPARSABLE_PERCENT = 20;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Databases databases;
    private int minimumDomainPeople = 3;
    private ZoneId timeZone = ZoneId.of("UTC");

    private TestSource(String keySchema) {
        String name = "source" + NUMBER.incrementAndGet();
        String place = "file://" + SharedEngine.place(name);
        SharedEngine.run("CREATE SCHEMA " + name);
        databases =
                new Databases(
                        name,
                        name,
                        name + "_published",
                        keySchema.isEmpty() ? name : keySchema,
                        1,
                        place + "/masked/" + name,
                        place + "/pseudonym-key/v1/");
        SharedEngine.run("CREATE SCHEMA " + databases.published());
    }

    /** A source without a key table. */
    static TestSource withoutKey() {
        return new TestSource("");
    }

    /** A source whose key is the bytes 00 to 1f. */
    static TestSource withKnownKey() {
        return new TestSource(KnownKey.schema());
    }

    /** A source whose key table has one row for each of these expressions. */
    static TestSource withKeys(String... keys) {
        TestSource source = withoutKey();
        createKeys(source.databases.pseudonymKey(), keys);
        return source;
    }

    private static void createKeys(String schema, String... keys) {
        String rows =
                Stream.of(keys).map(key -> "(" + key + ", true)").collect(Collectors.joining(", "));
        SharedEngine.run(
                "CREATE TABLE %s.%s AS SELECT \"key\" FROM (VALUES %s) AS t (\"key\", kept) WHERE kept"
                        .formatted(
                                schema,
                                "pseudonym_key_v1",
                                rows.isEmpty() ? "(X'00', false)" : rows));
    }

    /** Made once for all sources that share it. */
    private static final class KnownKey {

        private static final String SCHEMA = "known_key";

        static {
            SharedEngine.run("CREATE SCHEMA " + SCHEMA);
            createKeys(SCHEMA, "X'" + KNOWN_KEY + "'");
        }

        static String schema() {
            return SCHEMA;
        }
    }

    static byte[] knownKey() {
        return HexFormat.of().parseHex(KNOWN_KEY);
    }

    TestSource withMinimumDomainPeople(int people) {
        minimumDomainPeople = people;
        return this;
    }

    TestSource withTimeZone(String name) {
        timeZone = ZoneId.of(name);
        return this;
    }

    Databases databases() {
        return databases;
    }

    /** Makes or replaces a raw table. */
    TestSource raw(String table, String columns, String... rows) {
        return rawOf(
                table,
                "SELECT * FROM (VALUES %s) AS t (%s)".formatted(String.join(", ", rows), columns));
    }

    /** Makes or replaces a raw table from a query. */
    TestSource rawOf(String table, String query) {
        String name = databases.raw() + "." + sourceTable(table).rawName();
        SharedEngine.run("DROP TABLE IF EXISTS " + name);
        SharedEngine.run("CREATE TABLE " + name + " AS " + query);
        return this;
    }

    /** Masks a table and gives the masked rows by their first column. */
    QueryResult mask(String table, TestPolicy policy) {
        SharedEngine.run(statements(table, policy).createMasked().render(RUN));
        return masked(table);
    }

    /** Replaces a masked table by what another policy makes of the same raw table. */
    void maskAgain(String table, TestPolicy policy) {
        maskAgain(table, policy, "SELECT *");
    }

    /**
     * @param change a query over the masked rows, without its FROM
     */
    void maskAgain(String table, TestPolicy policy, String change) {
        SharedEngine.run("DROP TABLE " + maskedName(table));
        mask(table + "_again", policy, sourceTable(table).rawName());
        SharedEngine.run(
                "CREATE TABLE %s AS WITH again AS (SELECT * FROM %s) %s"
                        .formatted(
                                maskedName(table),
                                maskedName(table + "_again"),
                                change.contains(" WHERE ")
                                        ? change.replace(" WHERE ", " FROM again WHERE ")
                                        : change + " FROM again"));
    }

    private void mask(String table, TestPolicy policy, String raw) {
        rawOf(table, "SELECT * FROM " + databases.raw() + "." + raw);
        mask(table, policy);
    }

    QueryResult masked(String table) {
        return SharedEngine.run("SELECT * FROM " + maskedName(table) + " ORDER BY 1");
    }

    /** Puts a masked table in place that no mask made. */
    TestSource forgeMasked(String table, String columns, String... rows) {
        SharedEngine.run("DROP TABLE IF EXISTS " + maskedName(table));
        SharedEngine.run(
                "CREATE TABLE %s AS SELECT * FROM (VALUES %s) AS t (%s)"
                        .formatted(maskedName(table), String.join(", ", rows), columns));
        return this;
    }

    /** All checks of a source of one table; none of them is about a relation. */
    TestProof prove(String table, TestPolicy policy) {
        return prove(Map.of(table, policy), List.of());
    }

    TestProof prove(Map<String, TestPolicy> policies, List<Relation> relations) {
        return prove(policies, relations, List.of(), table -> false);
    }

    TestProof prove(
            Map<String, TestPolicy> policies,
            List<Relation> relations,
            List<QuasiIdentifier> quasiIdentifiers,
            Predicate<SourceTable> isEmpty) {
        return TestProof.of(
                proofs(policies, relations, quasiIdentifiers).stream()
                        .map(statement -> SharedEngine.run(statement.render(RUN, isEmpty)))
                        .toList());
    }

    List<ProofStatement> proofs(
            Map<String, TestPolicy> policies,
            List<Relation> relations,
            List<QuasiIdentifier> quasiIdentifiers) {
        Map<String, TablePolicy> tables = new TreeMap<>();
        policies.forEach((table, policy) -> tables.put(table, policy.table()));
        MaskingPolicy policy =
                new MaskingPolicy(
                        "test",
                        minimumDomainPeople,
                        timeZone,
                        MaskingPolicy.Unclassified.WITHHOLD,
                        UNPARSABLE_PERCENT,
                        relations,
                        quasiIdentifiers,
                        tables);
        return Proofs.of(
                tables.keySet().stream().map(TestSource::sourceTable).toList(), policy, databases);
    }

    TableStatements statements(String table, TestPolicy policy) {
        return statements(sourceTable(table), policy.table());
    }

    TableStatements statements(SourceTable table, TablePolicy policy) {
        return new TableStatements(
                table,
                new MaskingPolicy(
                        "test",
                        minimumDomainPeople,
                        timeZone,
                        MaskingPolicy.Unclassified.WITHHOLD,
                        1,
                        List.of(),
                        List.of(),
                        Map.of(table.configured(), policy)),
                databases);
    }

    String maskedName(String table) {
        return databases.masked() + "." + table + "__" + RUN;
    }

    static SourceTable sourceTable(String table) {
        String folder = "db." + table;
        return new SourceTable(table, folder, folder, folder, "db_" + table, table);
    }
}
