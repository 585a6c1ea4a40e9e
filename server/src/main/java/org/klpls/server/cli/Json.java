package org.klpls.server.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import org.klpls.c.text.SourceBytes;

/** JSON as all commands print it: indented, with null where a field's value is not known. */
final class Json {
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls()
            .create();

    private static final Gson ONE_LINE = new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

    private Json() {}

    static String text(JsonElement json) {
        return SourceBytes.replaced(GSON.toJson(json));
    }

    static String line(JsonElement json) {
        return SourceBytes.replaced(ONE_LINE.toJson(json));
    }
}
