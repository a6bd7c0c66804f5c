package analysisplatform.constructs;

import com.hashicorp.cdktf.ITerraformDependable;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceConfig;
import java.util.List;
import java.util.Map;
import software.constructs.Construct;

/**
 * Creates a resource from plain maps. For types whose bindings are so large that every synthesis
 * would wait for them; {@code terraform validate} checks what no class does.
 */
final class PlainResource {

    private PlainResource() {}

    static TerraformResource of(
            Construct scope, String id, String type, Map<String, Object> arguments) {
        return of(scope, id, type, arguments, List.of());
    }

    static TerraformResource of(
            Construct scope,
            String id,
            String type,
            Map<String, Object> arguments,
            List<ITerraformDependable> before) {
        TerraformResource resource =
                new TerraformResource(
                        scope,
                        id,
                        TerraformResourceConfig.builder()
                                .terraformResourceType(type)
                                .dependsOn(before)
                                .build());
        arguments.forEach(resource::addOverride);
        return resource;
    }
}
