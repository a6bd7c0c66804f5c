package analysisplatform.bindings;

import com.hashicorp.cdktf.providers.aws.kms_key.KmsKey;
import java.util.List;

/** Names a type of the bindings in a generic signature and nowhere else. */
record SignatureOnly(List<KmsKey> keys) {}
