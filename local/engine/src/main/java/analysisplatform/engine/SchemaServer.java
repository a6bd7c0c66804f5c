package analysisplatform.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;

/**
 * Tells the stand-in's crawler the columns of a Parquet file: {@code POST /schema} with the file's
 * bytes gives {@code [{"name":"id","type":"bigint"},...]}; what is no Parquet gives status 400 and
 * {@code {"error":"..."}}. Listens on 127.0.0.1 only.
 */
public final class SchemaServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;

    private final HttpServer server;

    private SchemaServer(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 takes a free one
     */
    public static SchemaServer start(int port) {
        try {
            InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            HttpServer server = HttpServer.create(new InetSocketAddress(loopback, port), 0);
            server.createContext("/schema", SchemaServer::answer);
            server.start();
            return new SchemaServer(server);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port, e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/schema");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")) {
                send(exchange, METHOD_NOT_ALLOWED, Map.of("error", "Only POST is known here"));
                return;
            }
            try {
                send(exchange, OK, ParquetSchema.of(exchange.getRequestBody().readAllBytes()));
            } catch (NotParquet e) {
                send(exchange, BAD_REQUEST, Map.of("error", e.getMessage()));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
