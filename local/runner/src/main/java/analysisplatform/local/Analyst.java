package analysisplatform.local;

import analysisplatform.names.Names;
import analysisplatform.names.Roles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.QueryExecutionState;

/** Queries as a person with the analyst role does: in the analysts' workgroup. */
public final class Analyst {

    private final AthenaClient athena;
    private final String workgroup;
    private final String database;

    private Analyst(AthenaClient athena, String workgroup, String database) {
        this.athena = athena;
        this.workgroup = workgroup;
        this.database = database;
    }

    /**
     * @param database that unqualified names mean
     */
    public static Analyst of(Clients clients, Names names, String database) {
        return new Analyst(
                clients.assuming(new Roles(names).analyst().arn()).athena(),
                names.analystsWorkgroup(),
                database);
    }

    /**
     * An answer, every cell as Athena's text.
     *
     * @param rows a cell that is NULL is null
     * @param scannedBytes what Athena would charge for, before its minimum
     */
    public record Answer(List<String> columns, List<List<String>> rows, long scannedBytes) {

        /** The rows by the columns' names. */
        public List<Map<String, String>> named() {
            List<Map<String, String>> named = new ArrayList<>();
            for (List<String> row : rows) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int column = 0; column < columns.size(); column++) {
                    cells.put(columns.get(column), row.get(column));
                }
                named.add(cells);
            }
            return named;
        }
    }

    public Answer ask(String sql) {
        String id =
                athena.startQueryExecution(
                                r ->
                                        r.queryString(sql)
                                                .workGroup(workgroup)
                                                .queryExecutionContext(c -> c.database(database)))
                        .queryExecutionId();
        QueryExecution done = await(id);
        if (done.status().state() != QueryExecutionState.SUCCEEDED) {
            throw new LocalRunFailed(
                    "Query failed: %s%n%s".formatted(done.status().stateChangeReason(), sql));
        }
        List<List<String>> rows = new ArrayList<>();
        athena.getQueryResultsPaginator(r -> r.queryExecutionId(id)).stream()
                .flatMap(page -> page.resultSet().rows().stream())
                .forEach(row -> rows.add(cells(row.data())));
        return new Answer(
                rows.get(0),
                List.copyOf(rows.subList(1, rows.size())),
                done.statistics().dataScannedInBytes());
    }

    private QueryExecution await(String id) {
        while (true) {
            QueryExecution execution =
                    athena.getQueryExecution(r -> r.queryExecutionId(id)).queryExecution();
            switch (execution.status().state()) {
                case QUEUED, RUNNING -> Pause.of(Duration.ofMillis(200));
                default -> {
                    return execution;
                }
            }
        }
    }

    private static List<String> cells(List<Datum> data) {
        List<String> cells = new ArrayList<>();
        data.forEach(datum -> cells.add(datum.varCharValue()));
        return cells;
    }
}
