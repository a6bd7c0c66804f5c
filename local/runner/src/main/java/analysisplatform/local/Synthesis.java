package analysisplatform.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs both cdktf apps in processes of their own, exactly as the cdktf command line does. */
public final class Synthesis {

    private final Workspace workspace;
    private final Path environments;

    /**
     * @param environments folder that holds one folder per environment
     */
    public Synthesis(Workspace workspace, Path environments) {
        this.workspace = workspace;
        this.environments = environments.toAbsolutePath();
    }

    /**
     * @return folder of the synthesised stacks of the analysis account, one per environment
     */
    public Path analysis() {
        return run("analysisplatform.main.Main", "synth-analysis");
    }

    /**
     * @return folder of the synthesised stacks of source accounts, one per environment and source
     */
    public Path source() {
        return run("analysisplatform.source.Main", "synth-source");
    }

    private Path run(String main, String name) {
        Path out = workspace.emptyDirectory(name);
        new Command(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                main),
                        workspace.root(),
                        Map.of(
                                "CDKTF_OUTDIR",
                                out.toString(),
                                "PLATFORM_ENVIRONMENTS",
                                environments.toString(),
                                "JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION",
                                "20"),
                        workspace.log(name))
                .run();
        return out.resolve("stacks");
    }
}
