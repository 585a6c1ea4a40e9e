package org.klpls.server.lsp;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the services and lets through what the protocol allows at this point: nothing before {@code initialize}, nothing
 * after {@code shutdown} but {@code exit}. Only messages that have none may come without params.
 * Source: Language Server Protocol 3.17, Lifecycle Messages.
 */
final class LifeCycle implements Endpoint {
    private static final String INITIALIZE = "initialize";
    private static final String SHUTDOWN = "shutdown";
    private static final String EXIT = "exit";

    private final Endpoint services;
    private volatile State state = State.STARTED;

    private enum State {
        STARTED, INITIALIZED, SHUT_DOWN
    }

    LifeCycle(Endpoint services) {
        this.services = services;
    }

    @Override
    public CompletableFuture<?> request(String method, @Nullable Object params) {
        refusal(method, params).ifPresent(error -> {
            throw new ResponseErrorException(error);
        });
        if (method.equals(INITIALIZE)) {
            state = State.INITIALIZED;
        } else if (method.equals(SHUTDOWN)) {
            state = State.SHUT_DOWN;
        }
        return services.request(method, params);
    }

    @Override
    public void notify(String method, @Nullable Object params) {
        if (method.equals(EXIT) || state == State.INITIALIZED && params != null) {
            services.notify(method, params);
        }
    }

    /** Why this request may not be answered now; empty if it may. */
    private Optional<ResponseError> refusal(String method, @Nullable Object params) {
        boolean initialize = method.equals(INITIALIZE);
        if (state == State.SHUT_DOWN) {
            return error(ResponseErrorCode.InvalidRequest, method + " came after shutdown");
        }
        if (initialize && state == State.INITIALIZED) {
            return error(ResponseErrorCode.InvalidRequest, "initialize came a second time");
        }
        if (!initialize && state == State.STARTED) {
            return error(ResponseErrorCode.ServerNotInitialized, method + " came before initialize");
        }
        return params == null && !method.equals(SHUTDOWN)
                ? error(ResponseErrorCode.InvalidParams, method + " came without params")
                : Optional.empty();
    }

    private static Optional<ResponseError> error(ResponseErrorCode code, String message) {
        return Optional.of(new ResponseError(code, message, null));
    }
}
