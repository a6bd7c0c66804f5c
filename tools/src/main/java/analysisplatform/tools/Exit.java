package analysisplatform.tools;

/** What the commands end with; scripts and pull-request checks rely on it. */
final class Exit {

    static final int OK = 0;
    static final int INVALID_CONFIGURATION = 1;
    static final int HALTING_DRIFT = 2;
    static final int UNCLASSIFIED = 3;
    static final int PROOF_VIOLATED = 4;
    static final int WEAKER_MASKS = 5;
    static final int TOO_DEAR = 6;

    /** As in sysexits.h: EX_USAGE, EX_UNAVAILABLE, EX_SOFTWARE. */
    static final int USAGE = 64;

    static final int UNREACHABLE = 69;
    static final int DEFECT = 70;

    private Exit() {}
}
