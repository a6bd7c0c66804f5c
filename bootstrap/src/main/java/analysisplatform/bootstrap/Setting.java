package analysisplatform.bootstrap;

/** One property of the bucket that can be checked and set on its own. */
interface Setting {

    /** As shown to people. */
    String name();

    boolean isRight();

    /** Sets this property and keeps whatever else people have set beside it. */
    void put();
}
