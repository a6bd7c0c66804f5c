package analysisplatform.constructs;

import analysisplatform.config.Environment;
import com.hashicorp.cdktf.TerraformResourceLifecycle;

/** Whether Terraform may destroy what holds data. */
public enum Keeping {
    /** A plan that destroys it fails: its content cannot be made again. */
    PRECIOUS,

    /**
     * Of the environment {@code local}, whose data is made up and which every test run destroys.
     */
    DISPOSABLE;

    private static final String LOCAL = "local";

    static Keeping of(Environment environment) {
        return environment.name().equals(LOCAL) ? DISPOSABLE : PRECIOUS;
    }

    boolean isDisposable() {
        return this == DISPOSABLE;
    }

    /** Null where nothing is protected, which leaves the block away. */
    TerraformResourceLifecycle lifecycle() {
        return isDisposable()
                ? null
                : TerraformResourceLifecycle.builder().preventDestroy(true).build();
    }
}
