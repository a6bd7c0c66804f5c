package analysisplatform.engine;

import java.net.URI;

/**
 * Where an engine listens and which S3 and Glue it works on.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param endpoint one URL that answers for S3 and for Glue
 * @param region of the buckets and of the catalogue
 */
public record EngineConfig(int port, URI endpoint, String region) {}
