package org.klpls.core.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.klpls.c.text.Position;
import org.klpls.c.text.SourceBytes;
import org.klpls.c.text.SourceRange;
import org.klpls.core.check.Checked;
import org.klpls.core.model.ElfPlace;
import org.klpls.core.rule.Finding;
import org.klpls.core.rule.Fix;
import org.klpls.core.rule.Related;
import org.klpls.core.rule.Severity;
import org.klpls.core.rules.RuleCatalog;

/** SARIF 2.1.0, as code scanning services take it. Lines and columns are 1-based there. */
final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final ReportOptions options;

    private SarifReport(ReportOptions options) {
        this.options = options;
    }

    static String of(Checked checked, ReportOptions options) {
        return SourceBytes.replaced(JsonReport.GSON.toJson(new SarifReport(options).log(checked)));
    }

    private JsonObject log(Checked checked) {
        List<Finding> findings = checked.report().findings();
        JsonObject driver = new JsonObject();
        driver.addProperty("name", "klpls");
        driver.addProperty("version", options.version());
        driver.add("rules", rules(findings));
        JsonObject tool = new JsonObject();
        tool.add("driver", driver);
        JsonObject run = new JsonObject();
        run.add("tool", tool);
        run.addProperty("columnKind", "utf16CodeUnits");
        run.add("results", FindingJson.array(findings, this::result));
        JsonArray runs = new JsonArray();
        runs.add(run);
        JsonObject log = new JsonObject();
        log.addProperty("$schema", SCHEMA);
        log.addProperty("version", "2.1.0");
        log.add("runs", runs);
        return log;
    }

    private static JsonArray rules(List<Finding> findings) {
        List<String> codes = List.copyOf(new TreeSet<>(findings.stream().map(Finding::code).toList()));
        return FindingJson.array(codes, code -> {
            JsonObject rule = new JsonObject();
            rule.addProperty("id", code);
            RuleCatalog.ALL.info(code).ifPresent(info -> rule.add("shortDescription", text(info.summary())));
            return rule;
        });
    }

    private JsonObject result(Finding finding) {
        JsonObject result = new JsonObject();
        result.addProperty("ruleId", finding.code());
        result.addProperty("level", level(finding.severity()));
        result.add("message", text(finding.kernelMessage()
                .map(line -> finding.message() + "\n\nThe kernel would say: " + line).orElse(finding.message())));
        JsonArray locations = new JsonArray();
        locations.add(finding.source().map(range -> location(range, finding))
                .or(() -> finding.module().map(this::location)).orElseThrow());
        result.add("locations", locations);
        List<Related> places = finding.related().stream().filter(r -> r.where().isPresent()).toList();
        result.add("relatedLocations", FindingJson.array(places, this::related));
        if (!finding.fixes().isEmpty()) {
            result.add("fixes", FindingJson.array(finding.fixes(), this::fix));
        }
        return result;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, HINT -> "note";
        };
    }

    private JsonObject location(SourceRange range, Finding finding) {
        JsonObject location = physical(range);
        finding.module().ifPresent(place -> location.add("logicalLocations", logical(place)));
        return location;
    }

    private JsonObject location(ElfPlace place) {
        JsonObject physical = new JsonObject();
        physical.add("artifactLocation", artifact(place.module()));
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical);
        location.add("logicalLocations", logical(place));
        return location;
    }

    private JsonArray logical(ElfPlace place) {
        JsonObject logical = new JsonObject();
        logical.addProperty("fullyQualifiedName", GccReport.place(place, options));
        JsonArray all = new JsonArray();
        all.add(logical);
        return all;
    }

    private JsonObject related(Related related) {
        JsonObject location = physical(related.where().orElseThrow());
        location.add("message", text(related.message()));
        return location;
    }

    private JsonObject fix(Fix fix) {
        JsonObject json = new JsonObject();
        json.add("description", text(fix.title()));
        json.add("artifactChanges", FindingJson.array(fix.edits(), this::change));
        return json;
    }

    private JsonObject change(Fix.Edit edit) {
        JsonObject inserted = new JsonObject();
        inserted.addProperty("text", edit.newText());
        JsonObject replacement = new JsonObject();
        replacement.add("deletedRegion", region(edit.range()));
        replacement.add("insertedContent", inserted);
        JsonArray replacements = new JsonArray();
        replacements.add(replacement);
        JsonObject change = new JsonObject();
        change.add("artifactLocation", artifact(edit.range().source().path()));
        change.add("replacements", replacements);
        return change;
    }

    private JsonObject physical(SourceRange range) {
        JsonObject physical = new JsonObject();
        physical.add("artifactLocation", artifact(range.source().path()));
        physical.add("region", region(range));
        JsonObject location = new JsonObject();
        location.add("physicalLocation", physical);
        return location;
    }

    private static JsonObject region(SourceRange range) {
        Position start = range.start();
        Position end = range.end();
        JsonObject region = new JsonObject();
        region.addProperty("startLine", start.line() + 1);
        region.addProperty("startColumn", start.character() + 1);
        region.addProperty("endLine", end.line() + 1);
        region.addProperty("endColumn", end.character() + 1);
        return region;
    }

    private JsonObject artifact(Path path) {
        JsonObject artifact = new JsonObject();
        String shown = options.show(path);
        artifact.addProperty("uri", shown.startsWith("/") ? path.toUri().toString() : relative(shown));
        return artifact;
    }

    private static String relative(String path) {
        try {
            return new URI(null, null, path, null).getRawPath();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no relative path: " + path, e);
        }
    }

    private static JsonObject text(String text) {
        JsonObject json = new JsonObject();
        json.addProperty("text", text);
        return json;
    }
}
