package org.klpls.core.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import org.klpls.c.text.SourceBytes;
import org.klpls.core.check.Checked;
import org.klpls.core.rule.Report;
import org.klpls.core.rule.Severity;

/** A check's outcome as the JSON of docs/cli.md. Fields may be added, never renamed. */
public final class JsonReport {
    private static final int SCHEMA_VERSION = 1;
    static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private JsonReport() {}

    public static String of(Checked checked, ReportOptions options) {
        Report report = checked.report();
        JsonObject json = new JsonObject();
        json.addProperty("schemaVersion", SCHEMA_VERSION);
        json.add("tool", tool(options));
        json.add("kernel", report.kernel().<JsonElement>map(JsonReport::kernel).orElse(JsonNull.INSTANCE));
        json.add("findings", FindingJson.of(report.findings(), options));
        json.add("skipped", FindingJson.array(report.skipped(), skipped -> {
            JsonObject item = new JsonObject();
            item.addProperty("check", skipped.check());
            item.addProperty("reason", skipped.reason());
            item.addProperty("remedy", skipped.remedy());
            return item;
        }));
        json.add("problems", FindingJson.array(checked.problems(), problem -> {
            JsonObject item = new JsonObject();
            item.addProperty("path", options.show(problem.path()));
            item.addProperty("message", problem.message());
            return item;
        }));
        json.add("summary", summary(report));
        return SourceBytes.replaced(GSON.toJson(json));
    }

    private static JsonObject tool(ReportOptions options) {
        JsonObject json = new JsonObject();
        json.addProperty("name", "klpls");
        json.addProperty("version", options.version());
        return json;
    }

    private static JsonObject kernel(Report.KernelUsed kernel) {
        JsonObject json = new JsonObject();
        json.addProperty("release", kernel.identity().release().orElse(null));
        json.addProperty("buildId", kernel.identity().buildId().orElse(null));
        json.addProperty("origin", kernel.identity().origin());
        JsonArray facts = new JsonArray();
        kernel.facts().stream().sorted().forEach(fact -> facts.add(fact.id()));
        json.add("facts", facts);
        return json;
    }

    private static JsonObject summary(Report report) {
        JsonObject json = new JsonObject();
        for (Severity severity : Severity.values()) {
            json.addProperty(severity.id(), report.count(severity));
        }
        return json;
    }
}
