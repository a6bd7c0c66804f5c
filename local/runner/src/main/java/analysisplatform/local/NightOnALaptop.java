package analysisplatform.local;

import analysisplatform.config.Environment;
import analysisplatform.config.Source;
import analysisplatform.engine.ExportFolder;
import analysisplatform.engine.ReferencePseudonym;
import analysisplatform.engine.TextTable;
import analysisplatform.names.Names;
import analysisplatform.report.ReportPage;
import analysisplatform.sample.SampleExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** One whole night on one machine, told step by step. */
final class NightOnALaptop {

    /** How old the snapshot is when the night begins. */
    private static final Duration SNAPSHOT_AGE = Duration.ofHours(3);

    private final Workspace workspace;
    private final Environment environment;
    private final Names names;
    private final Path data;
    private final Console console;

    /**
     * @param data folder in the layout of an RDS export, or null for the built-in sample
     */
    NightOnALaptop(Workspace workspace, Environment environment, Path data, Console console) {
        this.workspace = workspace;
        this.environment = environment;
        this.names = Names.of(environment);
        this.data = data;
        this.console = console;
    }

    /**
     * @return whether every source was published
     */
    boolean run(boolean keep) {
        ExportFolder export = data == null ? sample() : ExportFolder.at(data);
        console.part("Start the stand-in for AWS (moto, Trino)");
        try (StandIn standIn =
                StandIn.start(
                        workspace,
                        environment.platform().account(),
                        environment.platform().region())) {
            console.step("one endpoint for all services: " + standIn.endpoint());
            deploy(standIn);
            boolean published = true;
            for (Source source : environment.sources()) {
                published &= night(standIn, source, export);
            }
            if (published) {
                report(standIn);
            }
            if (keep) {
                explore(standIn);
            }
            return published;
        }
    }

    private ExportFolder sample() {
        console.part("Make the built-in sample: a learning service in the layout of an RDS export");
        Path folder = workspace.emptyDirectory("sample");
        SampleExport.write(folder);
        return ExportFolder.at(folder);
    }

    private void deploy(StandIn standIn) {
        console.part("Synthesise and apply the stacks of both accounts with Terraform");
        Deployment deployment =
                Deployment.of(
                        workspace, new Synthesis(workspace, environments()), environment, standIn);
        console.step("synthesised: " + String.join(", ", deployment.stacks()));
        deployment.apply(stack -> console.step("applied: " + stack));
    }

    private boolean night(StandIn standIn, Source source, ExportFolder export) {
        Clients clients = Clients.of(standIn.endpoint(), environment.platform().region());
        console.part("The night of source " + source.name());
        Instant snapshotTime = Instant.now().minus(SNAPSHOT_AGE);
        standIn.control().exportFrom(export.path());
        console.step("automated snapshot: " + standIn.control().takeSnapshot(source, snapshotTime));
        NightlyRun.Outcome outcome =
                new NightlyRun(clients.stepFunctions(), names, source)
                        .run(step -> console.state(step.state(), step.after()));
        tellReport(clients, source);
        if (!outcome.succeeded()) {
            console.failure(
                    "source %s: %s: %s".formatted(source.name(), outcome.error(), outcome.cause()));
            return false;
        }
        console.step("ended as: " + outcome.lastState());
        Analyst analyst = Analyst.of(clients, names, names.publishedDatabase(source));
        showPeople(standIn, source, export, analyst);
        showAnswer(source, analyst);
        console.text(new NightCost(environment, export).report(outcome));
        return true;
    }

    /** A copy, because the bucket is gone with the stand-in. */
    private void tellReport(Clients clients, Source source) {
        Reports reports = new Reports(clients.s3(), names, source);
        reports.newest()
                .ifPresent(
                        report -> {
                            Path folder = workspace.emptyDirectory("reports/" + source.name());
                            Path copy = reports.copy(report, folder);
                            console.step(
                                    "report of the night: s3://%s/%s"
                                            .formatted(report.bucket(), report.page()));
                            console.step("copy of the report: " + copy);
                        });
    }

    private void showPeople(StandIn standIn, Source source, ExportFolder export, Analyst analyst) {
        BeforeAndAfter.of(environment, source)
                .ifPresent(
                        comparison -> {
                            console.part(
                                    "What an analyst sees of people in table "
                                            + comparison.table()
                                            + " (-: not published)");
                            for (BeforeAndAfter.Person person :
                                    comparison.people(
                                            new RawRows(export.path()),
                                            analyst,
                                            new ReferencePseudonym(
                                                    key(standIn), pseudonymKeyVersion()))) {
                                TextTable table =
                                        new TextTable("column", "in production", "published");
                                person.columns()
                                        .forEach(
                                                (column, pair) ->
                                                        table.row(
                                                                List.of(
                                                                        column,
                                                                        pair.before(),
                                                                        pair.after().orElse("-"))));
                                console.text(table.text());
                            }
                        });
    }

    /** Nobody can do this on AWS; here it tells whose masked row is whose. */
    private byte[] key(StandIn standIn) {
        Object hex =
                standIn.engine()
                        .execute(
                                "SELECT to_hex(\"key\") FROM %s.pseudonym_key_v%d"
                                        .formatted(
                                                names.pseudonymKeyDatabase(),
                                                pseudonymKeyVersion()))
                        .value();
        return HexFormat.of().parseHex(String.valueOf(hex).toLowerCase(java.util.Locale.ROOT));
    }

    private int pseudonymKeyVersion() {
        return environment.platform().pseudonymKeyVersion();
    }

    private void showAnswer(Source source, Analyst analyst) {
        Path example = workspace.root().resolve("local/examples/" + source.name() + ".sql");
        if (!Files.exists(example)) {
            return;
        }
        String sql = read(example);
        Analyst.Answer answer = analyst.ask(sql);
        console.part("What an analyst may ask (local/examples/" + source.name() + ".sql)");
        console.text(sql.strip().indent(2));
        TextTable table = new TextTable(answer.columns().toArray(String[]::new));
        answer.rows()
                .forEach(
                        row ->
                                table.row(
                                        row.stream()
                                                .map(cell -> cell == null ? "" : cell)
                                                .toList()));
        console.text(table.text());
    }

    private void report(StandIn standIn) {
        console.part("The report page: every KPI, how fresh the tables are, what the masks mean");
        Clients clients = Clients.of(standIn.endpoint(), environment.platform().region());
        Path page = workspace.file("report.html");
        try {
            Files.writeString(
                    page, ReportPage.html(new KpiReport(environment, clients).at(Instant.now())));
        } catch (IOException e) {
            throw new LocalRunFailed("Cannot write " + page + ".", e);
        }
        console.step("open in a browser: " + page.toUri());
    }

    private void explore(StandIn standIn) {
        console.part("Everything is up; press Enter to stop it");
        Map.of(
                        "endpoint of all services", standIn.endpoint().toString(),
                        "credentials", "test / test",
                        "Trino", standIn.engine().baseUrl().toString(),
                        "logs", workspace.directory("logs").toString())
                .forEach((what, where) -> console.step(what + ": " + where));
        try {
            while (System.in.available() == 0) {
                Pause.of(Duration.ofMillis(300));
            }
        } catch (IOException closed) {
            console.step("no terminal to wait for");
        }
    }

    private Path environments() {
        Path own = workspace.root().resolve("environments");
        return Files.isDirectory(own.resolve(environment.name()))
                ? own
                : workspace.root().resolve("local/examples");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new LocalRunFailed("Cannot read " + file + ".", e);
        }
    }
}
