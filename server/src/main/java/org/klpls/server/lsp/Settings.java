package org.klpls.server.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user set in the editor. Nothing in it is ever executed: a workspace may come from anywhere.
 *
 * @param kernels what {@code --kernel} would take; empty: the kernel of the source's compile command
 */
record Settings(List<String> kernels) {
    static final Settings NONE = new Settings(List.of());

    Settings {
        kernels = List.copyOf(kernels);
    }

    /**
     * From {@code initializationOptions}, {@code workspace/didChangeConfiguration} or {@code workspace/configuration}:
     * {@code {"kernel": "…"}}, a list of them, or the same inside {@code {"klpls": …}}. Empty: nothing of ours is in it.
     */
    static Optional<Settings> from(@Nullable Object json) {
        if (!(json instanceof JsonObject object)) {
            return Optional.empty();
        }
        if (object.get("klpls") instanceof JsonObject ours) {
            return from(ours);
        }
        return object.has("kernel") ? Optional.of(new Settings(strings(object.get("kernel")))) : Optional.empty();
    }

    private static List<String> strings(@Nullable JsonElement value) {
        List<String> all = new ArrayList<>();
        switch (value) {
            case JsonPrimitive one when one.isString() -> all.add(one.getAsString().strip());
            case JsonArray many -> many.forEach(each -> all.addAll(strings(each)));
            case null, default -> {
                // Not a kernel: as if it were not set.
            }
        }
        all.removeIf(String::isEmpty);
        return all;
    }
}
