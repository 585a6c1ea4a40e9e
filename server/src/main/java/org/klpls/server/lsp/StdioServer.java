package org.klpls.server.lsp;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.launch.LSPLauncher;

/** Speaks LSP on two streams until the client ends it. */
public final class StdioServer {
    private static final Logger LOG = Logger.getLogger(StdioServer.class.getName());

    private StdioServer() {}

    /**
     * Serves one client. Nothing but messages is written to {@code out}.
     *
     * @return exit status: 0 after shutdown and exit; 1 when the client went away without, as LSP wants it
     */
    public static int run(InputStream in, OutputStream out) {
        return run(in, out, new CoreEngine());
    }

    static int run(InputStream in, OutputStream out, Engine engine) {
        try (ServerThreads threads = new ServerThreads()) {
            Session session = new Session(threads, engine);
            KlplsServer server = new KlplsServer(session);
            Launcher<KlplsClient> launcher = new Connection().setLocalService(server)
                    .setRemoteInterface(KlplsClient.class).setInput(in).setOutput(out)
                    .setExecutorService(threads.reader()).create();
            session.start(launcher.getRemoteProxy());
            Future<Void> listening = launcher.startListening();
            threads.reader().execute(() -> endWithTheStream(listening, server.ended()));
            int status = server.ended().join();
            session.stop();
            return status;
        }
    }

    private static void endWithTheStream(Future<Void> listening, CompletableFuture<Integer> ended) {
        try {
            listening.get();
        } catch (ExecutionException e) {
            LOG.log(Level.SEVERE, "the connection broke", e);
        } catch (CancellationException | InterruptedException _) {
            LOG.fine("the server ends");
        }
        ended.complete(1);
    }

    /** LSP4J's connection, with the {@link LifeCycle} before the services. */
    private static final class Connection extends LSPLauncher.Builder<KlplsClient> {
        @Override
        protected RemoteEndpoint createRemoteEndpoint(MessageJsonHandler json) {
            MessageConsumer toClient = wrapMessageConsumer(new StreamMessageConsumer(output, json));
            RemoteEndpoint endpoint = new RemoteEndpoint(toClient,
                    new LifeCycle(ServiceEndpoints.toEndpoint(localServices)));
            json.setMethodProvider(endpoint);
            endpoint.setJsonHandler(json);
            return endpoint;
        }
    }
}
