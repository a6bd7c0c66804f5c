package analysisplatform.names;

/**
 * The tag of a file in the masked store that says: this file's run is proven. The export function
 * gives it, after all proofs; nobody else may, and without it nobody but the run's own state
 * machine reads the file. A file that is written anew has lost it.
 */
public final class ProvenTag {

    public static final String KEY = "proven";
    public static final String VALUE = "yes";

    private ProvenTag() {}
}
