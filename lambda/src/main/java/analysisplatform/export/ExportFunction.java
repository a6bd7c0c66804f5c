package analysisplatform.export;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/**
 * The export function: starts and watches RDS snapshot exports in a source account, deletes what
 * they and the masked runs leave behind, opens proven runs to analysts, and writes the report of
 * each night. The only code of the platform that runs.
 *
 * <p>The input's {@code step} names one of the {@link Request requests}; the output is the JSON of
 * an {@link Answer}. A step that does not reach its end throws an {@link ExportException}: of the
 * {@link RetryableException} family when the same input may succeed later, of the {@link
 * FinalException} family otherwise. Every step may be repeated.
 *
 * <p><b>Settings</b>: none but those of the SDK. Lambda provides {@code AWS_REGION} and the
 * credentials; {@code AWS_ENDPOINT_URL} sends every call to a stand-in.
 *
 * <p><b>Requires, in the analysis account</b>, for the function's role:
 *
 * <table border="1">
 *   <caption>Permissions of the function's role</caption>
 *   <tr><th>action</th><th>resource</th><th>step</th></tr>
 *   <tr><td>sts:AssumeRole</td><td>the caller role of each source</td><td>StartExport,
 *       CheckExport, CleanUp</td></tr>
 *   <tr><td>s3:ListBucket</td><td>quarantine bucket, {@code s3:prefix} {@code exports/*}</td>
 *       <td>StartExport, CheckExport</td></tr>
 *   <tr><td>s3:GetObject</td><td>quarantine bucket, {@code exports/*}{@code /export_info_*.json}
 *       and {@code exports/*}{@code /export_tables_info_*.json}</td><td>CheckExport</td></tr>
 *   <tr><td>kms:Decrypt</td><td>quarantine key, by {@code kms:ViaService} S3 only</td>
 *       <td>CheckExport</td></tr>
 *   <tr><td>s3:ListBucketVersions</td><td>quarantine bucket, {@code s3:prefix} {@code exports/*};
 *       masked bucket, {@code s3:prefix} {@code masked/*}</td><td>CleanUp; DeleteRun, ListRuns,
 *       RetireRuns</td></tr>
 *   <tr><td>s3:DeleteObject, s3:DeleteObjectVersion</td><td>quarantine bucket {@code exports/*};
 *       masked bucket {@code masked/*}</td><td>CleanUp; DeleteRun, RetireRuns</td></tr>
 *   <tr><td>s3:ListBucket</td><td>masked bucket, {@code s3:prefix} {@code masked/*}</td>
 *       <td>ReleaseRun</td></tr>
 *   <tr><td>s3:PutObjectTagging</td><td>masked bucket {@code masked/*}</td>
 *       <td>ReleaseRun</td></tr>
 *   <tr><td>s3:GetObject</td><td>masked bucket, {@code policies/<source>/*.json}; results bucket, {@code
 *       pipeline/*}</td><td>WriteEvidence</td></tr>
 *   <tr><td>s3:PutObject</td><td>evidence bucket, {@code evidence/<source>/*}</td>
 *       <td>WriteEvidence</td></tr>
 *   <tr><td>kms:Decrypt, kms:GenerateDataKey</td><td>masked key</td><td>WriteEvidence</td></tr>
 *   <tr><td>logs:CreateLogStream, logs:PutLogEvents</td><td>the function's log group</td>
 *       <td>all</td></tr>
 * </table>
 *
 * <p><b>Requires, in the source account</b>, for the caller role, which trusts the function's role
 * with the external id:
 *
 * <table border="1">
 *   <caption>Permissions of the caller role</caption>
 *   <tr><th>action</th><th>resource</th></tr>
 *   <tr><td>rds:DescribeDBSnapshots (INSTANCE)</td><td>{@code db:<identifier>}, {@code
 *       snapshot:*}</td></tr>
 *   <tr><td>rds:DescribeDBClusterSnapshots (CLUSTER)</td><td>{@code cluster:<identifier>}, {@code
 *       cluster-snapshot:*}</td></tr>
 *   <tr><td>rds:StartExportTask</td><td>{@code snapshot:*} or {@code cluster-snapshot:*} of the
 *       account and region; of automated snapshots alone {@code rds:<identifier>-*}</td></tr>
 *   <tr><td>rds:DescribeExportTasks</td><td>{@code *}: all tasks are counted against the limit of
 *       five</td></tr>
 *   <tr><td>iam:PassRole</td><td>the export role</td></tr>
 *   <tr><td>kms:DescribeKey, kms:CreateGrant</td><td>the quarantine key, whose policy must allow
 *       the same</td></tr>
 * </table>
 *
 * <p><b>Logs</b> one JSON line per invocation with identifiers, counts and statuses, never a value
 * of a database.
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
            return new ExportCleaner(aws).answer(cleanUp);
        }
        if (request instanceof Request.DeleteRun delete) {
            return new RunDeleter(aws).answer(delete);
        }
        if (request instanceof Request.ReleaseRun release) {
            return new RunReleaser(aws).answer(release);
        }
        if (request instanceof Request.ListRuns list) {
            return new RunDeleter(aws).answer(list);
        }
        if (request instanceof Request.WriteEvidence evidence) {
            return new EvidenceWriter(aws).answer(evidence);
        }
        return new RunDeleter(aws).answer((Request.RetireRuns) request);
    }
}
